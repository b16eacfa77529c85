"""Assistance visits as the API reads and writes them."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.care.rules.need_words import NeedKind
from linli.care.rules.task_words import HelpOutcome
from linli.kernel.attachments.slots import Slots
from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId, LongText, Moment

MINUTES_A_DAY = 1440


class AssistanceVisitIn(BaseModel):
    """Help that was given: the payload of a sync item of the kind ``assistance_visit``."""

    model_config = ConfigDict(extra="forbid")

    care_task_id: UUID | None = None
    household_id: UUID
    happened_at: Moment = Field(description="By the phone's clock; never corrected")
    did: Annotated[list[NeedKind], Field(max_length=6)] = Field(default_factory=list)
    minutes: Annotated[int, Field(strict=True, ge=0, le=MINUTES_A_DAY)] = 0
    outcome: HelpOutcome
    follow_up: bool = Field(default=False, strict=True)
    note: LongText | None = Field(None, description="Sealed; for the social worker only")
    attachments: Slots = Field(default_factory=list)

    @model_validator(mode="after")
    def _did_something(self) -> Self:
        if self.outcome in {"done", "partly"} and not self.did:
            raise PydanticCustomError("nothing_done", "say what was done")
        if len(set(self.did)) < len(self.did):
            raise PydanticCustomError("repeated_kind", "a kind of help is named twice")
        return self


class AssistanceVisitCreate(AssistanceVisitIn):
    """An assistance visit under the id that the phone gave it."""

    id: ClientId

    def payload(self) -> AssistanceVisitIn:
        """The visit as a sync item carries it, without its id."""
        return AssistanceVisitIn.model_validate(self.model_dump(exclude={"id"}))


class FileOut(BaseModel):
    """A declared file and whether it has arrived."""

    sha256: str
    size: int
    content_type: str
    state: Literal["missing", "stored"]


class AssistanceVisitLogged(BaseModel):
    """That a visit was logged, with its receipt."""

    id: UUID
    receipt: ReceiptOut
    attachments: list[FileOut]


class AssistanceVisitOut(BaseModel):
    """A visit without its note."""

    id: UUID
    care_task_id: UUID | None
    household_id: UUID
    happened_at: datetime
    recorded_at: datetime
    recorded_by: UUID
    did: list[NeedKind]
    minutes: int
    outcome: HelpOutcome
    follow_up: bool
    has_note: bool


class AssistanceVisitPage(BaseModel):
    """Visits, the earliest first."""

    items: list[AssistanceVisitOut]
    next: str | None


class NoteContent(BaseModel):
    """The note of a visit."""

    id: UUID
    note: str
