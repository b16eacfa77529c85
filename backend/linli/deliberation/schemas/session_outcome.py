"""Minutes, signatures, decisions and action items as the API reads and writes them."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from linli.deliberation.rules.sessions.attendance import Party, SessionKind
from linli.deliberation.schemas.feedback import FeedbackOut
from linli.deliberation.schemas.proposals.comment import SpokenForOut
from linli.deliberation.schemas.representatives.asked_of_me import (
    ElectionToVoteOut,
    NominationAskedOut,
)
from linli.deliberation.schemas.representatives.mandate import MandateOut
from linli.deliberation.schemas.session_room import MotionOut
from linli.deliberation.schemas.sessions import SessionOut
from linli.kernel.attachments.slots import Sha256
from linli.kernel.http.fields import CLEAN, ClientId, Day, LongText, Moment

ActionState = Literal["open", "in_progress", "done", "closed", "cancelled"]
ActionWhich = Literal["mine", "open", "ended"]
MinutesText = Annotated[str, StringConstraints(max_length=50_000, pattern=CLEAN)]


class MinutesIn(BaseModel):
    """Minutes as they are now."""

    model_config = ConfigDict(extra="forbid")

    text: MinutesText


class MinutesPhotoIn(BaseModel):
    """A photo of the minutes: the payload of a sync item ``minutes_photo``.

    The photo itself is the item's only attachment.
    """

    model_config = ConfigDict(extra="forbid")

    session_id: UUID
    sha256: Sha256
    taken_at: Moment


class MinutesPhotoOut(BaseModel):
    """A photo of the minutes."""

    id: UUID
    sha256: str
    size: int
    content_type: str
    state: Literal["missing", "stored"] = Field(description="missing, until it has arrived")
    by_name: str
    taken_at: datetime


class MinutesOut(BaseModel):
    """The newest minutes; ``number`` is their ETag."""

    number: int = Field(description="0 while nothing was written")
    text: str
    saved_by_name: str | None
    saved_at: datetime | None
    photos: list[MinutesPhotoOut] = Field(description="The signed page, the whiteboard")


class SignatureIn(BaseModel):
    """A party signs, or will not and says why."""

    model_config = ConfigDict(extra="forbid")

    number: Annotated[int, Field(strict=True, ge=1)] = Field(
        description="The version that was read"
    )
    signed: bool
    reason: LongText | None = None

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if not self.signed and self.reason is None:
            raise PydanticCustomError("reason_missing", "say why")
        return self


class SignatureOut(BaseModel):
    """What a party said to the minutes."""

    party: Party
    number: int
    signed: bool
    reason: str | None
    by_name: str
    at: datetime


class DecisionSaid(BaseModel):
    """What was decided on an item that the notice announced."""

    model_config = ConfigDict(extra="forbid")

    agenda_item_id: UUID
    motion_id: UUID | None = None
    words: LongText


class DecisionIn(DecisionSaid):
    """A decision by its own id."""

    id: ClientId


class DecisionTold(DecisionSaid):
    """A decision written down in the room: the payload of a sync item ``decision``."""

    session_id: UUID


class DecisionOut(BaseModel):
    """A decision."""

    id: UUID
    agenda_item_id: UUID
    motion_id: UUID | None
    words: str
    created_at: datetime


class ActionItemSaid(BaseModel):
    """Something to do."""

    model_config = ConfigDict(extra="forbid")

    decision_id: UUID | None = None
    words: LongText
    owner_account_id: UUID
    due_on: Day
    review_on: Day = Field(description="When somebody looks whether it is done")

    @model_validator(mode="after")
    def _is_reviewed_after(self) -> Self:
        if self.review_on < self.due_on:
            raise PydanticCustomError("review_before_due", "the review comes after the due day")
        return self


class ActionItemIn(ActionItemSaid):
    """Something to do, by its own id."""

    id: ClientId


class ActionItemTold(ActionItemSaid):
    """Something to do, given out in the room: the payload of a sync item ``action_item``."""

    session_id: UUID


class ActionStepIn(BaseModel):
    """Progress, or another state."""

    model_config = ConfigDict(extra="forbid")

    to_state: ActionState | None = None
    words: LongText | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.to_state is None and self.words is None:
            raise PydanticCustomError("nothing_said", "say what was done, or the new state")
        return self


class ActionItemOut(BaseModel):
    """Something to do, and how it stands."""

    id: UUID
    session_id: UUID
    session_kind: SessionKind
    held_on: date
    decision_id: UUID | None
    decision_words: str | None = Field(description="What was decided, where it is named")
    words: str
    owner_account_id: UUID
    owner_name: str
    due_on: date
    review_on: date
    state: ActionState
    overdue: bool = Field(description="The due day is over and it is not done")
    to_review: bool = Field(description="It is done and the day of its review has come")
    reminders: int
    mine: bool


class ActionItemPage(BaseModel):
    """Action items, the first due first."""

    items: list[ActionItemOut]
    next: str | None


class ActionStepOut(BaseModel):
    """Progress on an action item."""

    id: UUID
    to_state: ActionState | None
    words: str | None
    by_name: str
    at: datetime


class ActionItemDetail(ActionItemOut):
    """An action item with all that was done about it."""

    steps: list[ActionStepOut]


class OutcomeOut(BaseModel):
    """What a session left behind."""

    motions: list[MotionOut]
    decisions: list[DecisionOut]
    action_items: list[ActionItemOut]
    signatures: list[SignatureOut]
    missing: list[Party] = Field(description="Parties whose signature is still needed")
    present: int = Field(description="Representatives present")
    mandates: int = Field(description="Representatives there were when the session ended")


class WaitingOut(BaseModel):
    """What waits for the caller in deliberation."""

    feedback: list[FeedbackOut] = Field(description="One's own, said to be fixed: is it?")
    action_items: list[ActionItemOut] = Field(description="One's own that are not closed")
    to_review: list[ActionItemOut] = Field(
        description="For who holds sessions: said to be done, and the day of the review has come"
    )
    sessions: list[SessionOut] = Field(description="Going on, or noticed for the coming days")
    mandates: list[MandateOut] = Field(
        description="Nearly over with nobody to follow: one's own; for who holds elections, all"
    )
    nominations: list[NominationAskedOut] = Field(
        description="The caller was nominated and has not answered; voting has not begun"
    )
    elections: list[ElectionToVoteOut] = Field(
        description="Taking ballots from homes of the caller that have not voted"
    )
    spoken_for: list[SpokenForOut] = Field(
        description="Said in the name of the caller's homes, which have not answered yet"
    )
    messages: int = Field(description="How many messages wait for the caller's answer")
    answers: int = Field(description="How many of one's messages were answered in the last days")
