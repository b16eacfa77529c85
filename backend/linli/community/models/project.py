"""What the community sets out to do, and how far it has come."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import (
    CreatedOnce,
    Key,
    TenantRow,
    Versioned,
    tenant_key,
    tenant_unique,
)

_PHASES = "IN ('mobilise', 'deliberate', 'construct', 'operate')"


class Project(TenantRow, CreatedOnce, Versioned, table=True):
    """A public matter with an end, such as new lifts. ``phase`` is the last change's."""

    __tablename__ = "project"
    __table_args__: ClassVar = (
        CheckConstraint(f"phase {_PHASES}", name="phase"),
        Index(None, "community_id", "created_at"),
    )
    name: str = Field(max_length=100)
    kind: str = Field(max_length=30)
    summary: str = Field(max_length=2000)
    phase: str = Field(default="mobilise", max_length=10)


class ProjectBuilding(TenantRow, table=True):
    """That a project concerns a building."""

    __tablename__ = "project_building"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        tenant_key("building_id", "building"),
        tenant_unique("project_id", "building_id"),
    )
    project_id: UUID = Key()
    building_id: UUID = Key()


class ProjectPhaseChange(TenantRow, CreatedOnce, table=True):
    """That a project moved on, by whom and why. Public; append-only."""

    __tablename__ = "project_phase_change"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        Index(None, "community_id", "project_id", "created_at"),
        CheckConstraint(f"from_phase {_PHASES}", name="from_phase"),
        CheckConstraint(f"to_phase {_PHASES}", name="to_phase"),
        CheckConstraint("from_phase <> to_phase", name="moves"),
    )
    project_id: UUID = Key()
    from_phase: str = Field(max_length=10)
    to_phase: str = Field(max_length=10)
    reason: str = Field(max_length=500)
