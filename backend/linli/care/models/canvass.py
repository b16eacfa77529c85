"""Tables of a canvass: what is asked at which doors, by whom, and how far each door has come."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.care.models.one_of import one_of
from linli.care.rules.picture_mark import DoorMark
from linli.care.rules.visit_words import DayPart, DoorStep, Stance
from linli.kernel.db.rows import (
    CreatedOnce,
    Key,
    TenantRow,
    Time,
    tenant_key,
    tenant_unique,
)
from linli.kernel.db.types import Json


class Canvass(TenantRow, CreatedOnce, table=True):
    """Knocking on every door of the buildings that a project concerns, from one day to another."""

    __tablename__ = "canvass"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        CheckConstraint("ends_on >= starts_on", name="days"),
        Index(None, "community_id", "project_id"),
    )
    project_id: UUID = Key()
    title: str = Field(max_length=100)
    starts_on: date
    ends_on: date
    explains: list[str] = Field(sa_type=Json)
    """Ids of the handbook documents to explain at the doors."""


class CanvassAssignment(TenantRow, CreatedOnce, table=True):
    """Doors of one volunteer: of a building, or one stairwell of it, or some floors."""

    __tablename__ = "canvass_assignment"
    __table_args__: ClassVar = (
        tenant_key("canvass_id", "canvass"),
        tenant_key("building_id", "building"),
        tenant_key("stairwell_id", "stairwell"),
        CheckConstraint("floor_to >= floor_from", name="floors"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawal"),
        Index(None, "community_id", "canvass_id", "building_id"),
        Index(None, "community_id", "account_id", "canvass_id"),
    )
    canvass_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")
    building_id: UUID = Key()
    stairwell_id: UUID | None = Key(nullable=True)
    floor_from: int | None = None
    floor_to: int | None = None
    withdrawn_at: datetime | None = Time(nullable=True)
    withdrawn_by: UUID | None = Key(nullable=True)


class CanvassDoor(TenantRow, table=True):
    """The latest about a household in a canvass, folded from its visits (rules/door_state.py).

    The row appears with the first event at the door.
    """

    __tablename__ = "canvass_door"
    __table_args__: ClassVar = (
        tenant_key("canvass_id", "canvass"),
        tenant_key("household_id", "household"),
        tenant_unique("canvass_id", "household_id"),
        one_of("state", DoorStep),
        one_of("mark", DoorMark),
        one_of("stance", Stance),
        one_of("due_part", DayPart),
        CheckConstraint("visits >= 0 AND attempts >= 0 AND reminders >= 0", name="counts"),
        CheckConstraint("(state = 'left_alone') = (left_alone_at IS NOT NULL)", name="left_alone"),
        Index(None, "community_id", "canvass_id", "state"),
        Index(None, "community_id", "household_id"),
    )
    canvass_id: UUID = Key()
    household_id: UUID = Key()
    state: str = Field(max_length=20)
    mark: str = Field(max_length=20)
    """How the building picture shows it (rules/picture_mark.py)."""
    visits: int
    attempts: int
    stance: str | None = Field(default=None, max_length=10)
    done_at: datetime | None = Time(nullable=True)
    done_on: date | None = None
    """The day of ``done_at`` in the community's time zone."""
    left_alone_at: datetime | None = Time(nullable=True)
    due_at: datetime | None = Time(nullable=True)
    due_part: str | None = Field(default=None, max_length=10)
    last_at: datetime = Time()
    last_id: UUID = Key()
    reminders: int = 0
    """How often somebody was reminded of the present state."""
    folding: UUID = Key()
    """Names the folding that wrote the row, so that two at a time do not overwrite each other."""


class DoorReopening(TenantRow, CreatedOnce, table=True):
    """That a door may be knocked at again, by whom and why."""

    __tablename__ = "door_reopening"
    __table_args__: ClassVar = (
        tenant_key("canvass_id", "canvass"),
        tenant_key("household_id", "household"),
        Index(None, "community_id", "household_id", "canvass_id"),
    )
    canvass_id: UUID = Key()
    household_id: UUID = Key()
    reason: str = Field(max_length=2000)
