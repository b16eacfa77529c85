"""Tables of mandates: who speaks for a building, from when to when, and on whose word."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, Versioned, tenant_key


class BuildingAssembly(TenantRow, CreatedOnce, table=True):
    """Minutes of an assembly of a building that appointed or recalled. Append-only."""

    __tablename__ = "building_assembly"
    __table_args__: ClassVar = (
        tenant_key("building_id", "building"),
        CheckConstraint("purpose IN ('appointment', 'recall')", name="purpose"),
        CheckConstraint("0 <= agreed AND agreed <= took_part AND took_part <= homes", name="homes"),
        Index(None, "community_id", "building_id"),
    )
    building_id: UUID = Key()
    purpose: str = Field(max_length=20)
    held_on: date
    homes: int
    """How many homes the building has; each has one voice."""
    took_part: int
    agreed: int
    minutes: str = Field(max_length=20_000)


class Mandate(TenantRow, Versioned, table=True):
    """Somebody speaks for a building for a term. ``version`` counts changes of the phone shown."""

    __tablename__ = "mandate"
    __table_args__: ClassVar = (
        tenant_key("building_id", "building"),
        tenant_key("election_id", "election"),
        tenant_key("assembly_id", "building_assembly"),
        tenant_key("stands_in_for", "mandate"),
        tenant_key("recalled_by", "building_assembly"),
        CheckConstraint("until_on >= from_on", name="term"),
        CheckConstraint("(election_id IS NULL) <> (assembly_id IS NULL)", name="basis"),
        CheckConstraint("ended_how IN ('recall', 'resignation')", name="ended_how"),
        CheckConstraint("(ended_on IS NULL) = (ended_how IS NULL)", name="ending"),
        CheckConstraint("released_at IS NULL OR grant_id IS NOT NULL", name="grant"),
        Index(None, "community_id", "building_id"),
        Index(None, "community_id", "account_id"),
    )
    building_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")
    from_on: date
    until_on: date
    """The last day of the term."""
    election_id: UUID | None = Key(nullable=True)
    assembly_id: UUID | None = Key(nullable=True)
    stands_in_for: UUID | None = Key(nullable=True)
    """The mandate that a substitute takes over once it has ended early."""
    made_at: datetime = Time()
    phone: str | None = Field(default=None, max_length=30, repr=False)
    """Shown to the community because its owner put it there; emptied by them at any time."""
    ended_on: date | None = None
    """The first day without the mandate."""
    ended_how: str | None = Field(default=None, max_length=20)
    ended_because: str | None = Field(default=None, max_length=2000)
    recalled_by: UUID | None = Key(nullable=True)
    grant_id: UUID | None = Key(nullable=True)
    """The role that the mandate gave, once it was in force."""
    released_at: datetime | None = Time(nullable=True)
