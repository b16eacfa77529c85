"""Care tasks as the API reads and writes them."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.care.rules.need_words import NeedKind, Urgency
from linli.care.rules.task_words import Origin, TaskStatus, TaskVerb
from linli.kernel.http.fields import ClientId, LongText, Moment, ShortText


class CareTaskIn(BaseModel):
    """A task made by hand."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    household_id: UUID
    kind: NeedKind
    title: ShortText
    instruction: LongText | None = Field(None, description="For the helper only, while helping")
    urgency: Urgency = "normal"
    due_from: Moment
    due_until: Moment
    assignee_id: UUID | None = None

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.due_until <= self.due_from:
            raise PydanticCustomError("ends_before_start", "it ends before it begins")
        return self


class CareTaskOut(BaseModel):
    """A care task, as much of it as the caller may see.

    Floor, door and household are there for the social worker, the building's lead, and the helper
    while the task is current; the instruction for that helper alone.
    """

    id: UUID
    need_id: UUID | None
    kind: NeedKind
    title: str
    urgency: Urgency
    origin: Origin
    building_code: str | None
    household_id: UUID | None
    floor: int | None
    door: str | None
    due_from: datetime
    due_until: datetime
    expected_by: datetime
    status: TaskStatus
    assignee_id: UUID | None
    attempts: int
    instruction: str | None
    version: int


class CareTaskPage(BaseModel):
    """Care tasks by when they begin."""

    items: list[CareTaskOut]
    next: str | None


class TaskStepOut(BaseModel):
    """One thing that happened to a task."""

    verb: TaskVerb
    at: datetime
    by: UUID | None = Field(description="``null``: time did it")
    to_account_id: UUID | None
    reason: str | None


class TaskHistory(BaseModel):
    """What happened to a task, in order."""

    items: list[TaskStepOut]
    next: None


class TakenIn(BaseModel):
    """Taking a task on."""

    model_config = ConfigDict(extra="forbid")

    all_following: bool = Field(
        default=False, description="Also the later tasks of the same need that nobody has"
    )


class ReasonIn(BaseModel):
    """Why a task is given back or taken off."""

    model_config = ConfigDict(extra="forbid")

    reason: LongText


class HandoverIn(BaseModel):
    """To whom a task is handed over, and why."""

    model_config = ConfigDict(extra="forbid")

    to_account_id: UUID
    reason: LongText


class AssignmentOfTaskIn(BaseModel):
    """Who is to do a task."""

    model_config = ConfigDict(extra="forbid")

    account_id: UUID
    all_following: bool = Field(
        default=False, description="Also the later tasks of the same need that nobody has"
    )
