"""Sessions and their agenda as the API reads and writes them."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.deliberation.rules.feedback.report import FeedbackKind
from linli.deliberation.rules.sessions.attendance import Party, SessionKind
from linli.kernel.http.fields import ClientId, LongText, Moment, ShortText

SessionState = Literal[
    "planned",
    "noticed",
    "in_session",
    "in_recess",
    "closed",
    "minutes_submitted",
    "signed_off",
    "published",
    "cancelled",
]
SubjectKind = Literal[
    "proposal", "hazard", "feedback", "cost_plan", "comparison_list", "grievance", "other"
]
Undecidable = Literal["not_in_notice", "changed_after_notice", "subject_changed_after_notice"]


class SessionIn(BaseModel):
    """A session to plan."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    kind: SessionKind
    title: ShortText
    place: ShortText
    project_id: UUID | None = None
    starts_at: Moment


class AgendaItemIn(BaseModel):
    """Something to talk about; after the notice it can be talked about and not decided.

    ``hazard`` and ``grievance`` are of no use yet: those are not recorded where sessions see them.
    What is dangerous comes onto the agenda in words (``other``), or as reports (``feedback``).
    """

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    title: ShortText
    details: LongText | None = None
    subject_kind: SubjectKind = "other"
    subject_id: UUID | None = None

    @model_validator(mode="after")
    def _names_its_subject(self) -> Self:
        if (self.subject_kind == "other") != (self.subject_id is None):
            raise PydanticCustomError("subject_unnamed", "say which one it is about")
        return self


class AgendaChange(BaseModel):
    """What changes of an agenda item before the notice."""

    model_config = ConfigDict(extra="forbid")

    title: ShortText | None = None
    details: LongText | None = None
    position: Annotated[int, Field(strict=True, ge=1, le=1000)] | None = None


class AgendaItemOut(BaseModel):
    """An item of an agenda."""

    id: UUID
    position: int
    title: str = Field(description="Empty where reports of one kind and place are answered")
    details: str | None
    subject_kind: SubjectKind
    subject_id: UUID | None
    feedback_kind: FeedbackKind | None
    building_id: UUID | None
    building_code: str | None
    reports: list[UUID] = Field(description="Feedback that it answers")
    decidable: bool = Field(description="The notice announced it, and it is unchanged")
    undecidable: Undecidable | None = Field(description="Why it can only be talked about")
    taken_up_at: datetime | None
    closed_at: datetime | None
    version: int


class SessionStepOut(BaseModel):
    """That a session came to another state."""

    to_state: SessionState
    at: datetime
    reason: str | None


class SessionOut(BaseModel):
    """A session."""

    id: UUID
    kind: SessionKind
    title: str = Field(description="Empty for a weekly session that the week made by itself")
    place: str
    project_id: UUID | None
    starts_at: datetime
    held_on: date
    state: SessionState
    noticed_on: date | None
    version: int


class SessionDetail(SessionOut):
    """A session with its agenda."""

    agenda: list[AgendaItemOut]
    steps: list[SessionStepOut]
    parties: list[Party] = Field(description="Which must be there, and sign the minutes")
    earliest_on: date = Field(description="If the notice were given today")
    speaking_seconds: int


class SessionPage(BaseModel):
    """Sessions, the earliest day first."""

    items: list[SessionOut]
    next: str | None


class PostponementIn(BaseModel):
    """Another time or place, and why; a new notice has to follow."""

    model_config = ConfigDict(extra="forbid")

    starts_at: Moment
    place: ShortText | None = Field(default=None, description="As before when left out")
    reason: LongText


class SessionReason(BaseModel):
    """Why."""

    model_config = ConfigDict(extra="forbid")

    reason: LongText
