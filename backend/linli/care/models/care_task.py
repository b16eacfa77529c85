"""Help to be given at a time, who gives it, and what came of it."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.care.models.one_of import one_of
from linli.care.rules.need_words import NeedKind, Urgency
from linli.care.rules.task_words import HelpOutcome, Origin, Part, Step, TaskVerb
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


class CareTask(TenantRow, Versioned, table=True):
    """One piece of help. ``need_id``, ``on_day`` and ``part`` name a planned one: it exists once.

    A planned task has no content of its own; a helper reads the need's. A task made by hand may
    have an instruction, sealed under a key named by the task, destroyed when the task is over.
    """

    __tablename__ = "care_task"
    __table_args__: ClassVar = (
        tenant_key("need_id", "assistance_need"),
        tenant_key("household_id", "household"),
        tenant_unique("need_id", "on_day", "part"),
        one_of("kind", NeedKind),
        one_of("urgency", Urgency),
        one_of("origin", Origin),
        one_of("part", Part),
        one_of("step", Step),
        CheckConstraint("due_until > due_from", name="due"),
        CheckConstraint("(need_id IS NULL) = (origin = 'by_hand')", name="origin_of"),
        CheckConstraint("step <> 'offered' OR assignee_id IS NULL", name="offered"),
        CheckConstraint(
            "step NOT IN ('assigned', 'accepted') OR assignee_id IS NOT NULL", name="assignee"
        ),
        CheckConstraint("(step IN ('done', 'cancelled')) = (closed_at IS NOT NULL)", name="closed"),
        CheckConstraint("lateness BETWEEN 0 AND 3 AND attempts >= 0", name="counts"),
        CheckConstraint("(lateness = 0) = (late_at IS NULL)", name="late_at"),
        Index(None, "community_id", "assignee_id", "step", "due_from"),
        Index(None, "community_id", "due_from", "id"),
        Index(None, "community_id", "household_id"),
    )
    need_id: UUID | None = Key(nullable=True)
    household_id: UUID = Key()
    kind: str = Field(max_length=20)
    title: str | None = Field(default=None, max_length=100, repr=False)
    """Given by hand; otherwise the kind says it."""
    urgency: str = Field(max_length=10)
    origin: str = Field(max_length=20)
    on_day: date
    part: str = Field(max_length=10)
    due_from: datetime = Time()
    due_until: datetime = Time()
    expected_by: datetime = Time()
    """``due_until``, or later when somebody took a late task on."""
    offered_at: datetime = Time()
    """Since when it waits for somebody, if it does."""
    step: str = Field(max_length=10)
    assignee_id: UUID | None = Key(nullable=True, foreign_key="account.id")
    lateness: int = 0
    """0 on time, 1 reminded, 2 with the building lead, 3 with the social worker."""
    late_at: datetime | None = Time(nullable=True)
    """Since when it is that late."""
    attempts: int = 0
    """How often nobody was home."""
    closed_at: datetime | None = Time(nullable=True)
    sealed: bytes | None = Field(default=None, repr=False)
    body_digest: bytes | None = Field(default=None, repr=False)
    created_by: UUID | None = Key(nullable=True)
    """``None``: planned from a need."""
    created_at: datetime = Time()


class CareTaskStep(TenantRow, table=True):
    """One thing that happened to a care task: who, when, and why where a reason was given."""

    __tablename__ = "care_task_step"
    __table_args__: ClassVar = (
        tenant_key("task_id", "care_task"),
        one_of("verb", TaskVerb),
        Index(None, "community_id", "task_id", "at"),
    )
    task_id: UUID = Key()
    verb: str = Field(max_length=20)
    at: datetime = Time()
    by: UUID | None = Key(nullable=True)
    """``None``: time did it."""
    to_account_id: UUID | None = Key(nullable=True)
    reason: str | None = Field(default=None, max_length=2000, repr=False)
    """Erased with the need's content."""


class AssistanceVisit(TenantRow, CreatedOnce, table=True):
    """Help that was given, or tried. Append-only but for the erasure of its note."""

    __tablename__ = "assistance_visit"
    __table_args__: ClassVar = (
        tenant_key("care_task_id", "care_task"),
        tenant_key("household_id", "household"),
        one_of("outcome", HelpOutcome),
        CheckConstraint("minutes BETWEEN 0 AND 1440", name="minutes"),
        CheckConstraint("(sealed IS NULL) OR (person_id IS NOT NULL)", name="note"),
        Index(None, "community_id", "care_task_id"),
        Index(None, "community_id", "household_id", "happened_at"),
    )
    care_task_id: UUID | None = Key(nullable=True)
    household_id: UUID = Key()
    happened_at: datetime = Time()
    """As the phone told it, never corrected."""
    happened_on: date
    """The day that counts, in the community's time zone (see rules/clock_drift.py)."""
    did: list[str] = Field(sa_type=Json)
    minutes: int
    outcome: str = Field(max_length=20)
    follow_up: bool
    person_id: UUID | None = Key(nullable=True)
    """Whose key seals the note: the person's, or, without a need, one named by this row."""
    sealed: bytes | None = Field(default=None, repr=False)
