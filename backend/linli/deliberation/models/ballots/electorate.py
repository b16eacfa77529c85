"""Who may vote in a round and what they weigh, frozen when it opens. Append-only."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, tenant_key, tenant_unique


class Elector(TenantRow, table=True):
    """One head with its area.

    Owners are named by their ids without a reference to the roster: a later edit of the roster may
    remove them and must not touch what was frozen.
    """

    __tablename__ = "elector"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_unique("round_id", "code"),
        tenant_unique("round_id", "owner_keys"),
        CheckConstraint("area_dm2 > 0", name="area"),
        Index(None, "community_id", "voter_owner_id"),
        Index(None, "community_id", "round_id", "paper_code", unique=True),
    )
    round_id: UUID = Key()
    code: str = Field(max_length=20)
    """Names the elector in the published archive, where nobody is named; told to the voter only."""
    paper_code: str | None = Field(default=None, max_length=20)
    """Names the elector on paper and to those who record; ``None`` where papers bear ``code``."""
    owner_keys: str = Field(sa_type=Text)
    voter_owner_id: UUID | None = Key(nullable=True)
    """Who votes; ``None`` while co-owners had not agreed on one of them."""
    area_dm2: int


class ElectorOwner(TenantRow, table=True):
    """That an owner's unit stands in an elector's weight."""

    __tablename__ = "elector_owner"
    __table_args__: ClassVar = (
        tenant_key("elector_id", "elector"),
        tenant_unique("elector_id", "owner_id"),
        Index(None, "community_id", "owner_id"),
    )
    round_id: UUID = Key()
    elector_id: UUID = Key()
    owner_id: UUID = Key()


class ElectorUnit(TenantRow, table=True):
    """One unit in an elector's weight, with its area when the round opened."""

    __tablename__ = "elector_unit"
    __table_args__: ClassVar = (
        tenant_key("elector_id", "elector"),
        tenant_key("household_id", "household"),
        tenant_unique("round_id", "household_id"),
        tenant_unique("round_id", "code"),
        CheckConstraint("area_dm2 > 0", name="area"),
        Index(None, "community_id", "elector_id"),
    )
    round_id: UUID = Key()
    elector_id: UUID = Key()
    household_id: UUID = Key()
    building_id: UUID | None = Key(nullable=True)
    code: str = Field(max_length=20)
    door: str = Field(max_length=60)
    """The household's code when the round opened."""
    area_dm2: int


class VoterAgreement(TenantRow, CreatedOnce, table=True):
    """That the co-owners of a unit agreed on one of them to vote (建房〔2009〕274号, art. 25)."""

    __tablename__ = "voter_agreement"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_key("household_id", "household"),
        Index(None, "community_id", "round_id", "household_id", "created_at"),
    )
    round_id: UUID = Key()
    household_id: UUID = Key()
    owner_id: UUID = Key()
    agreed_how: str = Field(max_length=200)
    """What was seen: a paper signed by all, all present."""
