"""What volunteers recorded at the doors. Append-only: a correction is another visit."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.care.models.one_of import one_of
from linli.care.rules.visit_words import DayPart, Outcome, Stance
from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key
from linli.kernel.db.types import Json


class DoorVisit(TenantRow, CreatedOnce, table=True):
    """One knock at one door. ``created_by`` made it, ``created_at`` is when it arrived.

    What a visitor writes about a difficulty is not kept here: it goes, sealed, to the social
    worker as a suggestion.
    """

    __tablename__ = "door_visit"
    __table_args__: ClassVar = (
        tenant_key("canvass_id", "canvass"),
        tenant_key("household_id", "household"),
        one_of("outcome", Outcome),
        one_of("stance", Stance),
        one_of("next_part", DayPart),
        CheckConstraint(
            "stance IS NULL OR outcome NOT IN ('nobody_home', 'moved')", name="stance_heard"
        ),
        CheckConstraint("next_at > happened_at", name="next_later"),
        Index(None, "community_id", "household_id", "canvass_id"),
        Index(None, "community_id", "canvass_id", "happened_on"),
    )
    canvass_id: UUID = Key()
    household_id: UUID = Key()
    happened_at: datetime = Time()
    """As the phone told it, never corrected."""
    happened_on: date
    """The day that counts, in the community's time zone (see rules/clock_drift.py)."""
    outcome: str = Field(max_length=20)
    stance: str | None = Field(default=None, max_length=10)
    explained: list[str] = Field(sa_type=Json)
    """Ids of the handbook documents that were explained."""
    next_at: datetime | None = Time(nullable=True)
    next_part: str | None = Field(default=None, max_length=10)
    leave_alone: bool = False
