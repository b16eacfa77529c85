"""Groups of volunteers: like a building, a place where a role is held."""

from typing import ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, TenantRow, tenant_unique


class VolunteerGroup(TenantRow, CreatedOnce, table=True):
    """A group of volunteers by its name and what it is for.

    Only what a grant needs to be held on it. Shifts, training and hours will be told by a context
    above this one, which will refer to this row.
    """

    __tablename__ = "volunteer_group"
    __table_args__: ClassVar = (
        tenant_unique("name"),
        CheckConstraint("kind IN ('publicity', 'site_assist', 'care')", name="kind"),
    )
    kind: str = Field(max_length=20)
    name: str = Field(max_length=60)
