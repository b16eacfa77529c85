"""A secret ballot in three tables that nothing connects (docs/decisions/secret-ballot.md).

None has a time, a running number, an account that made the row, or an id that tells when it was
made: each id is random or follows from the row's own content. On SQLite the tables have no hidden
row number either, so their order on disk is that of their ids.
"""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import Key, TenantRow, tenant_key, tenant_unique
from linli.kernel.db.types import Json

_NO_ROW_NUMBER = {"sqlite_with_rowid": False}


class SecretRoll(TenantRow, table=True):
    """That a home has taken part; ``id`` follows from election and home."""

    __tablename__ = "secret_roll"
    __table_args__: ClassVar = (
        tenant_key("election_id", "election"),
        tenant_key("household_id", "household"),
        tenant_unique("election_id", "household_id"),
        _NO_ROW_NUMBER,
    )
    election_id: UUID = Key()
    household_id: UUID = Key()


class SecretBox(TenantRow, table=True):
    """What was chosen; ``id`` is a random place, given anew whenever a ballot comes in."""

    __tablename__ = "secret_box"
    __table_args__: ClassVar = (
        tenant_key("election_id", "election"),
        Index(None, "community_id", "election_id"),
        _NO_ROW_NUMBER,
    )
    election_id: UUID = Key()
    choice: list[str] = Field(sa_type=Json)
    """Ids of candidacies, sorted; none is a blank ballot."""


class SecretReceipt(TenantRow, table=True):
    """The hash of a random token that a voter's phone keeps; ``id`` is its beginning."""

    __tablename__ = "secret_receipt"
    __table_args__: ClassVar = (
        tenant_key("election_id", "election"),
        tenant_unique("election_id", "leaf"),
        CheckConstraint("length(leaf) = 32", name="leaf"),
        _NO_ROW_NUMBER,
    )
    election_id: UUID = Key()
    leaf: bytes
