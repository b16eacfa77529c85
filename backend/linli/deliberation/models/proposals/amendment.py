"""The table of amendments: other words for a passage of a proposal."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key


class Amendment(TenantRow, CreatedOnce, table=True):
    """Somebody would word a passage differently; whoever proposed it decides, with a reason."""

    __tablename__ = "amendment"
    __table_args__: ClassVar = (
        tenant_key("proposal_id", "proposal"),
        CheckConstraint("(decided_at IS NULL) = (accepted IS NULL)", name="decision"),
        CheckConstraint("taken_into IS NULL OR accepted", name="taken_into"),
        Index(None, "community_id", "proposal_id"),
    )
    proposal_id: UUID = Key()
    version_number: int
    quote: str = Field(max_length=2000)
    """The passage as it stands in that version, once and no more."""
    replacement: str = Field(max_length=2000)
    reason: str = Field(max_length=2000)
    decided_at: datetime | None = Time(nullable=True)
    decided_by: UUID | None = Key(nullable=True)
    accepted: bool | None = None
    decision_reason: str | None = Field(default=None, max_length=2000)
    taken_into: int | None = None
    """The version that has the new words."""
