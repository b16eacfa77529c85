"""The result of a round, objections to it, and the published list."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.deliberation.schemas.ballots.files import BallotFileOut
from linli.deliberation.schemas.ballots.round_in import Key
from linli.deliberation.schemas.ballots.round_out import ElectorWeightOut, RoundOut
from linli.deliberation.schemas.ballots.voting import QuestionAnswerOut
from linli.kernel.attachments.slots import Slots
from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId, ShortText


class JudgedThresholdOut(BaseModel):
    """One threshold held against an exact fraction, ``part`` of ``whole``."""

    basis: Literal["heads", "area"]
    numerator: int
    denominator: int
    strict: bool
    part: int
    whole: int
    least: int = Field(description="The smallest part that would have met it")
    missing: int
    met: bool


class OptionResultOut(BaseModel):
    """One option's agreement."""

    option: str
    agree: ElectorWeightOut
    approval: list[JudgedThresholdOut]


class QuestionTallyOut(BaseModel):
    """A tally of one question; ``options`` stand the leading one first."""

    electorate: ElectorWeightOut
    participants: ElectorWeightOut
    participation: list[JudgedThresholdOut]
    approval: list[JudgedThresholdOut]
    options: list[OptionResultOut]
    outcome: Literal["passed", "failed", "no_quorum", "reported"]
    passed: str | None = None
    run_off: list[str]
    run_off_tied: bool


class QuestionResultOut(BaseModel):
    """The result of one question."""

    question: UUID
    kind: Literal["yes_no", "choice"]
    preset: Literal["ordinary", "special", "survey"]
    counts: dict[str, ElectorWeightOut] = Field(
        description="By answer and state: agree or option keys, oppose, abstain, invalid, "
        "unreturned, undelivered"
    )
    returned: QuestionTallyOut = Field(description="As the ballots came in")
    following: QuestionTallyOut | None = Field(
        None, description="With the unreturned following the majority, where a clause says so"
    )
    follows: str | None = Field(None, description="The answer they follow")


class OfficialSourceOut(BaseModel):
    """Where imported figures came from."""

    system: str
    reference: str
    imported_at: datetime
    attachments: list[BallotFileOut]


class OfficialFigureOut(BaseModel):
    """Heads and area, as the official system told them."""

    heads: int
    area_dm2: int


class OfficialFiguresOut(OfficialSourceOut):
    """Figures that wait for another person to hold them against their document, and count."""

    imported_by: str | None = Field(description="Display name")
    mine: bool = Field(description="The caller typed them, so somebody else counts")
    document_here: bool
    counts: dict[UUID, dict[str, OfficialFigureOut]] = Field(description="Question → answer")


class RoundResultOut(BaseModel):
    """The result with all that its page shows."""

    round: RoundOut
    number: int = Field(description="2 and more after a recount")
    counted_at: datetime
    digest: str
    source: Literal["ballots", "official"]
    official: OfficialSourceOut | None
    ballots: int = Field(description="Counted ballots")
    late_papers: int = Field(
        description="Of these, papers handed in on time, recorded after a published result"
    )
    questions: list[QuestionResultOut]
    receipt: ReceiptOut


class RoundLineOut(BaseModel):
    """One elector in the published list."""

    code: str | None = Field(description="Of one's own vote only, unless answers are listed")
    doors: list[str]
    area_dm2: int
    state: Literal["returned", "unreturned", "undelivered"]
    answers: list[QuestionAnswerOut] | None = Field(
        description="Only where the profile lists choices"
    )
    mine: bool


class RoundListPage(BaseModel):
    """The published list per household, by door."""

    items: list[RoundLineOut]
    next: str | None


class ElectorWeightIn(BaseModel):
    """Heads and area."""

    model_config = ConfigDict(extra="forbid")

    heads: Annotated[int, Field(strict=True, ge=0, le=10_000_000)]
    area_dm2: Annotated[int, Field(strict=True, ge=0, le=10**12)]


class OfficialQuestionIn(BaseModel):
    """The official figures of one question, by answer and state."""

    model_config = ConfigDict(extra="forbid")

    question_id: UUID
    counts: dict[Key, ElectorWeightIn]


class OfficialResultIn(BaseModel):
    """The result of the official system; its document is attached."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    system: ShortText
    reference: ShortText
    questions: Annotated[list[OfficialQuestionIn], Field(min_length=1, max_length=20)]
    attachments: Annotated[Slots, Field(min_length=1)]
