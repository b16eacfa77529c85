"""A ballot round, what it asks, and every step it took."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index
from sqlmodel import Field

from linli.deliberation.models.ballots.one_of import one_of
from linli.deliberation.rules.ballots.decision_rule import Preset
from linli.deliberation.rules.ballots.matters import Matter
from linli.deliberation.rules.ballots.question import QuestionKind, SubjectKind
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.deliberation.rules.lifecycles.ballot_round import BALLOT_ROUND
from linli.kernel.db.rows import (
    CreatedOnce,
    Key,
    TenantRow,
    Time,
    Versioned,
    tenant_key,
    tenant_unique,
)
from linli.kernel.db.types import Json


class BallotRound(TenantRow, CreatedOnce, Versioned, table=True):
    """Questions put to all owners of a scope. ``state`` is the last change's."""

    __tablename__ = "ballot_round"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        tenant_key("run_off_of", "ballot_round"),
        one_of("mode", RoundMode),
        one_of("state", BALLOT_ROUND.states),
        CheckConstraint("closes_on >= opens_on", name="days"),
        CheckConstraint("(opens_at IS NULL) = (closes_at IS NULL)", name="window"),
        CheckConstraint(
            "state IN ('draft', 'noticed', 'withdrawn') OR electorate_digest IS NOT NULL",
            name="frozen",
        ),
        Index(None, "community_id", "created_at"),
    )
    title: str = Field(max_length=100)
    background: str = Field(max_length=2000)
    project_id: UUID | None = Key(nullable=True)
    mode: str = Field(max_length=20)
    scope_buildings: list[str] = Field(sa_type=Json)
    scope_stairwells: list[str] = Field(sa_type=Json)
    opens_on: date
    closes_on: date
    """The last day of voting; it ends at 24:00 in the community's time zone."""
    follow_majority: str | None = Field(default=None, max_length=500)
    """The covenant's clause in its own words; ``None``: there is none."""
    run_off_of: UUID | None = Key(nullable=True)
    state: str = Field(default="draft", max_length=10)
    profile: dict[str, str] | None = Field(default=None, sa_type=Json)
    """The city's procedure as it was when the round was noticed."""
    noticed_on: date | None = None
    notice_digest: str | None = Field(default=None, max_length=64)
    noticed_questions: list[str] | None = Field(default=None, sa_type=Json)
    """Digests of the questions as they were noticed."""
    opens_at: datetime | None = Time(nullable=True)
    closes_at: datetime | None = Time(nullable=True)
    """The first moment that is too late."""
    electorate_digest: str | None = Field(default=None, max_length=64)
    heads: int | None = None
    area_dm2: int | None = Field(default=None, sa_type=BigInteger)
    result_on: date | None = None
    """Since when the result has been on notice."""


class BallotQuestion(TenantRow, table=True):
    """One question of a round, with the rule that decides it."""

    __tablename__ = "ballot_question"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_unique("round_id", "position"),
        one_of("kind", QuestionKind),
        one_of("matter", Matter),
        one_of("preset", Preset),
        one_of("subject_kind", SubjectKind),
        CheckConstraint("(subject_kind IS NULL) = (subject_id IS NULL)", name="subject"),
    )
    round_id: UUID = Key()
    position: int
    kind: str = Field(max_length=10)
    words: str = Field(max_length=500)
    explanation: str | None = Field(default=None, max_length=2000)
    matter: str = Field(max_length=30)
    preset: str = Field(max_length=10)
    rule: list[dict[str, str]] = Field(sa_type=Json)
    subject_kind: str | None = Field(default=None, max_length=20)
    subject_id: UUID | None = Key(nullable=True)
    """What is decided with it: a proposal, a scheme of a cost plan, a comparison list."""
    subject_version: int | None = None
    """The version that was put to the vote, since the notice."""


class BallotOption(TenantRow, table=True):
    """One of the options of a choice."""

    __tablename__ = "ballot_option"
    __table_args__: ClassVar = (
        tenant_key("question_id", "ballot_question"),
        tenant_unique("question_id", "position"),
        tenant_unique("question_id", "key"),
    )
    round_id: UUID = Key()
    question_id: UUID = Key()
    position: int
    key: str = Field(max_length=30)
    title: str = Field(max_length=100)
    explanation: str | None = Field(default=None, max_length=2000)
    subject_id: UUID | None = Key(nullable=True)
    """What the option is: a scheme. An option of a comparison list is known by its key."""
    subject_version: int | None = None


class BallotRoundChange(TenantRow, CreatedOnce, table=True):
    """One step of a round: by whom, when and why. Append-only; ``created_by`` may be the clock."""

    __tablename__ = "ballot_round_change"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        one_of("from_state", BALLOT_ROUND.states),
        one_of("to_state", BALLOT_ROUND.states),
        Index(None, "community_id", "round_id", "created_at"),
    )
    round_id: UUID = Key()
    from_state: str = Field(max_length=10)
    to_state: str = Field(max_length=10)
    reason: str | None = Field(default=None, max_length=2000)
    by_clock: bool = False
