"""What a resident writes to whoever speaks for their building, and the answer."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key


class RepresentativeMessage(TenantRow, CreatedOnce, table=True):
    """A message and its answer, both sealed with the key of the account that wrote the message."""

    __tablename__ = "representative_message"
    __table_args__: ClassVar = (
        tenant_key("mandate_id", "mandate"),
        tenant_key("household_id", "household"),
        CheckConstraint("(answered_at IS NULL) = (answered_by IS NULL)", name="answering"),
        CheckConstraint("answer IS NULL OR answered_at IS NOT NULL", name="answer"),
        Index(None, "community_id", "mandate_id", "created_at"),
        Index(None, "community_id", "created_by", "created_at"),
    )
    mandate_id: UUID = Key()
    """Whose it is to answer: another's, once that mandate ended before there was an answer."""
    household_id: UUID = Key()
    """The writer's home in the building."""
    words: bytes | None = Field(repr=False)
    """Sealed; nothing once it is erased."""
    answer: bytes | None = Field(default=None, repr=False)
    answered_by: UUID | None = Key(nullable=True)
    answered_at: datetime | None = Time(nullable=True)
