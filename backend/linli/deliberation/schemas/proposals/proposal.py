"""Proposals, their versions and their moves as the API reads and writes them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from linli.kernel.http.fields import ClientId, LongText, ShortText, Written

ProposalText = Annotated[
    str,
    Written(20_000),
]
Number = Annotated[int, Field(strict=True, ge=1, le=9999)]
ProposalState = Literal[
    "draft",
    "open_for_comment",
    "revision",
    "ready_to_decide",
    "adopted",
    "rejected",
    "withdrawn",
    "being_carried_out",
    "done",
]
NextState = Literal[
    "open_for_comment",
    "revision",
    "ready_to_decide",
    "adopted",
    "rejected",
    "withdrawn",
    "being_carried_out",
    "done",
]
"""Where a step leads: nothing becomes a draft again."""
PositionName = Literal["for", "against", "neutral"]


class ProposalIn(BaseModel):
    """A proposal to draft; its text becomes version 1."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    project_id: UUID | None = None
    title: ShortText
    body: ProposalText


class ProposalVersionIn(BaseModel):
    """A new wording."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    follows: Number = Field(description="The number of the version that was changed")
    title: ShortText
    body: ProposalText
    what_changed: LongText


class ProposalMoveIn(BaseModel):
    """The next step of a proposal."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    target: NextState
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)] = ""


class ProposalSummary(BaseModel):
    """A proposal in a list."""

    id: UUID
    project_id: UUID | None
    title: str
    newest: int
    state: ProposalState
    state_since: datetime
    author_id: UUID
    author_name: str
    created_at: datetime
    positions: dict[PositionName, int]
    my_position: PositionName | None


class ProposalPage(BaseModel):
    """Proposals, the oldest first."""

    items: list[ProposalSummary]
    next: str | None


class ProposalMoveOut(BaseModel):
    """A step that a proposal took."""

    source: ProposalState
    target: NextState
    reason: str
    round_id: UUID | None
    by_name: str
    created_at: datetime


class NextMove(BaseModel):
    """A step that the caller may take."""

    target: NextState
    needs_reason: bool


class AskedHome(BaseModel):
    """Somebody said what a home of the caller thinks; is that right?"""

    comment_id: UUID
    household_id: UUID
    household_code: str
    position: PositionName
    words: str
    by_name: str
    answer: Literal["confirmed", "contradicted", "unanswered"]


class ProposalOut(ProposalSummary):
    """A proposal with its text, its steps, and what the caller may do."""

    body: str
    round_id: UUID | None
    moves: list[ProposalMoveOut]
    next_moves: list[NextMove]
    may_edit: bool
    may_comment: bool
    may_decide_amendments: bool
    asked: list[AskedHome]


class ProposalVersionOut(BaseModel):
    """A text as it stood."""

    id: UUID
    number: int
    title: str
    body: str
    what_changed: str
    by_name: str
    created_at: datetime


class ProposalVersionPage(BaseModel):
    """Versions, the first first."""

    items: list[ProposalVersionOut]
    next: str | None
