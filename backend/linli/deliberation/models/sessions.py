"""Tables of sessions: what is to be talked about, when, and what became of it."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from linli.deliberation.rules.feedback.report import FeedbackKind
from linli.deliberation.rules.lifecycles.session import SESSION
from linli.deliberation.rules.sessions.attendance import SessionKind
from linli.kernel.db.rows import (
    CreatedOnce,
    Key,
    TenantRow,
    Time,
    Versioned,
    tenant_key,
    tenant_unique,
)

_KINDS = ", ".join(f"'{kind}'" for kind in SessionKind)
_STATES = ", ".join(f"'{state}'" for state in sorted(SESSION.states))
_FEEDBACK = ", ".join(f"'{kind}'" for kind in FeedbackKind)
_SUBJECTS = ("proposal", "hazard", "feedback", "cost_plan", "comparison_list", "grievance", "other")
_TAKEN_UP = text("taken_up_at IS NOT NULL AND closed_at IS NULL")


class DeliberationSession(TenantRow, CreatedOnce, Versioned, table=True):
    """A session. One that the week made by itself was created by the community's own id."""

    __tablename__ = "deliberation_session"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        CheckConstraint(f"kind IN ({_KINDS})", name="kind"),
        CheckConstraint(f"state IN ({_STATES})", name="state"),
        Index(None, "community_id", "held_on", "id"),
        Index(
            "uq_deliberation_session__weekly_draft",
            "community_id",
            "held_on",
            unique=True,
            sqlite_where=text("kind = 'weekly' AND state <> 'cancelled'"),
            postgresql_where=text("kind = 'weekly' AND state <> 'cancelled'"),
        ),
    )
    kind: str = Field(max_length=20)
    title: str = Field(max_length=100)
    """Empty for a weekly session that the week made: its kind and day say all."""
    place: str = Field(max_length=100)
    project_id: UUID | None = Key(nullable=True)
    starts_at: datetime = Time()
    held_on: date
    """The day of ``starts_at`` in the community's time zone."""
    state: str = Field(max_length=20)
    noticed_on: date | None = None
    tick: int = 0
    """Counts every change that somebody who follows the session could see."""


class SessionStep(TenantRow, table=True):
    """That a session came to another state: who, when and why. Append-only."""

    __tablename__ = "session_step"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        CheckConstraint(f"to_state IN ({_STATES})", name="to_state"),
        Index(None, "community_id", "session_id", "at"),
    )
    session_id: UUID = Key()
    to_state: str = Field(max_length=20)
    by_account_id: UUID | None = Key(nullable=True, foreign_key="account.id")
    at: datetime = Time()
    reason: str | None = Field(default=None, max_length=2000)


class AgendaItem(TenantRow, CreatedOnce, Versioned, table=True):
    """Something to talk about. What its notice announced can be decided, unchanged."""

    __tablename__ = "agenda_item"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        tenant_key("building_id", "building"),
        CheckConstraint(f"subject_kind IN {_SUBJECTS}", name="subject_kind"),
        CheckConstraint("(subject_kind = 'other') = (subject_id IS NULL)", name="subject"),
        CheckConstraint(f"feedback_kind IN ({_FEEDBACK})", name="feedback_kind"),
        CheckConstraint("closed_at IS NULL OR taken_up_at IS NOT NULL", name="closing"),
        Index(None, "community_id", "session_id", "position"),
        Index(None, "community_id", "subject_id"),
        Index(
            "uq_agenda_item__taken_up",
            "community_id",
            "session_id",
            unique=True,
            sqlite_where=_TAKEN_UP,
            postgresql_where=_TAKEN_UP,
        ),
    )
    session_id: UUID = Key()
    position: int
    title: str = Field(max_length=100)
    """Empty where reports of one kind and place are answered together."""
    details: str | None = Field(default=None, max_length=2000)
    subject_kind: str = Field(max_length=20)
    subject_id: UUID | None = Key(nullable=True)
    feedback_kind: str | None = Field(default=None, max_length=20)
    building_id: UUID | None = Key(nullable=True)
    """Of reports that are answered together."""
    noticed_digest: str | None = Field(default=None, max_length=64)
    """SHA-256 of what the notice said of it; without it, it may be talked about only."""
    noticed_subject: str | None = Field(default=None, max_length=64)
    """SHA-256 of what stood behind it at the notice, where that can change."""
    taken_up_at: datetime | None = Time(nullable=True)
    closed_at: datetime | None = Time(nullable=True)
    withdrawn_at: datetime | None = Time(nullable=True)


class AgendaReport(TenantRow, table=True):
    """That an agenda item answers a report."""

    __tablename__ = "agenda_report"
    __table_args__: ClassVar = (
        tenant_key("agenda_item_id", "agenda_item"),
        tenant_key("feedback_id", "feedback"),
        tenant_unique("agenda_item_id", "feedback_id"),
        Index(None, "community_id", "feedback_id"),
    )
    agenda_item_id: UUID = Key()
    feedback_id: UUID = Key()
