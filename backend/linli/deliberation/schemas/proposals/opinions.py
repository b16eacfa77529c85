"""Where people stand, summed up so that nobody can be guessed."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from linli.deliberation.schemas.proposals.proposal import PositionName

VerdictName = Literal["shared_agreement", "shared_disagreement", "divides", "open", "too_few"]


class BuildingPositions(BaseModel):
    """Homes of a building by where they are said to stand."""

    building_id: UUID
    building_code: str
    building_name: str
    homes: int
    positions: dict[PositionName, int] | None = Field(
        description="None where so few could be guessed, or nobody spoke yet"
    )
    confirmed: int | None = Field(
        description="Of these homes, how many said so themselves; the others were only spoken for"
    )


class StatementOut(BaseModel):
    """A statement of the opinion map: a comment's words, or the proposal itself."""

    comment_id: UUID | None = Field(description="None for the proposal as a whole")
    words: str | None
    verdict: VerdictName
    groups: list[dict[Literal["agree", "pass", "disagree"], int | None]]


class OpinionMapOut(BaseModel):
    """Two groups of people who answered alike, and what they agree on and differ about."""

    people: int
    seed: UUID | None = Field(description="The comment that the groups were started from")
    seed_is_proposal: bool
    sizes: list[int]
    statements: list[StatementOut]


class OpinionsOut(BaseModel):
    """Positions by building, and the opinion map where enough people answered."""

    people: int = Field(description="How many answered anything")
    people_needed: int
    by_building: list[BuildingPositions]
    opinion_map: OpinionMapOut | None


class PositionDoor(BaseModel):
    """One door, marked with where its home is said to stand."""

    household_id: UUID
    code: str
    floor: int | None
    door: str
    kind: str
    occupancy: str | None
    mark: Literal["for", "against", "neutral", "none"]


class PositionStairwell(BaseModel):
    """One stairwell; ``id`` is ``null`` for doors on the street, which belong to none."""

    id: UUID | None
    code: str
    floors: list[int | None] = Field(description="From the highest to the lowest")
    doors: list[PositionDoor]


class PositionBuilding(BaseModel):
    """Which building it is."""

    id: UUID
    code: str
    name: str


class PositionPicture(BaseModel):
    """A building as its floors and doors."""

    building: PositionBuilding
    stairwells: list[PositionStairwell]
