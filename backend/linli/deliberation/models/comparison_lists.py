"""Tables of comparison lists: options held against criteria, and what was seen on the spot."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import (
    CreatedOnce,
    Key,
    TenantRow,
    Time,
    Versioned,
    tenant_key,
    tenant_unique,
)
from linli.kernel.db.types import Json


class ComparisonList(TenantRow, CreatedOnce, Versioned, table=True):
    """Options for one choice of a project; ``version`` is the number of the newest version."""

    __tablename__ = "comparison_list"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        CheckConstraint("(published_at IS NULL) = (published_by IS NULL)", name="publication"),
        Index(None, "community_id", "project_id"),
    )
    project_id: UUID = Key()
    title: str = Field(max_length=100)
    published_at: datetime | None = Time(nullable=True)
    published_by: UUID | None = Key(nullable=True)
    held_by_round: UUID | None = Key(nullable=True)
    """The ballot round that asks about it, from its notice to its end: no version is added."""


class ComparisonListVersion(TenantRow, table=True):
    """A list as it stood at one time: criteria, options, values, sources. Append-only."""

    __tablename__ = "comparison_list_version"
    __table_args__: ClassVar = (
        tenant_key("list_id", "comparison_list"),
        tenant_unique("list_id", "number"),
    )
    list_id: UUID = Key()
    number: int
    content: dict[str, Any] = Field(sa_type=Json)
    reason: str = Field(max_length=2000)
    """Why it was changed, in words; empty for the first version."""
    digest: str = Field(max_length=64)
    created_by: UUID = Key()
    created_at: datetime = Time()


class SiteVisitReport(TenantRow, CreatedOnce, table=True):
    """What neighbours saw of an option on the spot. Append-only: signatures stand for this text."""

    __tablename__ = "site_visit_report"
    __table_args__: ClassVar = (
        tenant_key("list_id", "comparison_list"),
        Index(None, "community_id", "list_id"),
    )
    list_id: UUID = Key()
    option_key: str = Field(max_length=30)
    visited_on: date
    place: str = Field(max_length=100)
    visitors: str = Field(max_length=500)
    findings: str = Field(max_length=2000)


class SiteVisitSignature(TenantRow, CreatedOnce, table=True):
    """That somebody who was there stands for a report: drawn, or by typed name and time.

    ``name`` is what the signer wrote; the account is ``created_by``.
    """

    __tablename__ = "site_visit_signature"
    __table_args__: ClassVar = (
        tenant_key("report_id", "site_visit_report"),
        tenant_unique("report_id", "created_by"),
        CheckConstraint("how IN ('drawn', 'typed')", name="how"),
        Index(None, "community_id", "report_id"),
    )
    report_id: UUID = Key()
    name: str = Field(max_length=100)
    how: str = Field(max_length=10)
