"""Voting on the phone, and one's own line."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.deliberation.schemas.ballots.files import BallotFileOut
from linli.deliberation.schemas.ballots.objections import ObjectionOut
from linli.deliberation.schemas.ballots.round_in import Key
from linli.deliberation.schemas.ballots.round_out import RoundOut
from linli.deliberation.schemas.ballots.strikes import StrikeOut
from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId


class QuestionAnswerIn(BaseModel):
    """The answer to one question."""

    model_config = ConfigDict(extra="forbid")

    question_id: UUID
    answer: Key


Answers = Annotated[list[QuestionAnswerIn], Field(min_length=1, max_length=20)]
"""One answer to every question of the round: all of them or none."""


class BallotIn(BaseModel):
    """A ballot cast on the phone, for oneself or by a proxy."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    elector_id: UUID
    answers: Answers


class BallotOut(BaseModel):
    """That a ballot was received, and whether it counts now."""

    id: UUID
    elector_id: UUID
    cast_at: datetime
    counts: bool
    why_not: str | None = Field(description="Such as ``signed_paper_is_the_original``")
    receipt: ReceiptOut


class QuestionAnswerOut(BaseModel):
    """The answer to one question."""

    question_id: UUID
    answer: str


class CountedBallotOut(BaseModel):
    """The ballot that counts."""

    id: UUID | None = Field(description="Only where its answers are told")
    way: Literal["phone", "paper", "official"]
    cast_at: datetime
    by_proxy: bool
    answers: list[QuestionAnswerOut] | None = Field(
        description="Only for who cast it, and for the voter it was recorded for"
    )
    receipt: ReceiptOut | None = Field(description="Only where its answers are told")


class MyPaperOut(BaseModel):
    """A paper that was recorded for the caller, who may object to it at once."""

    id: UUID
    handed_in_at: datetime
    recorded_at: datetime
    recorded_by: str | None = Field(description="Display name of the first reader")
    confirmed: bool
    confirmed_by: str | None
    by_proxy: bool
    counts: bool
    photo_here: bool
    objections: list[ObjectionOut]
    strike: StrikeOut | None
    attachments: list[BallotFileOut]


class MyElectorOut(BaseModel):
    """One elector that the caller stands for."""

    elector_id: UUID
    code: str | None = Field(
        description="The line in the published list and in the archive; only for whose vote it is"
    )
    doors: list[str]
    area_dm2: int
    standing: Literal["voter", "co_owner", "proxy"]
    may_vote: bool
    why_not: (
        Literal[
            "not_open",
            "closed",
            "co_owners_have_no_voter",
            "another_co_owner_votes",
            "other_way_decides",
            "proxy_does_not_stand",
            "proxy_document_missing",
        ]
        | None
    )
    counted: CountedBallotOut | None
    papers: list[MyPaperOut] = Field(description="Only where ``code`` is told")
    would_not_count: Literal["signed_paper_is_the_original", "own_vote_before_proxy"] | None = (
        Field(description="Why a vote on the phone now would be kept and not counted")
    )
    ballots: int = Field(description="How many came in; all are kept, one counts")


class MyBallotsOut(BaseModel):
    """All that the voting screens need, in one answer."""

    round: RoundOut
    electors: list[MyElectorOut] = Field(description="Empty: the caller is no elector")
