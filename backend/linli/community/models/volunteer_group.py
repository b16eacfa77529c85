"""Groups of volunteers: like a building, a place where a role is held."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, Versioned

_NOW = text("ended_at IS NULL")


class VolunteerGroup(TenantRow, CreatedOnce, Versioned, table=True):
    """A group of volunteers by its name and what it is for.

    Only what a grant needs to be held on it. Shifts, training and hours will be told by a context
    above this one, which will refer to this row.
    """

    __tablename__ = "volunteer_group"
    __table_args__: ClassVar = (
        Index(
            "uq_volunteer_group__name_now",
            "community_id",
            "name",
            unique=True,
            sqlite_where=_NOW,
            postgresql_where=_NOW,
        ),
        CheckConstraint("kind IN ('publicity', 'site_assist', 'care')", name="kind"),
    )
    kind: str = Field(max_length=20)
    name: str = Field(max_length=60)
    ended_at: datetime | None = Time(nullable=True)
    ended_by: UUID | None = Key(nullable=True)
    ended_because: str | None = Field(default=None, max_length=2000)
