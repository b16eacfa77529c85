"""The home that an invitation brings along."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from linli.kernel.db.rows import Key, TenantRow, tenant_key


class InvitedHome(TenantRow, table=True):
    """That whoever accepts an invitation is at home in a household. Its id is the invitation's."""

    __tablename__ = "invited_home"
    __table_args__: ClassVar = (
        tenant_key("id", "invitation"),
        tenant_key("household_id", "household"),
        tenant_key("owner_id", "owner"),
        CheckConstraint("relation IN ('owner', 'family', 'tenant')", name="relation"),
        CheckConstraint("(relation = 'owner') = (owner_id IS NOT NULL)", name="owner"),
    )
    household_id: UUID = Key()
    relation: str = Field(max_length=10)
    owner_id: UUID | None = Key(nullable=True)
    verified_how: str = Field(max_length=200)
    promised_by: UUID = Key()
    """Whoever invited, and so verified it."""
