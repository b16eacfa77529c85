"""Shares of homes as the API shows them."""

from uuid import UUID

from pydantic import BaseModel, Field

from linli.deliberation.rules.cost_sharing.step import StepKind


class HomeShareOut(BaseModel):
    """One home's share of one scope."""

    code: str
    stairwell: str | None
    floor: int
    door: str
    area_dm2: int
    exempt: bool
    fen: int


class SharePageOut(BaseModel):
    """The homes of one place: a building, or one stairwell of it."""

    scope: int
    building_id: UUID
    building_code: str
    homes: list[HomeShareOut]


class SharesOut(BaseModel):
    """Every home's share, as it was worked out; codes, no names."""

    version: int
    pages: list[SharePageOut]


class StepOut(BaseModel):
    """One step of a reckoning: which sentence to say, and the figures in it."""

    kind: StepKind
    values: dict[str, int | str]


class ReckonedHomeOut(BaseModel):
    """One home under a scheme, with the reckoning behind it."""

    code: str
    share_fen: int
    pays_fen: int | None = Field(
        description="After reductions; only for the home itself and the office"
    )
    steps: list[StepOut]


class MyHomesOut(BaseModel):
    """The caller's own homes under a scheme."""

    version: int
    homes: list[ReckonedHomeOut]


class DifferenceOut(BaseModel):
    """One home under two schemes, in fen."""

    code: str
    before: int
    after: int


class FloorChangeOut(BaseModel):
    """One storey under two schemes."""

    floor: int
    homes: int
    gain: int
    lose: int
    least_change: int
    most_change: int


class ComparisonOut(BaseModel):
    """A scheme held against another; the longest gains and losses by name of the home's code."""

    before: UUID
    after: UUID
    gain: int = Field(description="How many homes pay less")
    lose: int = Field(description="How many homes pay more")
    same: int
    gain_most: list[DifferenceOut]
    lose_most: list[DifferenceOut]
    floors: list[FloorChangeOut]


class TableRead(BaseModel):
    """One row of a table as it was read."""

    code: str
    fen: int


class TableProblem(BaseModel):
    """A row that could not be read."""

    row: int
    code: str
    cell: str


class TableOut(BaseModel):
    """What was read from a file or pasted text; nothing of it is kept."""

    rows: list[TableRead]
    problems: list[TableProblem]
    total_fen: int
