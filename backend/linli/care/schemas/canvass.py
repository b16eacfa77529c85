"""Canvasses, assignments, coverage and the picture as the API reads and writes them."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.kernel.http.fields import ClientId, Day, LongText, ShortText

FloorNumber = Annotated[int, Field(strict=True, ge=-20, le=400)]


class CanvassIn(BaseModel):
    """A canvass to open."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    project_id: UUID
    title: ShortText
    starts_on: Day
    ends_on: Day = Field(description="The last day, included")
    explains: Annotated[list[UUID], Field(max_length=50)] = Field(
        default_factory=list, description="Handbook documents to explain at the doors"
    )

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends_on < self.starts_on:
            raise PydanticCustomError("ends_before_start", "the last day lies before the first")
        return self


class CanvassOut(BaseModel):
    """A canvass."""

    id: UUID
    project_id: UUID
    title: str
    starts_on: date
    ends_on: date
    explains: list[UUID]
    open: bool = Field(description="Whether today lies between its days")
    created_at: datetime


class CanvassPage(BaseModel):
    """Canvasses, the oldest first."""

    items: list[CanvassOut]
    next: str | None


class AssignmentIn(BaseModel):
    """Doors for one volunteer: a building, one stairwell of it, or some floors."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    account_id: UUID
    building_id: UUID
    stairwell_id: UUID | None = None
    floor_from: FloorNumber | None = None
    floor_to: FloorNumber | None = None

    @model_validator(mode="after")
    def _floors_in_order(self) -> Self:
        if (self.floor_from is None) != (self.floor_to is None):
            raise PydanticCustomError("half_a_range", "both floors or none")
        if self.floor_from is not None and self.floor_to < self.floor_from:  # type: ignore[operator]  # both are set
            raise PydanticCustomError("floors_reversed", "the first floor is above the last")
        return self


class AssignmentOut(BaseModel):
    """Doors of one volunteer."""

    id: UUID
    account_id: UUID
    account_name: str
    building_id: UUID
    building_code: str
    stairwell_id: UUID | None
    stairwell_code: str | None
    floor_from: int | None
    floor_to: int | None
    doors: int
    withdrawn_at: datetime | None


class AssignmentPage(BaseModel):
    """Assignments of a canvass, the oldest first."""

    items: list[AssignmentOut]
    next: str | None


class ShareOut(BaseModel):
    """Doors proposed for one volunteer; make it an assignment to have it so."""

    account_id: UUID
    building_id: UUID
    stairwell_id: UUID
    floor_from: int
    floor_to: int
    doors: int


class ReopeningIn(BaseModel):
    """Why a door may be knocked at again."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    household_id: UUID
    reason: LongText


class ReopeningOut(BaseModel):
    """That a door may be knocked at again."""

    id: UUID
    canvass_id: UUID
    household_id: UUID
    reason: str
    created_at: datetime
