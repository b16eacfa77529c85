"""Amendments as the API reads and writes them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from linli.deliberation.schemas.proposals.proposal import Number
from linli.kernel.http.fields import CLEAN, ClientId, LongText

Words = Annotated[str, StringConstraints(max_length=2000, pattern=CLEAN)]


class AmendmentIn(BaseModel):
    """Other words for a passage; an empty replacement takes it out."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    version_number: Number
    quote: Annotated[Words, StringConstraints(min_length=1)]
    replacement: Words
    reason: LongText


class AmendmentDecisionIn(BaseModel):
    """Whether it is taken into the text, and why."""

    model_config = ConfigDict(extra="forbid")

    accepted: bool
    reason: LongText


class AmendmentOut(BaseModel):
    """An amendment and what became of it."""

    id: UUID
    proposal_id: UUID
    version_number: int
    quote: str
    replacement: str
    reason: str
    by_name: str
    is_mine: bool
    created_at: datetime
    decision: Literal["open", "accepted", "declined"]
    decision_reason: str | None
    decided_by_name: str | None
    taken_into: int | None


class AmendmentPage(BaseModel):
    """Amendments in the order of arrival."""

    items: list[AmendmentOut]
    next: str | None
