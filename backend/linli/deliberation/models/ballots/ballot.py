"""Ballots: every one that came in is kept, and which one counts. All but the last append-only."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlmodel import Field

from linli.deliberation.models.ballots.one_of import one_of
from linli.deliberation.rules.ballots.round_mode import Way
from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key, tenant_unique


class Ballot(TenantRow, CreatedOnce, table=True):
    """One elector's answers to all questions of a round, as they came in."""

    __tablename__ = "ballot"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_key("elector_id", "elector"),
        tenant_key("corrects", "ballot"),
        tenant_key("proxy_id", "proxy_authorization"),
        tenant_unique("elector_id", "sequence"),
        tenant_unique("id", "elector_id"),
        tenant_unique("id", "created_by"),
        one_of("way", Way),
        CheckConstraint("corrects IS NULL OR way = 'paper'", name="correction"),
        Index(None, "community_id", "round_id", "way"),
    )
    round_id: UUID = Key()
    elector_id: UUID = Key()
    way: str = Field(max_length=10)
    sequence: int
    """Its place among the elector's ballots, in the order of recording."""
    cast_at: datetime = Time()
    """When the server received it; for paper, when it was handed in."""
    proxy_id: UUID | None = Key(nullable=True)
    corrects: UUID | None = Key(nullable=True)
    answer_salt: bytes = Field(repr=False)


class BallotAnswer(TenantRow, table=True):
    """What a ballot answers to one question."""

    __tablename__ = "ballot_answer"
    __table_args__: ClassVar = (
        tenant_key("ballot_id", "ballot"),
        tenant_key("question_id", "ballot_question"),
        tenant_unique("ballot_id", "question_id"),
    )
    ballot_id: UUID = Key()
    question_id: UUID = Key()
    answer: str = Field(max_length=30, repr=False)


class BallotConfirmation(TenantRow, CreatedOnce, table=True):
    """That a second person read the same from a paper ballot as the first had typed."""

    __tablename__ = "ballot_confirmation"
    __table_args__: ClassVar = (
        ForeignKeyConstraint(
            ["community_id", "ballot_id", "recorded_by"],
            ["ballot.community_id", "ballot.id", "ballot.created_by"],
        ),
        tenant_unique("ballot_id"),
        CheckConstraint("created_by <> recorded_by", name="two_people"),
    )
    round_id: UUID = Key()
    ballot_id: UUID = Key()
    recorded_by: UUID = Key()


class CountedBallot(TenantRow, table=True):
    """The one ballot of an elector that counts now, whatever way it came: at most one row."""

    __tablename__ = "counted_ballot"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_unique("round_id", "elector_id"),
        ForeignKeyConstraint(
            ["community_id", "ballot_id", "elector_id"],
            ["ballot.community_id", "ballot.id", "ballot.elector_id"],
        ),
    )
    round_id: UUID = Key()
    elector_id: UUID = Key()
    ballot_id: UUID = Key()
    counted_at: datetime = Time()
