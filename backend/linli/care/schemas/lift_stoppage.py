"""Lift stoppages as the API reads and writes them."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.kernel.http.fields import ClientId, LongText, Moment


class LiftStoppageIn(BaseModel):
    """A building, or one stairwell of it, goes without its lift."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    project_id: UUID
    building_id: UUID
    stairwell_id: UUID | None = None
    stopped_from: Moment
    stopped_until: Moment | None = Field(None, description="``null``: nobody knows yet")
    reason: LongText

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.stopped_until is not None and self.stopped_until <= self.stopped_from:
            raise PydanticCustomError("ends_before_start", "it ends before it begins")
        return self


class LiftStoppageOut(BaseModel):
    """A lift stoppage; everybody may know."""

    id: UUID
    project_id: UUID
    building_id: UUID
    building_code: str
    stairwell_id: UUID | None
    stairwell_code: str | None
    stopped_from: datetime
    stopped_until: datetime | None
    reason: str
    version: int


class LiftStoppagePage(BaseModel):
    """Stoppages, the earliest first."""

    items: list[LiftStoppageOut]
    next: str | None


class LiftRunsIn(BaseModel):
    """Since when, or from when on, the lift runs again."""

    model_config = ConfigDict(extra="forbid")

    stopped_until: Moment
