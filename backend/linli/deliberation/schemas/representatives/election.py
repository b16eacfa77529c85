"""Elections of representatives as the API reads and writes them."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from linli.deliberation.schemas.representatives.term import check_term
from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId, Day, LongText, Moment

Seats = Annotated[int, Field(strict=True, ge=1, le=9)]
Stage = Literal["nominating", "voting", "counting", "closed", "cancelled"]
"""``counting`` lasts from the end of voting until the box is counted, seconds as a rule."""
CandidacyState = Literal["asked", "standing", "refused"]
Outcome = Literal["elected", "runoff", "nobody", "no_quorum", "void"]
Leaf = Annotated[
    str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 in hexadecimal: the receipt's leaf")
]


class ElectionIn(BaseModel):
    """An election to start; neighbours are nominated until voting is opened."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    building_id: UUID
    seats: Seats = 1
    term_from: Day
    term_until: Day = Field(description="The last day of the term, included")
    runoff_of: UUID | None = Field(
        None, description="The election whose tie is to be settled; those who tied stand"
    )

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        check_term(self.term_from, self.term_until)
        return self


class NominationIn(BaseModel):
    """A neighbour to nominate; whoever nominates oneself consents by it."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    account_id: UUID
    statement: LongText | None = Field(None, description="Only with one's own nomination")


class CandidacyAnswerIn(BaseModel):
    """Whether somebody nominated will stand."""

    model_config = ConfigDict(extra="forbid")

    consents: bool
    statement: LongText | None = None


class ElectionOpeningIn(BaseModel):
    """Until when voting goes on."""

    model_config = ConfigDict(extra="forbid")

    closes_at: Moment


class ElectionCancellationIn(BaseModel):
    """Why an election is called off."""

    model_config = ConfigDict(extra="forbid")

    reason: LongText


class SecretBallotIn(BaseModel):
    """A ballot. It has no id: nothing of it may be found again by who sent it."""

    model_config = ConfigDict(extra="forbid")

    household_id: UUID
    choice: Annotated[list[UUID], Field(max_length=9)] = Field(
        description="Candidacies; none is a blank ballot"
    )
    receipt: Leaf


class BallotTaken(BaseModel):
    """That a home is on the roll."""

    taken: Literal[True] = True
    receipt: ReceiptOut | None = Field(
        description="The log's receipt for the roll; none when the same was sent before"
    )


class CandidacyOut(BaseModel):
    """Somebody who stands, or was asked to."""

    id: UUID
    account_id: UUID
    name: str
    state: CandidacyState
    statement: str | None
    is_me: bool
    votes: int | None = Field(description="Once the box is counted")


class OwnHome(BaseModel):
    """A home of the caller in this building."""

    household_id: UUID
    code: str
    may_vote: bool = Field(
        description="Whether it was a home of the building when voting began; so far, whether it is"
    )
    has_voted: bool = Field(description="Whether somebody of this home has voted")


class ElectionResultOut(BaseModel):
    """What the box says."""

    outcome: Outcome
    homes: int
    took_part: int
    valid: int
    invalid: int
    blank: int
    elected: list[UUID]
    tied: list[UUID]
    seats_open: int


class ElectionSummary(BaseModel):
    """An election in a list."""

    id: UUID
    building_id: UUID
    building_code: str
    building_name: str
    seats: int
    term_from: date
    term_until: date
    runoff_of: UUID | None
    stage: Stage
    created_at: datetime
    opened_at: datetime | None
    closes_at: datetime | None
    closed_at: datetime | None
    cancelled_because: str | None
    is_mine: bool = Field(description="Whether the caller has a home in this building")


class ElectionOut(ElectionSummary):
    """An election with those who stand and how far it has come."""

    homes: int = Field(description="How many homes have a voice")
    took_part: int
    candidates: list[CandidacyOut]
    my_homes: list[OwnHome]
    result: ElectionResultOut | None


class ElectionPage(BaseModel):
    """Elections, the oldest first."""

    items: list[ElectionSummary]
    next: str | None


class NeighbourOut(BaseModel):
    """Somebody of the building who can be nominated."""

    account_id: UUID
    name: str
    household_code: str


class NeighbourPage(BaseModel):
    """Neighbours by door."""

    items: list[NeighbourOut]
    next: str | None


class OpenedBox(BaseModel):
    """All that is published after closing; anyone can count again."""

    roll: list[str] | None = Field(
        description="Codes of the homes that took part, sorted; left out where too few did"
    )
    choices: list[list[UUID]] | None = Field(
        description="What was chosen, in shuffled order; left out where too few took part"
    )
    receipts: list[Leaf] = Field(description="Sorted")
    receipts_root: Leaf | None = Field(description="Merkle root over the receipts (RFC 6962, 2.1)")
