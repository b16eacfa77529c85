"""Coverage as the API tells it."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

Told = int | None
"""A count; ``null`` where it would speak of fewer than five homes and the reader is no lead."""


class BuildingCoverage(BaseModel):
    """One building's figures."""

    building_id: UUID
    code: str
    total: Told
    visited: Told
    done: Told
    nobody_home: Told
    escalated: Told


class StanceCounts(BaseModel):
    """How many homes take which stance, by what they said last."""

    support: Told
    undecided: Told
    oppose: Told
    unknown: Told


class DayCoverage(BaseModel):
    """One day's figures, by the community's calendar."""

    date: date
    visits: Told
    done: Told


class CoverageOut(BaseModel):
    """How far a canvass has come. Visited: somebody knocked. Done: no further visit is needed."""

    exact: bool = Field(description="Whether small groups are told")
    total: Told
    visited: Told
    done: Told
    by_building: list[BuildingCoverage]
    stances: StanceCounts
    by_day: list[DayCoverage]
