"""Comparison lists as the API shows them."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from linli.deliberation.rules.comparison_lists.criterion import Better, CriterionKind

Value = bool | int | str | None


class ListCardOut(BaseModel):
    """A list among others."""

    id: UUID
    project_id: UUID
    title: str
    version: int
    published_at: datetime | None


class ListPage(BaseModel):
    """Lists, the oldest first."""

    items: list[ListCardOut]
    next: str | None


class CriterionOut(BaseModel):
    """What options are compared by."""

    key: str
    label: str
    kind: CriterionKind
    unit: str
    better: Better
    weight: int
    best: list[str] = Field(description="Keys of the options with the best known value")


class OptionOut(BaseModel):
    """One of the things to choose from."""

    key: str
    name: str
    note: str


class CellOut(BaseModel):
    """What is known of an option by a criterion."""

    option: str
    criterion: str
    value: Value
    source: str


class ScoreLineOut(BaseModel):
    """One criterion in an option's working; fractions are exact, ten-thousandths rounded down."""

    criterion: str
    points: str = Field(description="Between 0 and 1, as a fraction", examples=["3/5"])
    points_ten_thousandths: int
    weight: int
    part: str = Field(description="points × weight ÷ all weights, as a fraction")
    part_ten_thousandths: int


class ScoreOut(BaseModel):
    """An option's score with its working; a help for choosing, never a decision."""

    option: str
    rank: int
    score: str = Field(description="The sum of all parts, as a fraction")
    score_ten_thousandths: int
    unknown: int = Field(description="How many weighted values are not yet known")
    lines: list[ScoreLineOut]


class ListOut(ListCardOut):
    """One version of a list."""

    number: int = Field(description="Of this version")
    question: str
    criteria: list[CriterionOut]
    options: list[OptionOut]
    cells: list[CellOut]
    decision_id: UUID | None = Field(
        default=None,
        description="Empty without weights, and where those of the past rest on words alone",
    )
    session_id: UUID | None = None
    agreed_in: str = Field(
        default="", description="The session; empty for a weekly one that has no title"
    )
    agreed_on: date | None = Field(default=None, description="The day of the session")
    agreed_words: str = Field(default="", description="What was decided there")
    reason: str
    digest: str
    changed_at: datetime
    scores: list[ScoreOut] = Field(description="Best first; empty while no weights are agreed")


class ChangeOut(BaseModel):
    """One thing that is not as it was."""

    what: str
    option: str | None
    criterion: str | None
    before: Value
    after: Value


class ListVersionOut(BaseModel):
    """A version and what changed with it."""

    number: int
    reason: str
    digest: str
    changed_at: datetime
    changes: list[ChangeOut]


class ListVersions(BaseModel):
    """Versions, the newest first."""

    items: list[ListVersionOut]
