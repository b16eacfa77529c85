"""Assistance needs and their consents as the API reads and writes them."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from linli.care.rules.need_words import (
    Basis,
    EndReason,
    GivenBy,
    GivenEndReason,
    GivenHow,
    NeedKind,
    NeedStatus,
    Urgency,
)
from linli.care.rules.visit_words import DayPart
from linli.kernel.attachments.slots import Slot
from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId, Day, LongText, Moment, ShortText

Phone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9+() -]{3,30}$")]
Weekday = Annotated[int, Field(strict=True, ge=1, le=7, description="1 is Monday (ISO 8601)")]


class RecurrenceIn(BaseModel):
    """Help that comes again on these days of the week."""

    model_config = ConfigDict(extra="forbid")

    weekdays: Annotated[list[Weekday], Field(min_length=1, max_length=7)]
    part: DayPart

    @model_validator(mode="after")
    def _each_day_once(self) -> Self:
        if len(set(self.weekdays)) < len(self.weekdays):
            raise PydanticCustomError("repeated_weekday", "a weekday is named twice")
        return self


class ConsentIn(BaseModel):
    """A separate consent to being kept in the register (PIPL 29)."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    given_how: GivenHow
    scope: Annotated[list[NeedKind], Field(min_length=1, max_length=6)]
    wording_version: ShortText = Field(description="Which wording was read to the person")
    given_at: Moment
    given_by: GivenBy = "self"
    guardian_name: ShortText | None = None
    attachment: Slot | None = Field(None, description="A photo of the signed form")


class ConsentRecorded(BaseModel):
    """That a need now rests on this consent."""

    id: UUID
    need_id: UUID


class EmergencyIn(BaseModel):
    """Why no consent could be asked for (PIPL 13: life and health in danger)."""

    model_config = ConfigDict(extra="forbid")

    reason: LongText


class NeedIn(BaseModel):
    """Help that somebody needs: the payload of a sync item of the kind ``assistance_need``."""

    model_config = ConfigDict(extra="forbid")

    household_id: UUID
    person_name: ShortText
    under_14: bool = Field(
        default=False, description="Then a guardian consents (PIPL 31)", strict=True
    )
    kind: NeedKind
    urgency: Urgency = "normal"
    instruction: LongText = Field(description="What, where and when, in plain words; never why")
    contact_name: ShortText | None = None
    contact_phone: Phone | None = None
    starts_on: Day
    review_on: Day | None = Field(None, description="When to look at it again")
    ends_on: Day | None = Field(None, description="The last day; this or a review is needed")
    recurrence: RecurrenceIn | None = Field(None, description="Without it, help comes once")
    consent: ConsentIn | None = None
    emergency: EmergencyIn | None = None
    replaces: UUID | None = Field(None, description="The active need that this one takes over from")
    beside: UUID | None = Field(
        None,
        description="The active need of somebody else at this door that this one stands beside",
    )

    @model_validator(mode="after")
    def _by_one_right(self) -> Self:
        if (self.consent is None) == (self.emergency is None):
            raise PydanticCustomError("consent_or_emergency", "a consent or an emergency, one of")
        return self


class NeedCreate(NeedIn):
    """A need under the id that the phone gave it."""

    id: ClientId

    def payload(self) -> NeedIn:
        """The need as a sync item carries it, without its id."""
        return NeedIn.model_validate(self.model_dump(exclude={"id"}))


class NeedRegistered(BaseModel):
    """That a need was registered, with its receipt. Nothing of its content comes back."""

    id: UUID
    receipt: ReceiptOut


class PauseOut(BaseModel):
    """Days on which recurring help rests."""

    id: UUID
    from_on: date
    until_on: date = Field(description="The last day, included")


class NeedOut(BaseModel):
    """A need without its content; to a building lead no more than that it exists."""

    id: UUID
    household_id: UUID
    household_code: str
    building_id: UUID | None
    urgent: bool
    kind: NeedKind | None = Field(description="For the social worker, as all that follows")
    urgency: Urgency | None
    status: NeedStatus
    basis: Basis | None
    starts_on: date | None
    review_on: date | None
    ends_on: date | None
    recurrence: RecurrenceIn | None
    pauses: list[PauseOut] | None = Field(description="Those of now and to come, earliest first")
    end_reason: EndReason | None
    version: int


class NeedPage(BaseModel):
    """Needs, the oldest first."""

    items: list[NeedOut]
    next: str | None


class OpeningIn(BaseModel):
    """Why sealed content is opened; the person concerned can read it."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    purpose: ShortText


class ConsentOut(BaseModel):
    """A consent as proof."""

    id: UUID
    scope: list[NeedKind]
    wording_version: str
    given_how: GivenHow
    given_by: GivenBy
    guardian_name: str | None
    given_at: datetime
    taken_by: UUID
    taken_at: datetime
    evidence_sha256: str | None


class NeedContent(BaseModel):
    """What was sealed."""

    id: UUID
    household_code: str
    kind: NeedKind
    person_name: str
    under_14: bool
    instruction: str
    contact_name: str | None
    contact_phone: str | None
    emergency_reason: str | None
    consent: ConsentOut | None


class OpeningOut(BaseModel):
    """One opening, for the person concerned to see."""

    opened_at: datetime
    actor_id: UUID
    actor_name: str
    purpose: str = Field(description="``care_task`` when given to the helper of a task")
    care_task_id: UUID | None
    record: str


class OpeningPage(BaseModel):
    """All openings of what is kept of a person, the oldest first."""

    items: list[OpeningOut]
    next: str | None


class WithdrawalIn(BaseModel):
    """The person no longer consents."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    given_how: GivenHow


class EndIn(BaseModel):
    """Help is no longer needed."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    reason: GivenEndReason


class EndedOut(BaseModel):
    """That a need ended and its content was erased."""

    need_id: UUID
    reason: EndReason
    ended_at: datetime
    key_destroyed: bool = Field(
        description="Whether the person's key went too; not while another need of theirs is active"
    )


class ReviewIn(BaseModel):
    """New dates for a need that is still there."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    review_on: Day | None = None
    ends_on: Day | None = None


class PauseIn(BaseModel):
    """Days on which recurring help rests."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    from_on: Day
    until_on: Day = Field(description="The last day, included")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.until_on < self.from_on:
            raise PydanticCustomError("ends_before_start", "the last day lies before the first")
        return self
