"""A ballot round as everybody reads it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

May = Literal[
    "revise",
    "notice",
    "withdraw",
    "open",
    "vote",
    "deliver",
    "record_paper",
    "confirm_paper",
    "authorize_proxy",
    "agree_on_voter",
    "see_electors",
    "import_official",
    "count",
    "publish_result",
    "recount",
    "annul",
    "object",
    "answer_objections",
    "see_result",
    "see_list",
]
"""What the caller may do with the round as it stands."""


class ElectorWeightOut(BaseModel):
    """Heads and area."""

    heads: int
    area_dm2: int


class RoundProfileOut(BaseModel):
    """The city's procedure: of the round's notice, or as it is now for a draft."""

    notice_days: int
    window_min_days: int
    window_max_days: int
    result_notice_days: int
    proxy_limit: int
    undeliverable_notice_days: int
    phone_binds: bool
    published_list: Literal["returned", "choices"]


class ProcedureOut(BaseModel):
    """The days that one way of holding a round asks for, were it noticed today."""

    mode: Literal["survey", "paper_ledger", "official_import"]
    earliest_opening: date = Field(description="First day of voting")
    notice_days: int
    window_min_days: int
    window_max_days: int


class ProceduresOut(BaseModel):
    """The procedure of the community's city, for each way of holding a round."""

    items: list[ProcedureOut]


class DecisionThresholdOut(BaseModel):
    """A part of a whole that must be reached, or exceeded when strict."""

    of: Literal["participation", "approval"]
    basis: Literal["heads", "area"]
    numerator: int
    denominator: int
    strict: bool


class BallotOptionOut(BaseModel):
    """One of the options of a choice."""

    key: str
    title: str
    explanation: str | None
    subject_id: UUID | None


class QuestionSubjectOut(BaseModel):
    """What is decided with a question."""

    kind: str
    id: UUID
    version: int | None = Field(description="The one put to the vote; null until the notice")


class BallotQuestionOut(BaseModel):
    """One question; ``answers`` are those that a ballot may give, in their order."""

    id: UUID
    kind: Literal["yes_no", "choice"]
    words: str
    explanation: str | None
    matter: str
    preset: Literal["ordinary", "special", "survey"]
    weaker_than_suggested: bool = Field(
        description="Decided by a simple majority where the careful reading asks for three quarters"
    )
    rule: list[DecisionThresholdOut]
    options: list[BallotOptionOut]
    answers: list[str] = Field(
        description="agree, option keys, oppose, abstain; ``invalid`` on paper only"
    )
    subject: QuestionSubjectOut | None


class RoundChangeOut(BaseModel):
    """One step that a round took."""

    id: UUID
    from_state: str
    to_state: str
    reason: str | None
    by: str | None = Field(description="Display name; ``null`` when the time had come by itself")
    at: datetime


class RoundScopeOut(BaseModel):
    """Buildings and stairwells; both empty: the whole community."""

    building_ids: list[UUID]
    stairwell_ids: list[UUID]


class QuestionOutcomeOut(BaseModel):
    """What a question came to."""

    question_id: UUID
    outcome: Literal["passed", "failed", "no_quorum", "reported"]
    passed: str | None = Field(description="The option that passed")
    run_off: list[str]


class RoundCard(BaseModel):
    """A round in a list."""

    id: UUID
    title: str
    mode: str
    state: str
    opens_on: date
    closes_on: date
    opens_at: datetime | None
    closes_at: datetime | None
    questions: int
    electorate: ElectorWeightOut | None = Field(description="Once frozen")
    returned: ElectorWeightOut | None
    mine: int = Field(description="Electors that the caller may vote for")
    mine_returned: int = Field(description="Of these, with a counted ballot")


class RoundPage(BaseModel):
    """Rounds, the newest first."""

    items: list[RoundCard]
    next: str | None


class StillMissingOut(BaseModel):
    """What keeps a draft's question from going on notice."""

    question: int = Field(description="Its number, from 1")
    what: Literal["proposal_in_work", "plan_unpublished", "plan_settled", "options_renamed"]


class RoundOut(BaseModel):
    """A round with all that its page shows but the result."""

    id: UUID
    title: str
    background: str
    project_id: UUID | None
    mode: Literal["survey", "paper_ledger", "official_import"]
    scope: RoundScopeOut
    state: str
    version: int
    opens_on: date
    closes_on: date
    opens_at: datetime | None
    closes_at: datetime | None = Field(description="The first moment that is too late")
    server_time: datetime
    follow_majority: str | None
    run_off_of: UUID | None
    profile: RoundProfileOut
    noticed_on: date | None
    earliest_opening: date = Field(description="For a draft: were it noticed today")
    notice_digest: str | None
    electorate_digest: str | None
    electorate: ElectorWeightOut | None
    returned: ElectorWeightOut | None = Field(
        description="Counted ballots so far; never what they say"
    )
    papers_waiting: int = Field(description="Paper ballots that wait for a second person")
    papers_contested: int = Field(
        description="Objections to papers that keep the round from being counted"
    )
    result_on: date | None
    objections_until: date | None
    final_from: date | None
    open_objections: int
    still_missing: list[StillMissingOut] = Field(description="Of a draft, until its notice")
    questions: list[BallotQuestionOut]
    outcomes: list[QuestionOutcomeOut] = Field(description="Once the result is published")
    changes: list[RoundChangeOut]
    may: list[May]
