"""Second readings of a paper that differ from the first. Append-only; without what was read."""

from typing import ClassVar
from uuid import UUID

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, tenant_key, tenant_unique


class BallotReading(TenantRow, CreatedOnce, table=True):
    """That somebody read a paper otherwise than who typed it; once per paper and person.

    Whoever might try again would confirm any paper without looking at it.
    """

    __tablename__ = "ballot_reading"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_key("ballot_id", "ballot"),
        tenant_unique("ballot_id", "created_by"),
    )
    round_id: UUID = Key()
    ballot_id: UUID = Key()
