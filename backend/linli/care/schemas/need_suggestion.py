"""Suggestions of help as the API reads and writes them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from linli.care.rules.need_words import NeedKind, SuggestionOutcome, SuggestionSource


class SuggestionOut(BaseModel):
    """A door to ask at. What was noticed there stays sealed until it is opened."""

    id: UUID
    source: SuggestionSource
    household_id: UUID
    household_code: str
    building_code: str | None
    floor: int | None
    door: str
    made_at: datetime


class SuggestionList(BaseModel):
    """Suggestions nobody has handled yet, the oldest first."""

    items: list[SuggestionOut]
    next: None


class SuggestionContent(BaseModel):
    """What was noticed."""

    id: UUID
    household_id: UUID
    kinds: list[NeedKind]
    note: str | None


class DismissalIn(BaseModel):
    """Why nothing comes of a suggestion. Fixed words: what was noticed is erased."""

    model_config = ConfigDict(extra="forbid")

    reason: Literal["not_wanted", "not_needed", "helped_otherwise", "mistake"]


class SuggestionHandled(BaseModel):
    """What became of a suggestion."""

    id: UUID
    outcome: SuggestionOutcome
