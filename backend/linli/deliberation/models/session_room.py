"""Tables of what happens in the room: who is there, who speaks, which hands are up."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from linli.deliberation.rules.sessions.attendance import Party
from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key, tenant_unique

PARTIES = ", ".join(f"'{party}'" for party in Party)
DESK_STEPS = "'open', 'recess', 'close', 'take_up', 'call', 'end_turn', 'count_taps'"
_UP = text("ended_at IS NULL AND withdrawn_at IS NULL")
_SPEAKING = text("called_at IS NOT NULL AND ended_at IS NULL")
_OPEN = text("closed_at IS NULL")


class SessionAttendance(TenantRow, CreatedOnce, table=True):
    """Who is or was there; ``created_by`` recorded it first, for oneself or for somebody else."""

    __tablename__ = "session_attendance"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        tenant_unique("session_id", "account_id"),
        CheckConstraint(f"party IN ({PARTIES})", name="party"),
        CheckConstraint("how IN ('room', 'remote')", name="how"),
    )
    session_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")
    party: str | None = Field(default=None, max_length=20)
    """Empty for who is of none of the three parties: a resident who listens, the office."""
    representative: bool
    how: str = Field(max_length=10)
    here: bool
    changed_at: datetime = Time()
    """When somebody came or went last, as it was recorded; earlier news is no news."""


class SessionMandate(TenantRow, table=True):
    """That somebody was a representative when a session ended. Append-only.

    Mandates that begin or end later change nothing of who was present and how many were enough.
    """

    __tablename__ = "session_mandate"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        tenant_unique("session_id", "account_id"),
    )
    session_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")


class DeskStep(TenantRow, CreatedOnce, table=True):
    """What the secretary did at the desk, as a phone recorded it. Append-only.

    What came of it stands with the session, its agenda, its speakers and its motions; this tells
    the same step that arrives twice.
    """

    __tablename__ = "desk_step"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        CheckConstraint(f"what IN ({DESK_STEPS})", name="what"),
        Index(None, "community_id", "session_id"),
    )
    session_id: UUID = Key()
    what: str = Field(max_length=20)
    about: UUID | None = Key(nullable=True)
    happened_at: datetime = Time()
    """As the phone told it."""


class SpeakingRequest(TenantRow, CreatedOnce, table=True):
    """A hand raised to speak. One a person and agenda item is up, one speaker has the floor."""

    __tablename__ = "speaking_request"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        tenant_key("agenda_item_id", "agenda_item"),
        CheckConstraint("side IN ('for', 'against', 'neutral')", name="side"),
        CheckConstraint("ended_at IS NULL OR called_at IS NOT NULL", name="ending"),
        CheckConstraint("withdrawn_at IS NULL OR called_at IS NULL", name="withdrawal"),
        Index(
            "uq_speaking_request__up",
            "community_id",
            "agenda_item_id",
            "account_id",
            unique=True,
            sqlite_where=_UP,
            postgresql_where=_UP,
        ),
        Index(
            "uq_speaking_request__speaking",
            "community_id",
            "session_id",
            unique=True,
            sqlite_where=_SPEAKING,
            postgresql_where=_SPEAKING,
        ),
        Index(None, "community_id", "agenda_item_id"),
    )
    session_id: UUID = Key()
    agenda_item_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")
    side: str = Field(max_length=10)
    called_at: datetime | None = Time(nullable=True)
    ended_at: datetime | None = Time(nullable=True)
    withdrawn_at: datetime | None = Time(nullable=True)


class Motion(TenantRow, CreatedOnce, table=True):
    """A motion put to a show of hands among representatives. One at a time is open."""

    __tablename__ = "motion"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        tenant_key("agenda_item_id", "agenda_item"),
        CheckConstraint("outcome IN ('carried', 'lost', 'no_quorum')", name="outcome"),
        CheckConstraint("how IN ('hands', 'counted')", name="how"),
        CheckConstraint("(closed_at IS NULL) = (outcome IS NULL)", name="closing"),
        CheckConstraint("(closed_at IS NULL) = (agree IS NULL)", name="counting"),
        CheckConstraint("agree >= 0 AND oppose >= 0", name="counts"),
        CheckConstraint("agree + oppose <= present", name="hands"),
        Index(
            "uq_motion__open",
            "community_id",
            "session_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "community_id", "session_id"),
    )
    session_id: UUID = Key()
    agenda_item_id: UUID = Key()
    words: str = Field(max_length=2000)
    closed_at: datetime | None = Time(nullable=True)
    how: str | None = Field(default=None, max_length=10)
    agree: int | None = None
    oppose: int | None = None
    present: int | None = None
    """Representatives present when it was decided."""
    mandates: int | None = None
    outcome: str | None = Field(default=None, max_length=20)


class Hand(TenantRow, CreatedOnce, table=True):
    """A representative's hand on a motion: one each, never changed. Append-only."""

    __tablename__ = "hand"
    __table_args__: ClassVar = (
        tenant_key("motion_id", "motion"),
        tenant_unique("motion_id", "account_id"),
        CheckConstraint("choice IN ('agree', 'oppose', 'abstain')", name="choice"),
    )
    motion_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")
    choice: str = Field(max_length=10)


class HandCount(TenantRow, CreatedOnce, table=True):
    """Hands in the room as the secretary counted them, in place of taps. Append-only."""

    __tablename__ = "hand_count"
    __table_args__: ClassVar = (
        tenant_key("motion_id", "motion"),
        tenant_unique("motion_id"),
        CheckConstraint("agree >= 0 AND oppose >= 0 AND agree + oppose <= present", name="hands"),
    )
    motion_id: UUID = Key()
    agree: int
    oppose: int
    present: int
