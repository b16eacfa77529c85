"""Tables of what a session leaves behind: minutes, signatures, decisions, action items."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text
from sqlmodel import Field

from linli.deliberation.models.session_room import PARTIES
from linli.deliberation.rules.lifecycles.action_item import ACTION_ITEM
from linli.kernel.db.rows import (
    CreatedOnce,
    Key,
    TenantRow,
    Time,
    Versioned,
    tenant_key,
    tenant_unique,
)

_STATES = ", ".join(f"'{state}'" for state in sorted(ACTION_ITEM.states))


class MinutesVersion(TenantRow, table=True):
    """Minutes as they were saved, every time: nobody's text is overwritten. Append-only.

    Two who save from the same version cannot both be the next one.
    """

    __tablename__ = "minutes_version"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        tenant_unique("session_id", "number"),
        CheckConstraint("number > 0", name="number"),
    )
    session_id: UUID = Key()
    number: int
    text: str = Field(sa_type=Text)
    saved_by: UUID = Key(foreign_key="account.id")
    saved_at: datetime = Time()


class MinutesPhoto(TenantRow, CreatedOnce, table=True):
    """A photo that belongs to the minutes: the signed page, the whiteboard. Its file is its slot.

    One that was taken out has no file any more; who took it out, and when, stays.
    """

    __tablename__ = "minutes_photo"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawn"),
        Index(None, "community_id", "session_id"),
    )
    session_id: UUID = Key()
    sha256: str = Field(max_length=64)
    taken_at: datetime = Time()
    withdrawn_at: datetime | None = Time(default=None, nullable=True)
    withdrawn_by: UUID | None = Key(foreign_key="account.id", nullable=True)


class MinutesSignature(TenantRow, table=True):
    """That a party signed a version of the minutes, or will not and why. Append-only."""

    __tablename__ = "minutes_signature"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        tenant_unique("session_id", "number", "party"),
        CheckConstraint(f"party IN ({PARTIES})", name="party"),
        CheckConstraint("signed OR reason IS NOT NULL", name="refusal"),
    )
    session_id: UUID = Key()
    number: int
    party: str = Field(max_length=20)
    signed: bool
    reason: str | None = Field(default=None, max_length=2000)
    by_account_id: UUID = Key(foreign_key="account.id")
    at: datetime = Time()


class Decision(TenantRow, CreatedOnce, table=True):
    """What a session decided on an item of its agenda. Append-only."""

    __tablename__ = "decision"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        tenant_key("agenda_item_id", "agenda_item"),
        tenant_key("motion_id", "motion"),
        Index(None, "community_id", "session_id"),
        Index(None, "community_id", "motion_id"),
    )
    session_id: UUID = Key()
    agenda_item_id: UUID = Key()
    motion_id: UUID | None = Key(nullable=True)
    words: str = Field(max_length=2000)


class ActionItem(TenantRow, CreatedOnce, Versioned, table=True):
    """Something to do: who, by when, and when somebody looks whether it is done."""

    __tablename__ = "action_item"
    __table_args__: ClassVar = (
        tenant_key("session_id", "deliberation_session"),
        tenant_key("decision_id", "decision"),
        CheckConstraint(f"state IN ({_STATES})", name="state"),
        CheckConstraint("review_on >= due_on", name="review"),
        Index(None, "community_id", "session_id"),
        Index(None, "community_id", "due_on", "id"),
        Index(None, "community_id", "owner_account_id"),
    )
    session_id: UUID = Key()
    decision_id: UUID | None = Key(nullable=True)
    words: str = Field(max_length=2000)
    owner_account_id: UUID = Key(foreign_key="account.id")
    due_on: date
    review_on: date
    state: str = Field(max_length=20)
    reminders: int = 0


class ActionStep(TenantRow, table=True):
    """Progress on an action item, or its coming to another state. Append-only."""

    __tablename__ = "action_step"
    __table_args__: ClassVar = (
        tenant_key("action_item_id", "action_item"),
        CheckConstraint(f"to_state IN ({_STATES})", name="to_state"),
        Index(None, "community_id", "action_item_id", "at"),
    )
    action_item_id: UUID = Key()
    to_state: str | None = Field(default=None, max_length=20)
    """Empty where there was progress and no other state."""
    words: str | None = Field(default=None, max_length=2000)
    by_account_id: UUID = Key(foreign_key="account.id")
    at: datetime = Time()
