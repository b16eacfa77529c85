"""What neighbours complain of, in their own words, and what they are answered."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.care.models.one_of import one_of
from linli.care.rules.visit_words import GrievanceCategory, GrievanceStatus, Matter
from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, Versioned, tenant_key


class Grievance(TenantRow, Versioned, table=True):
    """A grievance heard at a door. It stays with the door until it is closed."""

    __tablename__ = "grievance"
    __table_args__: ClassVar = (
        tenant_key("visit_id", "door_visit"),
        tenant_key("household_id", "household"),
        one_of("matter", Matter),
        one_of("category", GrievanceCategory),
        one_of("status", GrievanceStatus),
        CheckConstraint("(status = 'closed') = (closed_at IS NOT NULL)", name="closing"),
        CheckConstraint("(closed_at IS NULL) = (closed_by IS NULL)", name="closed_by"),
        Index(None, "community_id", "visit_id"),
        Index(None, "community_id", "household_id", "status"),
        Index(None, "community_id", "status", "id"),
        Index(None, "community_id", "owner_account_id"),
    )
    visit_id: UUID = Key()
    household_id: UUID = Key()
    matter: str = Field(max_length=20)
    category: str = Field(max_length=10)
    words: str = Field(max_length=2000, repr=False)
    raised_at: datetime = Time()
    status: str = Field(default="open", max_length=10)
    owner_account_id: UUID | None = Key(nullable=True, foreign_key="account.id")
    closed_at: datetime | None = Time(nullable=True)
    closed_by: UUID | None = Key(nullable=True)


class GrievanceAnswer(TenantRow, CreatedOnce, table=True):
    """An answer to a grievance; the latest is what the next visitor brings along."""

    __tablename__ = "grievance_answer"
    __table_args__: ClassVar = (
        tenant_key("grievance_id", "grievance"),
        Index(None, "community_id", "grievance_id", "created_at"),
    )
    grievance_id: UUID = Key()
    words: str = Field(max_length=2000, repr=False)
