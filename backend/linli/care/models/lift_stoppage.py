from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, Versioned, tenant_key


class LiftStoppage(TenantRow, CreatedOnce, Versioned, table=True):
    """A building, or one stairwell of it, is without a lift for a while: stairs need help."""

    __tablename__ = "lift_stoppage"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        tenant_key("building_id", "building"),
        tenant_key("stairwell_id", "stairwell"),
        CheckConstraint("stopped_until > stopped_from", name="times"),
        Index(None, "community_id", "building_id", "stopped_from"),
    )
    project_id: UUID = Key()
    building_id: UUID = Key()
    stairwell_id: UUID | None = Key(nullable=True)
    """``None``: all of the building."""
    stopped_from: datetime = Time()
    stopped_until: datetime | None = Time(nullable=True)
    """``None``: nobody knows yet."""
    reason: str = Field(max_length=2000)
