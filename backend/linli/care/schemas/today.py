"""What a phone shows first, as the API tells it."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from linli.care.rules.visit_words import DayPart, DoorStep
from linli.care.schemas.care_task import CareTaskOut


class BroughtAlong(BaseModel):
    """A grievance of this household that is not closed, and the latest answer to it."""

    id: UUID
    words: str
    answer: str | None


class DoorToday(BaseModel):
    """A door to knock at, or to leave alone."""

    canvass_id: UUID
    household_id: UUID
    code: str
    building_id: UUID
    building_code: str
    stairwell_code: str | None
    floor: int | None
    door: str
    state: DoorStep
    attempts: int
    due_at: datetime | None
    due_part: DayPart | None
    left_alone: bool
    open_grievances: list[BroughtAlong]


class CanvassToday(BaseModel):
    """A canvass that is going on."""

    id: UUID
    title: str
    explains: list[UUID]


class TodayOut(BaseModel):
    """The day of one person, by the community's calendar."""

    date: date
    server_time: datetime
    doors: list[DoorToday]
    care_tasks: list[CareTaskOut]
    handbook_version: str = Field(description="Changes whenever the handbook does")
    canvasses: list[CanvassToday]
