"""Who owns a household and who lives in it, as little as the work needs."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import Key, TenantRow, tenant_key, tenant_unique


class Owner(TenantRow, table=True):
    """A person, a company or the developer. One owner may have several households.

    Who owns nothing any more is erased to an empty name; the row stays, for records point to it.

    Phone numbers stand sealed in ``phones``; ``phone_index`` is the blind index of the first one,
    so that equal numbers are found without any number being readable in the database.
    """

    __tablename__ = "owner"
    __table_args__: ClassVar = (
        Index(None, "community_id", "phone_index"),
        CheckConstraint("kind IN ('person', 'company', 'developer')", name="kind"),
    )
    kind: str = Field(max_length=10)
    name: str = Field(max_length=2000, repr=False)
    phones: bytes | None = Field(default=None, repr=False)
    phone_index: bytes | None = Field(default=None, repr=False)


class Ownership(TenantRow, table=True):
    """That an owner owns a household, alone or with the household's other owners."""

    __tablename__ = "ownership"
    __table_args__: ClassVar = (
        tenant_key("household_id", "household"),
        tenant_key("owner_id", "owner"),
        tenant_unique("household_id", "owner_id"),
        Index(None, "community_id", "owner_id"),
    )
    household_id: UUID = Key()
    owner_id: UUID = Key()
    position: int = 0
    """The order in which the roster names co-owners."""


class Resident(TenantRow, table=True):
    """Someone who lives in a household: a name, and whether a tenant. Nothing else."""

    __tablename__ = "resident"
    __table_args__: ClassVar = (
        tenant_key("household_id", "household"),
        Index(None, "community_id", "household_id"),
    )
    household_id: UUID = Key()
    name: str = Field(max_length=2000, repr=False)
    is_tenant: bool = False
    position: int = 0
