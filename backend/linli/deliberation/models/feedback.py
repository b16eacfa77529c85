"""Tables of this context's part ``feedback``."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.deliberation.rules.feedback.report import FeedbackKind
from linli.deliberation.rules.lifecycles.feedback import FEEDBACK
from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, Versioned, tenant_key

_KINDS = ", ".join(f"'{kind}'" for kind in FeedbackKind)
_STATES = ", ".join(f"'{state}'" for state in sorted(FEEDBACK.states))
_ENDS = "('closed', 'declined', 'merged')"


class Feedback(TenantRow, CreatedOnce, Versioned, table=True):
    """What a neighbour reported, and where it stands. ``created_by`` is told to nobody else."""

    __tablename__ = "feedback"
    __table_args__: ClassVar = (
        tenant_key("building_id", "building"),
        tenant_key("stairwell_id", "stairwell"),
        tenant_key("household_id", "household"),
        tenant_key("merged_into_id", "feedback"),
        CheckConstraint(f"kind IN ({_KINDS})", name="kind"),
        CheckConstraint(f"state IN ({_STATES})", name="state"),
        CheckConstraint("(state = 'merged') = (merged_into_id IS NOT NULL)", name="merging"),
        CheckConstraint(f"(state IN {_ENDS}) = (ended_on IS NOT NULL)", name="ending"),
        CheckConstraint("stairwell_id IS NULL OR building_id IS NOT NULL", name="place"),
        # What was closed because nobody objected can be opened once more.
        CheckConstraint("late_reopenings BETWEEN 0 AND 1", name="once_more"),
        Index(None, "community_id", "reported_on", "id"),
        Index(None, "community_id", "state"),
        Index(None, "community_id", "merged_into_id"),
        Index(None, "community_id", "created_by"),
    )
    kind: str = Field(max_length=20)
    building_id: UUID | None = Key(nullable=True)
    stairwell_id: UUID | None = Key(nullable=True)
    floor: int | None = None
    place: str | None = Field(default=None, max_length=100)
    """The place in own words: beside the bicycle shed."""
    words: str | None = Field(default=None, max_length=2000)
    household_id: UUID | None = Key(nullable=True)
    """The reporter's home, to count homes and not reports."""
    happened_at: datetime = Time()
    """As the phone told it, never corrected."""
    reported_on: date
    """The day that counts, in the community's time zone."""
    state: str = Field(max_length=20)
    state_since: datetime = Time()
    promised_on: date | None = None
    ended_on: date | None = None
    merged_into_id: UUID | None = Key(nullable=True)
    late_reopenings: int = 0
    reminders: int = 0
    """How often somebody was reminded of the promised day."""


class FeedbackStep(TenantRow, table=True):
    """A step in the life of a report: who, when, and in which words. Append-only."""

    __tablename__ = "feedback_step"
    __table_args__: ClassVar = (
        tenant_key("feedback_id", "feedback"),
        CheckConstraint(f"to_state IN ({_STATES})", name="to_state"),
        CheckConstraint(
            "part IN ('reporter', 'contractor', 'property_manager', 'office', 'system')",
            name="part",
        ),
        CheckConstraint("(part = 'system') = (by_account_id IS NULL)", name="by"),
        Index(None, "community_id", "feedback_id", "at"),
    )
    feedback_id: UUID = Key()
    to_state: str = Field(max_length=20)
    part: str = Field(max_length=20)
    """In which part somebody acted; the list says this and not who."""
    by_account_id: UUID | None = Key(nullable=True, foreign_key="account.id")
    at: datetime = Time()
    words: str | None = Field(default=None, max_length=2000)
    promised_on: date | None = None
