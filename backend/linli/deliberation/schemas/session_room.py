"""What is recorded in the room, by tap or by the secretary, also while the network is down."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.deliberation.rules.sessions.attendance import Party
from linli.deliberation.rules.sessions.show_of_hands import MotionOutcome
from linli.deliberation.rules.sessions.speaking_order import Side
from linli.deliberation.schemas.sessions import SessionState
from linli.kernel.http.fields import LongText, Moment

How = Literal["room", "remote"]
Choice = Literal["agree", "oppose", "abstain"]
DeskWhat = Literal["open", "recess", "close", "take_up", "call", "end_turn", "count_taps"]
OF_SESSION = {"open", "recess", "close"}
Heads = Annotated[int, Field(strict=True, ge=0, le=10_000)]


class AttendanceIn(BaseModel):
    """Somebody came or went: the payload of a sync item ``session_attendance``."""

    model_config = ConfigDict(extra="forbid")

    session_id: UUID
    account_id: UUID | None = Field(None, description="Left out for oneself")
    how: How = "room"
    here: bool = True
    happened_at: Moment
    reason: LongText | None = Field(
        None, description="Of a correction: what is told of after the session was closed"
    )


class SpeakingRequestIn(BaseModel):
    """A hand raised to speak: the payload of a sync item ``speaking_request``."""

    model_config = ConfigDict(extra="forbid")

    session_id: UUID
    agenda_item_id: UUID
    side: Side
    happened_at: Moment


class MotionIn(BaseModel):
    """A motion put to the representatives: the payload of a sync item ``motion``."""

    model_config = ConfigDict(extra="forbid")

    session_id: UUID
    agenda_item_id: UUID
    words: LongText


class HandIn(BaseModel):
    """A representative's hand: the payload of a sync item ``hand``."""

    model_config = ConfigDict(extra="forbid")

    session_id: UUID
    motion_id: UUID
    choice: Choice


class HandCountIn(BaseModel):
    """Hands as the secretary counted them: the payload of a sync item ``hand_count``.

    For representatives without a phone: ``agree`` and ``oppose`` hold the hands tapped too.
    """

    model_config = ConfigDict(extra="forbid")

    session_id: UUID
    motion_id: UUID
    agree: Heads
    oppose: Heads
    present: Heads = Field(description="Representatives in the room, by the roll of this phone")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.agree + self.oppose > self.present:
            raise PydanticCustomError("more_hands_than_present", "more hands than people")
        return self


class DeskStepIn(BaseModel):
    """What the secretary did at the desk: the payload of a sync item ``desk_step``.

    ``about`` names the agenda item taken up, the hand called or whose turn ended, or the motion
    whose taps were counted.
    """

    model_config = ConfigDict(extra="forbid")

    session_id: UUID
    what: DeskWhat
    about: UUID | None = None
    happened_at: Moment

    @model_validator(mode="after")
    def _names_it(self) -> Self:
        if (self.about is None) != (self.what in OF_SESSION):
            raise PydanticCustomError("subject_unnamed", "say which one")
        return self


class QuorumOut(BaseModel):
    """Whether the session can decide as it stands; once it is over, as it stood at its end."""

    present: int = Field(description="Representatives present")
    mandates: int
    least: int
    missing_parties: list[Party]
    quorate: bool
    people: int = Field(description="Everybody present")


class SpeakerOut(BaseModel):
    """Whose hand is up, or who speaks."""

    id: UUID
    account_id: UUID
    name: str
    side: Side
    called_at: datetime | None


class MotionOut(BaseModel):
    """A motion and its hands."""

    id: UUID
    agenda_item_id: UUID
    words: str
    opened_at: datetime
    closed_at: datetime | None
    how: Literal["hands", "counted"] | None
    agree: int = Field(description="While it is open, hands that are up now")
    oppose: int
    present: int
    mandates: int
    outcome: MotionOutcome | None


class RoomOut(BaseModel):
    """The room as it is now; everybody who follows a session reads this every few seconds."""

    tick: int
    server_time: datetime
    state: SessionState
    item_id: UUID | None = Field(description="What is talked about now")
    quorum: QuorumOut
    speaking: SpeakerOut | None
    queue: list[SpeakerOut] = Field(description="Who speaks next, first-time speakers first")
    motion: MotionOut | None = Field(description="The open motion, or the last one decided")
    raised: list[UUID] = Field(description="Accounts whose hand on the open motion is up")
    here: list[UUID] = Field(description="Accounts that are there")


class PersonInRoom(BaseModel):
    """Somebody who is expected, or there."""

    account_id: UUID
    name: str
    party: Party | None = Field(description="Empty for who is of none of the three")
    representative: bool
    how: How | None
    here: bool


class RollOut(BaseModel):
    """Who is expected and who is there."""

    items: list[PersonInRoom]
