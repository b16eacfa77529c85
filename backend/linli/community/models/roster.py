"""A roster on its way in: the file as read, the plan made of it, and what a person decided.

A roster is full of personal data that most of its readers need not see. What is kept of it between
reading and applying is sealed, and erased once the import has been applied or cancelled.
"""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

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


class RosterState(SQLModel, table=True):
    """One row a community: counts changes of the roster, so that a stale plan is noticed."""

    __tablename__ = "roster_state"
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    revision: int = 0


class RosterImport(TenantRow, CreatedOnce, Versioned, table=True):
    """One file on its way into the roster."""

    __tablename__ = "roster_import"
    __table_args__: ClassVar = (
        Index(None, "community_id", "created_at"),
        CheckConstraint(
            "status IN ('read', 'planning', 'planned', 'applied', 'failed', 'cancelled')",
            name="status",
        ),
    )
    filename: str = Field(max_length=200)
    status: str = Field(default="read", max_length=10)
    sheets: list[dict[str, Any]] = Field(sa_type=Json)
    """How each sheet is read: what was guessed, or what a person said. No cell but headings."""
    summary: dict[str, Any] = Field(sa_type=Json)
    """How many households would be created, changed, and so on; empty before the first plan."""
    plan_digest: bytes | None = None
    """Identifies what the plan would do; it is what gets applied, or nothing."""
    failure: str | None = Field(default=None, max_length=60)
    """Why planning failed, as a problem code."""
    samples: bytes | None = Field(default=None, repr=False)
    """One cell of each column, to help a person say what it means; sealed."""
    done: int = 0
    total: int = 0
    applying_since: datetime | None = Time(nullable=True)
    """Set while a plan is being written; readers are told ``applying``."""
    applied_at: datetime | None = Time(nullable=True)


class RosterContent(TenantRow, table=True):
    """The cells of an import (``id`` is the import's), without identity numbers, sealed."""

    __tablename__ = "roster_content"
    __table_args__: ClassVar = (tenant_key("id", "roster_import"),)
    sealed: bytes = Field(repr=False)


class RosterPlanPage(TenantRow, table=True):
    """A page of the rows of a plan with one outcome, sealed: they quote names and phones."""

    __tablename__ = "roster_plan_page"
    __table_args__: ClassVar = (
        tenant_key("import_id", "roster_import"),
        tenant_unique("import_id", "outcome", "page"),
    )
    import_id: UUID = Key()
    outcome: str = Field(max_length=10)
    page: int
    rows: int
    sealed: bytes = Field(repr=False)


class RosterDecision(TenantRow, table=True):
    """What a person decided about a row that could not be read safely.

    ``sealed`` holds what is to be done and the corrected cells.
    """

    __tablename__ = "roster_decision"
    __table_args__: ClassVar = (
        tenant_key("import_id", "roster_import"),
        tenant_unique("import_id", "row_id"),
    )
    import_id: UUID = Key()
    row_id: str = Field(max_length=300)
    sealed: bytes = Field(repr=False)
    decided_by: UUID = Key()
    decided_at: datetime = Time()


class RosterSuggestion(TenantRow, table=True):
    """Kinds of help to ask about at a door, from a remark in the roster. Never a need.

    ``sealed`` holds ``{"kinds": [...]}`` and nothing of the remark; the vault's person is this
    row's id, so handling a suggestion erases it for good. ``marks`` are keyed digests of the kinds
    that rosters have suggested so far: they can only answer whether a kind was among them, so
    that the same roster does not suggest it again.
    """

    __tablename__ = "roster_suggestion"
    __table_args__: ClassVar = (
        tenant_key("household_id", "household"),
        tenant_unique("household_id"),
    )
    household_id: UUID = Key()
    sealed: bytes | None = Field(default=None, repr=False)
    marks: bytes = Field(repr=False)
    made_at: datetime = Time()
    handled_at: datetime | None = Time(nullable=True)
    handled_by: UUID | None = Key(nullable=True)
