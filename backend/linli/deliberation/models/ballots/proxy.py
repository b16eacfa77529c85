"""Written proxies. Append-only: a revocation is a row of its own."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, tenant_key, tenant_unique


class ProxyAuthorization(TenantRow, CreatedOnce, table=True):
    """That an elector authorized somebody in writing to vote for them (Civil Code, art. 165)."""

    __tablename__ = "proxy_authorization"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_key("elector_id", "elector"),
        tenant_unique("round_id", "sequence"),
        CheckConstraint(
            "(holder_account_id IS NULL) = (holder_name IS NOT NULL)", name="one_holder"
        ),
    )
    round_id: UUID = Key()
    elector_id: UUID = Key()
    sequence: int
    holder_key: str = Field(max_length=80)
    """The same for every authorization of one holder; never a name or number."""
    holder_account_id: UUID | None = Key(nullable=True, foreign_key="account.id")
    holder_name: str | None = Field(default=None, max_length=100, repr=False)
    """Of a holder without an account, who votes on paper."""


class ProxyRevocation(TenantRow, CreatedOnce, table=True):
    """That an elector took an authorization back."""

    __tablename__ = "proxy_revocation"
    __table_args__: ClassVar = (
        tenant_key("authorization_id", "proxy_authorization"),
        tenant_unique("authorization_id"),
    )
    round_id: UUID = Key()
    authorization_id: UUID = Key()
    reason: str = Field(max_length=2000, repr=False)
