"""The assistance register: who needs what help, by what right, until when.

What a helper must know stands sealed in one column under the person's own key. The row of a need
that ended stays, without content, so that its ending and erasure can be shown.
"""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from linli.care.models.one_of import one_of
from linli.care.rules.need_words import (
    Basis,
    EndReason,
    GivenBy,
    GivenHow,
    NeedKind,
    NeedStatus,
    Urgency,
)
from linli.care.rules.task_words import Part
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

_ACTIVE = text("status = 'active'")


class AssistedPerson(TenantRow, table=True):
    """Someone with an active need; ``id`` names the vault's key. Deleted with the key.

    The name is not here but in the sealed content; its blind index finds the same person again.
    """

    __tablename__ = "assisted_person"
    __table_args__: ClassVar = (
        tenant_key("household_id", "household"),
        tenant_unique("household_id", "name_index"),
    )
    household_id: UUID = Key()
    name_index: bytes = Field(repr=False)
    made_at: datetime = Time()


class SeparateConsent(TenantRow, table=True):
    """A consent of its own to one purpose (PIPL 29), kept as proof also after the need ended."""

    __tablename__ = "separate_consent"
    __table_args__: ClassVar = (
        one_of("given_how", GivenHow),
        one_of("given_by", GivenBy),
        CheckConstraint("purpose = 'assistance_register'", name="purpose"),
        Index(None, "community_id", "person_id"),
    )
    person_id: UUID = Key()
    """No foreign key: the proof outlives the person's row."""
    purpose: str = Field(default="assistance_register", max_length=30)
    scope: list[str] = Field(sa_type=Json)
    """The kinds of help consented to."""
    wording_version: str = Field(max_length=100)
    given_how: str = Field(max_length=20)
    given_by: str = Field(max_length=10)
    given_at: datetime = Time()
    taken_by: UUID = Key()
    taken_at: datetime = Time()
    evidence_sha256: str | None = Field(default=None, max_length=64)
    sealed: bytes | None = Field(default=None, repr=False)
    """The guardian's name, under the person's key."""


class AssistanceNeed(TenantRow, CreatedOnce, Versioned, table=True):
    """That somebody behind a door needs a kind of help. Never why.

    ``sealed`` holds the person's name, the instruction and the contact. It is there exactly while
    the need is active: the database refuses an ended need with content, and a need without consent
    that is no emergency.
    """

    __tablename__ = "assistance_need"
    __table_args__: ClassVar = (
        tenant_key("household_id", "household"),
        tenant_key("consent_id", "separate_consent"),
        tenant_key("replaces_id", "assistance_need"),
        one_of("kind", NeedKind),
        one_of("urgency", Urgency),
        one_of("basis", Basis),
        one_of("status", NeedStatus),
        one_of("part", Part),
        CheckConstraint("basis = 'emergency' OR consent_id IS NOT NULL", name="consent"),
        CheckConstraint("review_on IS NOT NULL OR ends_on IS NOT NULL", name="until"),
        CheckConstraint("(weekdays IS NULL) = (part IS NULL)", name="recurrence"),
        CheckConstraint("(status = 'active') = (sealed IS NOT NULL)", name="erased"),
        Index(
            "uq_assistance_need__active",
            "community_id",
            "household_id",
            "kind",
            "person_id",
            unique=True,
            sqlite_where=_ACTIVE,
            postgresql_where=_ACTIVE,
        ),
        Index(None, "community_id", "status", "id"),
        Index(None, "community_id", "person_id", "status"),
    )
    household_id: UUID = Key()
    person_id: UUID = Key()
    """No foreign key: the row of the person goes when the last need ends."""
    kind: str = Field(max_length=20)
    urgency: str = Field(max_length=10)
    basis: str = Field(max_length=10)
    consent_id: UUID | None = Key(nullable=True)
    starts_on: date
    review_on: date | None = None
    ends_on: date | None = None
    weekdays: list[int] | None = Field(default=None, sa_type=Json)
    """ISO weekdays of recurring help; ``None``: once."""
    part: str | None = Field(default=None, max_length=10)
    status: str = Field(default="active", max_length=10)
    replaces_id: UUID | None = Key(nullable=True)
    sealed: bytes | None = Field(default=None, repr=False)


class NeedEnding(TenantRow, table=True):
    """That a need ended: withdrawn, ended, replaced, or run out. Its content went with it."""

    __tablename__ = "need_ending"
    __table_args__: ClassVar = (
        tenant_key("need_id", "assistance_need"),
        tenant_unique("need_id"),
        one_of("reason", EndReason),
        one_of("given_how", GivenHow),
        CheckConstraint("(reason = 'withdrawn') = (given_how IS NOT NULL)", name="withdrawal"),
    )
    need_id: UUID = Key()
    reason: str = Field(max_length=20)
    given_how: str | None = Field(default=None, max_length=20)
    ended_by: UUID | None = Key(nullable=True)
    """``None``: a date passed."""
    ended_at: datetime = Time()
    key_destroyed: bool
    """Whether the person's key went too; otherwise another need of theirs is still active."""


class NeedReview(TenantRow, CreatedOnce, table=True):
    """That a social worker looked at a need again and set new dates."""

    __tablename__ = "need_review"
    __table_args__: ClassVar = (
        tenant_key("need_id", "assistance_need"),
        Index(None, "community_id", "need_id", "created_at"),
    )
    need_id: UUID = Key()
    review_on: date | None = None
    ends_on: date | None = None


class NeedPause(TenantRow, CreatedOnce, table=True):
    """Days on which recurring help rests: the person is away."""

    __tablename__ = "need_pause"
    __table_args__: ClassVar = (
        tenant_key("need_id", "assistance_need"),
        CheckConstraint("until_on >= from_on", name="days"),
        Index(None, "community_id", "need_id"),
    )
    need_id: UUID = Key()
    from_on: date
    until_on: date
    """The last day, included."""
    removed_at: datetime | None = Time(nullable=True)
    removed_by: UUID | None = Key(nullable=True)


class CareHoliday(TenantRow, CreatedOnce, table=True):
    """A day of the community's calendar on which recurring help rests."""

    __tablename__ = "care_holiday"
    __table_args__: ClassVar = (Index(None, "community_id", "on_day"),)
    on_day: date
    name: str = Field(max_length=100)
    removed_at: datetime | None = Time(nullable=True)
    removed_by: UUID | None = Key(nullable=True)
