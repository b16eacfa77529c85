"""Grievances as the API reads and writes them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.care.rules.visit_words import GrievanceCategory, GrievanceStatus, Matter
from linli.kernel.http.fields import ClientId, LongText


class AnswerIn(BaseModel):
    """An answer for the next visitor to bring along."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    words: LongText


class OwnerIn(BaseModel):
    """Who is to see to a grievance."""

    model_config = ConfigDict(extra="forbid")

    owner_account_id: UUID


class AnswerOut(BaseModel):
    """An answer that was given."""

    id: UUID
    words: str
    answered_by: UUID
    answered_at: datetime


class GrievanceOut(BaseModel):
    """A grievance and what became of it."""

    id: UUID
    household_id: UUID
    household_code: str
    building_id: UUID
    building_code: str
    matter: Matter
    category: GrievanceCategory
    words: str
    raised_at: datetime
    status: GrievanceStatus
    owner_account_id: UUID | None
    owner_name: str | None
    answers: list[AnswerOut]
    closed_at: datetime | None
    version: int


class GrievancePage(BaseModel):
    """Grievances, the oldest first."""

    items: list[GrievanceOut]
    next: str | None


GrievanceId = Annotated[UUID, Field(description="The grievance")]
