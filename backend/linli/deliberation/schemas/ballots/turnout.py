"""How many ballots came in, without a word of what they say."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from linli.deliberation.schemas.ballots.round_out import DecisionThresholdOut, ElectorWeightOut


class BuildingReturnedOut(BaseModel):
    """What came in from one building."""

    heads: int
    area_dm2: int | None = Field(
        description="Withheld while ballots are taken: few homes are of one size"
    )


class BuildingTurnoutOut(BaseModel):
    """One building: electors with a unit there, and the area of their units there."""

    building_id: UUID | None = Field(description="``null``: shops outside every building")
    code: str
    name: str
    electorate: ElectorWeightOut
    returned: BuildingReturnedOut | None = Field(
        description="Withheld while ballots are taken where it would tell who has voted; "
        "those who see electors are told of their buildings"
    )


class DayTurnoutOut(BaseModel):
    """Electors whose counted ballot came in on a day."""

    day: date
    heads: int


class NeededTurnoutOut(DecisionThresholdOut):
    """How much must take part."""

    least: int
    met: bool


class TurnoutOut(BaseModel):
    """Turnout by heads and area."""

    electorate: ElectorWeightOut
    returned: ElectorWeightOut
    delivered: int = Field(description="Electors whose ballot was brought")
    by_way: dict[Literal["phone", "paper", "official"], int]
    needed: list[NeededTurnoutOut] = Field(description="The strictest of the questions' quorums")
    by_building: list[BuildingTurnoutOut]
    by_day: list[DayTurnoutOut]
    closes_in_seconds: int | None


class RoundPictureBuilding(BaseModel):
    """Which building it is."""

    id: UUID
    code: str
    name: str


class RoundPictureDoor(BaseModel):
    """One door and whether its ballot came in."""

    household_id: UUID
    code: str
    floor: int | None
    door: str
    kind: str
    occupancy: str | None
    mark: Literal["returned", "delivered", "not_delivered", "no_elector"]


class RoundPictureStairwell(BaseModel):
    """One stairwell; ``id`` is ``null`` for doors on the street."""

    id: UUID | None
    code: str
    floors: list[int | None]
    doors: list[RoundPictureDoor]


class RoundPictureOut(BaseModel):
    """A building as its floors and doors."""

    building: RoundPictureBuilding
    stairwells: list[RoundPictureStairwell]
