"""Feedback as the API reads and writes it."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.deliberation.rules.feedback.report import FeedbackKind
from linli.kernel.attachments.slots import Slots
from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId, Day, LongText, Moment, ShortText

FeedbackState = Literal[
    "reported",
    "on_agenda",
    "answered",
    "said_fixed",
    "closed",
    "reopened",
    "declined",
    "merged",
]
Part = Literal["reporter", "contractor", "property_manager", "office", "system"]
Which = Literal["open", "ended", "mine", "asked", "to_answer"]
FloorNumber = Annotated[int, Field(strict=True, ge=-20, le=400)]


class FeedbackIn(BaseModel):
    """What a neighbour reports: the payload of a sync item of the kind ``feedback``."""

    model_config = ConfigDict(extra="forbid")

    kind: FeedbackKind
    building_id: UUID | None = Field(None, description="Left out for a place outside")
    stairwell_id: UUID | None = None
    floor: FloorNumber | None = None
    place: ShortText | None = Field(None, description="The place in own words")
    words: LongText | None = None
    same_as: UUID | None = Field(None, description="The open report that this one repeats")
    happened_at: Moment = Field(description="By the phone's clock; never corrected")

    @model_validator(mode="after")
    def _has_a_building(self) -> Self:
        if self.building_id is None and (self.stairwell_id or self.floor is not None):
            raise PydanticCustomError("place_without_building", "say which building")
        return self


class FeedbackCreate(FeedbackIn):
    """A report under the id that the phone gave it."""

    id: ClientId
    attachments: Slots = Field(default_factory=list)

    def payload(self) -> FeedbackIn:
        """The report as a sync item carries it."""
        return FeedbackIn.model_validate(self.model_dump(exclude={"id", "attachments"}))


class FixedAnswerIn(BaseModel):
    """Whether one's own report is fixed: the payload of a sync item ``feedback_step``."""

    model_config = ConfigDict(extra="forbid")

    feedback_id: UUID
    fixed: bool
    reason: LongText | None = Field(None, description="What is still wrong; needed when it is")
    said_at: Moment

    @model_validator(mode="after")
    def _says_what_is_wrong(self) -> Self:
        if self.fixed is (self.reason is not None):
            raise PydanticCustomError("reason_if_not_fixed", "a reason when it is not fixed")
        return self


class FeedbackReported(BaseModel):
    """That a report was taken, with its receipt."""

    id: UUID
    receipt: ReceiptOut


class HomePlaceOut(BaseModel):
    """Where the caller lives; ``null`` where the roster does not say."""

    building_id: UUID | None
    building_code: str | None
    stairwell_id: UUID | None
    stairwell_code: str | None
    floor: int | None


class FeedbackOut(BaseModel):
    """A report as the public list shows it."""

    id: UUID
    kind: FeedbackKind
    building_id: UUID | None
    building_code: str | None
    stairwell_id: UUID | None
    stairwell_code: str | None
    floor: int | None
    place: str | None
    words: str | None
    reported_on: date
    days_open: int = Field(description="Days of the community's calendar, until it ended")
    state: FeedbackState
    state_since: datetime
    promised_on: date | None
    overdue: bool = Field(description="The promised day has passed and it is not done")
    homes: int = Field(description="How many homes reported it")
    mine: bool = Field(description="The caller reported it, or a report that was joined to it")
    merged_into_id: UUID | None


class FeedbackPage(BaseModel):
    """Reports, the oldest first."""

    items: list[FeedbackOut]
    next: str | None


class FeedbackStepOut(BaseModel):
    """What was done about a report, and in which part."""

    id: UUID
    to_state: FeedbackState
    part: Part
    at: datetime
    words: str | None
    promised_on: date | None


class FeedbackFile(BaseModel):
    """A photo of a report."""

    sha256: str
    content_type: str
    state: Literal["missing", "stored"]


class FeedbackDetail(FeedbackOut):
    """A report with all that was done about it."""

    reporter_building: str | None = Field(
        description="For whoever answers: the building whose neighbour reported it"
    )
    may_reopen: bool = Field(description="Whether the caller may still say that it is not fixed")
    may_confirm: bool = Field(description="Whether the caller is asked whether it is fixed")
    may_separate: bool = Field(
        description="Whether the caller may take it out of the report that it was joined to"
    )
    steps: list[FeedbackStepOut]
    files: list[FeedbackFile] = Field(description="For the reporter and whoever answers")


class SimilarAsked(BaseModel):
    """Of a report about to be sent, what tells whether another one is like it."""

    model_config = ConfigDict(extra="forbid")

    kind: FeedbackKind
    building_id: UUID | None = None
    stairwell_id: UUID | None = None
    floor: Annotated[int, Field(ge=-20, le=400)] | None = None


class SimilarOut(BaseModel):
    """Open reports that may be the same, the most alike first."""

    items: list[FeedbackOut]


class FeedbackAnswerIn(BaseModel):
    """An answer, with the day by which it is done."""

    model_config = ConfigDict(extra="forbid")

    words: LongText
    promised_on: Day


class FixedIn(BaseModel):
    """That it is said to be fixed."""

    model_config = ConfigDict(extra="forbid")

    words: LongText | None = None


class FeedbackJoinIn(BaseModel):
    """The open report that it repeats, and why it is the same."""

    model_config = ConfigDict(extra="forbid")

    into_id: UUID
    reason: LongText


class FeedbackReasonIn(BaseModel):
    """Why."""

    model_config = ConfigDict(extra="forbid")

    reason: LongText
