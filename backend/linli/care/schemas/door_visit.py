"""Door visits as the API reads and writes them."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.care.rules.visit_words import (
    DayPart,
    GrievanceCategory,
    HelpKind,
    Matter,
    Outcome,
    Stance,
)
from linli.kernel.attachments.slots import Slots
from linli.kernel.http.documented import ReceiptOut
from linli.kernel.http.fields import ClientId, LongText, Moment

MAX_GRIEVANCES = 10
MAX_EXPLAINED = 50


class GrievanceIn(BaseModel):
    """A grievance heard during a visit, in the neighbour's own words."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    matter: Matter
    category: GrievanceCategory
    words: LongText


class DoorVisitIn(BaseModel):
    """What was recorded at a door: the payload of a sync item of the kind ``door_visit``."""

    model_config = ConfigDict(extra="forbid")

    canvass_id: UUID
    household_id: UUID
    happened_at: Moment = Field(description="By the phone's clock; never corrected")
    outcome: Outcome
    stance: Stance | None = None
    explained: Annotated[list[UUID], Field(max_length=MAX_EXPLAINED)] = Field(
        default_factory=list, description="Handbook documents that were explained"
    )
    grievances: Annotated[list[GrievanceIn], Field(max_length=MAX_GRIEVANCES)] = Field(
        default_factory=list
    )
    next_at: Moment | None = Field(None, description="When the neighbour asked to come again")
    next_part: DayPart | None = None
    leave_alone: bool = Field(default=False, description="The household wants no more visits")
    difficulty_note: LongText | None = Field(
        None, description="Goes, sealed, to the social worker only"
    )
    help_suggested: Annotated[list[HelpKind], Field(max_length=6)] = Field(default_factory=list)
    attachments: Slots = Field(default_factory=list)

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if self.stance and self.outcome in {"nobody_home", "moved"}:
            raise PydanticCustomError("stance_unheard", "nobody was there to take a stance")
        if self.next_at and self.next_at <= self.happened_at:
            raise PydanticCustomError("next_not_later", "the next time lies before the visit")
        if len({grievance.id for grievance in self.grievances}) < len(self.grievances):
            raise PydanticCustomError("repeated_id", "two grievances have the same id")
        return self


class DoorVisitCreate(DoorVisitIn):
    """A door visit under the id that the phone gave it."""

    id: ClientId

    def payload(self) -> DoorVisitIn:
        """The visit as a sync item carries it, without its id."""
        fields = {name: value for name, value in self if name != "id"}
        return DoorVisitIn.model_construct(self.model_fields_set - {"id"}, **fields)


class GrievanceHeard(BaseModel):
    """A grievance as the visit's history shows it."""

    id: UUID
    matter: Matter
    category: GrievanceCategory
    words: str


class DoorVisitOut(BaseModel):
    """One visit in a household's history."""

    id: UUID
    canvass_id: UUID
    household_id: UUID
    happened_at: datetime
    recorded_at: datetime
    recorded_by: UUID
    recorded_by_name: str
    clock_ahead_seconds: int | None = Field(
        description="How far the phone's clock was ahead, when over ten minutes"
    )
    outcome: Outcome
    stance: Stance | None
    explained: list[UUID]
    grievances: list[GrievanceHeard]
    next_at: datetime | None
    next_part: DayPart | None
    leave_alone: bool


class DoorVisitPage(BaseModel):
    """A household's visits, the latest first."""

    items: list[DoorVisitOut]
    next: str | None


class StoredSlot(BaseModel):
    """A declared file, and whether it has arrived."""

    sha256: str
    size: int
    content_type: str
    state: Literal["missing", "stored"]


class DoorVisitLogged(BaseModel):
    """That a visit was logged, with its receipt and what has arrived of its files."""

    id: UUID
    receipt: ReceiptOut
    attachments: list[StoredSlot]
