"""Which account belongs to which household: from people who sign in to the roster."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key


class HouseholdMember(TenantRow, CreatedOnce, table=True):
    """That an account is at home in a household, as somebody checked it.

    ``owner_id`` is the ownership that was verified: with it the account may vote for that owner
    (rules.md, "Who is an elector"). Whoever made the row (``created_by``) verified it.
    """

    __tablename__ = "household_member"
    __table_args__: ClassVar = (
        tenant_key("household_id", "household"),
        tenant_key("owner_id", "owner"),
        CheckConstraint("relation IN ('owner', 'family', 'tenant')", name="relation"),
        CheckConstraint("(relation = 'owner') = (owner_id IS NOT NULL)", name="owner"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ending"),
        Index(
            "uq_household_member__current",
            "community_id",
            "household_id",
            "account_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(None, "community_id", "account_id"),
        Index(None, "community_id", "owner_id"),
    )
    household_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")
    relation: str = Field(max_length=10)
    owner_id: UUID | None = Key(nullable=True)
    verified_how: str = Field(max_length=200)
    """What was looked at: the deed, the contract, known to the lead."""
    ended_at: datetime | None = Time(nullable=True)
    ended_by: UUID | None = Key(nullable=True)
