"""Projects and their phases."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from linli.community.schemas.body import Body
from linli.kernel.http.fields import ClientId, LongText, ShortText

Phase = Literal["mobilise", "deliberate", "construct", "operate"]
ProjectKind = Literal[
    "lift_renewal",
    "lift_addition",
    "pipes",
    "facade",
    "roof",
    "fire_safety",
    "parking",
    "greening",
    "other",
]


class ProjectIn(Body):
    """Opening a project."""

    id: ClientId
    name: ShortText = Field(examples=["电梯更新"])
    kind: ProjectKind
    building_ids: Annotated[list[UUID], Field(min_length=1, max_length=500)]
    summary: LongText


class PhaseChangeIn(Body):
    """Moving a project on."""

    id: ClientId
    to: Phase
    reason: LongText = Field(max_length=500, description="Public")


class ProjectBuildingOut(BaseModel):
    """A building that a project concerns."""

    id: UUID
    code: str
    name: str


class ProjectOut(BaseModel):
    """A project in a list."""

    id: UUID
    name: str
    kind: ProjectKind
    summary: str
    phase: Phase
    version: int
    created_at: datetime
    buildings: list[ProjectBuildingOut]


class PhaseChangeOut(BaseModel):
    """One step in the history."""

    id: UUID
    from_phase: Phase
    to_phase: Phase
    reason: str
    changed_at: datetime


class ProjectDetailOut(ProjectOut):
    """A project with its history."""

    phase_history: list[PhaseChangeOut]
    next_phases: list[Phase] = Field(description="Where the caller may move it")


class ProjectListOut(BaseModel):
    """A page of projects, the oldest first."""

    items: list[ProjectOut]
    next: str | None
