"""The building picture of a canvass as the API tells it."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

Mark = Literal[
    "none",
    "tried",
    "talked",
    "escalated",
    "left_alone",
    "not_assigned",
    "support",
    "undecided",
    "oppose",
    "unknown",
    "need",
    "urgent",
]


class PictureBuilding(BaseModel):
    """Which building it is."""

    id: UUID
    code: str
    name: str


class PictureDoor(BaseModel):
    """One door and its mark."""

    household_id: UUID
    code: str
    floor: int | None
    door: str
    kind: str
    occupancy: str | None
    mark: Mark


class PictureStairwell(BaseModel):
    """One stairwell; ``id`` is ``null`` for doors on the street, which belong to none."""

    id: UUID | None
    code: str
    floors: list[int | None] = Field(description="From the highest to the lowest")
    doors: list[PictureDoor]


class PictureOut(BaseModel):
    """A building as its floors and doors."""

    building: PictureBuilding
    stairwells: list[PictureStairwell]
