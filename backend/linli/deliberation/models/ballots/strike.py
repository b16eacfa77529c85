"""Papers that two people struck out: at the wrong door, or never handed in. Append-only."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, tenant_key, tenant_unique


class BallotStrike(TenantRow, CreatedOnce, table=True):
    """That somebody asks to strike a paper out; the paper itself stays."""

    __tablename__ = "ballot_strike"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_key("ballot_id", "ballot"),
        tenant_unique("ballot_id"),
        tenant_unique("id", "ballot_id", "created_by"),
    )
    round_id: UUID = Key()
    ballot_id: UUID = Key()
    reason: str = Field(max_length=2000, repr=False)


class BallotStrikeAgreement(TenantRow, CreatedOnce, table=True):
    """That a second person agrees: from now on the paper does not count."""

    __tablename__ = "ballot_strike_agreement"
    __table_args__: ClassVar = (
        ForeignKeyConstraint(
            ["community_id", "strike_id", "ballot_id", "asked_by"],
            [
                "ballot_strike.community_id",
                "ballot_strike.id",
                "ballot_strike.ballot_id",
                "ballot_strike.created_by",
            ],
        ),
        tenant_unique("ballot_id"),
        CheckConstraint("created_by <> asked_by", name="two_people"),
    )
    round_id: UUID = Key()
    strike_id: UUID = Key()
    ballot_id: UUID = Key()
    asked_by: UUID = Key()
