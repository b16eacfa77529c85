"""Who brought a ballot to which door, when and how. Append-only."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from linli.deliberation.models.ballots.one_of import one_of
from linli.deliberation.rules.ballots.delivery import DeliveredHow
from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key


class BallotDelivery(TenantRow, CreatedOnce, table=True):
    """That a ballot was brought to a household."""

    __tablename__ = "ballot_delivery"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_key("elector_id", "elector"),
        tenant_key("household_id", "household"),
        one_of("how", DeliveredHow),
        Index(None, "community_id", "elector_id"),
        Index(None, "community_id", "round_id", "household_id"),
    )
    round_id: UUID = Key()
    elector_id: UUID = Key()
    household_id: UUID = Key()
    how: str = Field(max_length=20)
    delivered_at: datetime = Time()
    proven: bool
    """A photo was promised with it; it proves the delivery once it is here."""
    note: str | None = Field(default=None, max_length=500, repr=False)
