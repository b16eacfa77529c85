"""Tables of the election of a building's representative: the election and who stands in it."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key, tenant_unique
from linli.kernel.db.types import Json

_RUNNING = text("closed_at IS NULL AND cancelled_at IS NULL")


class Election(TenantRow, CreatedOnce, table=True):
    """Neighbours of a building elect who speaks for them. One at a time in a building.

    What stands here says when it was opened and closed, never when anybody voted.
    """

    __tablename__ = "election"
    __table_args__: ClassVar = (
        tenant_key("building_id", "building"),
        tenant_key("runoff_of", "election"),
        CheckConstraint("seats BETWEEN 1 AND 9", name="seats"),
        CheckConstraint("term_until >= term_from", name="term"),
        CheckConstraint("(opened_at IS NULL) = (closes_at IS NULL)", name="opening"),
        CheckConstraint("(opened_at IS NULL) = (homes IS NULL)", name="homes"),
        CheckConstraint("(closed_at IS NULL) = (result IS NULL)", name="closing"),
        CheckConstraint("(cancelled_at IS NULL) = (cancelled_because IS NULL)", name="cancelling"),
        CheckConstraint("closed_at IS NULL OR cancelled_at IS NULL", name="one_end"),
        Index(
            "uq_election__running",
            "community_id",
            "building_id",
            unique=True,
            sqlite_where=_RUNNING,
            postgresql_where=_RUNNING,
        ),
        Index(None, "community_id", "building_id"),
    )
    building_id: UUID = Key()
    seats: int
    term_from: date
    term_until: date
    runoff_of: UUID | None = Key(nullable=True)
    """The election whose tie this one settles, among those who tied."""
    opened_at: datetime | None = Time(nullable=True)
    opened_by: UUID | None = Key(nullable=True)
    closes_at: datetime | None = Time(nullable=True)
    homes: int | None = None
    """How many homes the building had when voting began (``ElectionHome`` says which)."""
    closed_at: datetime | None = Time(nullable=True)
    result: dict[str, Any] | None = Field(default=None, sa_type=Json)
    """Numbers and ids of candidacies (actions/representatives/count_box.py)."""
    cancelled_at: datetime | None = Time(nullable=True)
    cancelled_by: UUID | None = Key(nullable=True)
    cancelled_because: str | None = Field(default=None, max_length=2000)


class ElectionHome(TenantRow, table=True):
    """That a home of the building had a voice when voting began. Append-only."""

    __tablename__ = "election_home"
    __table_args__: ClassVar = (
        tenant_key("election_id", "election"),
        tenant_key("household_id", "household"),
        tenant_unique("election_id", "household_id"),
    )
    election_id: UUID = Key()
    household_id: UUID = Key()


class Candidacy(TenantRow, CreatedOnce, table=True):
    """That somebody was nominated (by ``created_by``), and whether they consented to stand."""

    __tablename__ = "candidacy"
    __table_args__: ClassVar = (
        tenant_key("election_id", "election"),
        tenant_unique("election_id", "account_id"),
        CheckConstraint("state IN ('asked', 'standing', 'refused')", name="state"),
        CheckConstraint("(state = 'asked') = (answered_at IS NULL)", name="answer"),
        Index(None, "community_id", "account_id"),
    )
    election_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")
    state: str = Field(max_length=10)
    statement: str | None = Field(default=None, max_length=2000)
    answered_at: datetime | None = Time(nullable=True)
