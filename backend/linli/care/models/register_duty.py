"""What waits for the social worker, and who took the register out of the house."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from linli.care.models.one_of import one_of
from linli.care.rules.need_words import DutyKind
from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key

_OPEN = text("settled_at IS NULL")


class RegisterDuty(TenantRow, table=True):
    """Something only a social worker can settle. At most one of a kind is open for a subject."""

    __tablename__ = "register_duty"
    __table_args__: ClassVar = (
        tenant_key("household_id", "household"),
        one_of("kind", DutyKind),
        CheckConstraint("settled_by IS NULL OR settled_at IS NOT NULL", name="settled"),
        Index(
            "uq_register_duty__open",
            "community_id",
            "kind",
            "subject_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "community_id", "settled_at", "id"),
    )
    kind: str = Field(max_length=20)
    subject_kind: str = Field(max_length=20)
    """The table of what it is about."""
    subject_id: UUID = Key()
    household_id: UUID = Key()
    raised_at: datetime = Time()
    settled_at: datetime | None = Time(nullable=True)
    settled_by: UUID | None = Key(nullable=True)
    """``None``: settled by what happened."""


class RegisterExport(TenantRow, CreatedOnce, table=True):
    """That a social worker took the register out as a file: when, why, how many records."""

    __tablename__ = "register_export"
    __table_args__: ClassVar = (Index(None, "community_id", "created_at"),)
    purpose: str = Field(max_length=200)
    needs: int
