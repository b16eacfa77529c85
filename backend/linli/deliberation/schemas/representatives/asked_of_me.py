"""What elections ask of whoever looks, as the API tells it."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field


class NominationAskedOut(BaseModel):
    """The caller was nominated; nobody stands without consenting."""

    election_id: UUID
    building_code: str
    building_name: str
    term_from: date
    term_until: date


class ElectionToVoteOut(BaseModel):
    """An election that takes ballots from a home of the caller."""

    election_id: UUID
    building_code: str
    building_name: str
    closes_at: datetime
    homes: list[str] = Field(description="Codes of the caller's homes that have not voted, sorted")
