"""Mandates and assemblies as the API reads and writes them."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from linli.deliberation.schemas.representatives.term import check_term
from linli.kernel.attachments.slots import Slots
from linli.kernel.http.fields import ClientId, Count, Day, LongText, Written

Minutes = Annotated[
    str,
    Written(20_000),
]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9+() \-]{5,30}$")]
Basis = Literal["election", "appointment"]
Standing = Literal["to_come", "in_force", "substitute", "over"]
"""``substitute``: acts only once the mandate it stands in for has ended early."""


class _Assembly(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: ClientId
    held_on: Day
    took_part: Count = Field(description="Homes that took part, one voice each")
    agreed: Count
    minutes: Minutes
    attachments: Slots = Field(default_factory=list, description="The signed paper")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.agreed > self.took_part:
            raise PydanticCustomError("more_than_took_part", "more agreed than took part")
        return self


class AppointmentIn(_Assembly):
    """An assembly of a building appointed its representative, or a substitute."""

    building_id: UUID
    account_id: UUID
    term_from: Day
    term_until: Day = Field(description="The last day of the term, included")
    stands_in_for: UUID | None = Field(
        None, description="For a substitute: the mandate it takes over when that ends early"
    )

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        check_term(self.term_from, self.term_until)
        return self


class RecallIn(_Assembly):
    """An assembly of a building recalled its representative."""

    reason: LongText


class ResignationIn(BaseModel):
    """Why somebody gives a mandate back."""

    model_config = ConfigDict(extra="forbid")

    reason: LongText


class ReachIn(BaseModel):
    """How neighbours can reach their representative; nothing takes the number down."""

    model_config = ConfigDict(extra="forbid")

    phone: Phone | None


class MandateOut(BaseModel):
    """Who speaks for a building."""

    id: UUID
    building_id: UUID
    building_code: str
    building_name: str
    account_id: UUID
    name: str
    is_me: bool
    basis: Basis
    election_id: UUID | None
    assembly_id: UUID | None
    from_on: date
    until_on: date
    stands_in_for: UUID | None
    standing: Standing
    statement: str | None = Field(description="What they said when they stood for election")
    phone: str | None = Field(description="Only where they chose to show it")
    ended_on: date | None
    ended_how: Literal["recall", "resignation"] | None
    ended_because: str | None
    version: int


class MandatePage(BaseModel):
    """Mandates by building and beginning."""

    items: list[MandateOut]
    next: str | None


class BuildingVoice(BaseModel):
    """Who speaks for a building in which the caller is at home."""

    building_id: UUID
    building_code: str
    building_name: str
    household_codes: list[str]
    representatives: list[MandateOut]
    election_id: UUID | None = Field(description="An election that is going on")


class MyVoices(BaseModel):
    """Who speaks for me, building by building."""

    items: list[BuildingVoice]


class AssemblyOut(BaseModel):
    """Minutes of an assembly."""

    id: UUID
    building_id: UUID
    purpose: Literal["appointment", "recall"]
    held_on: date
    homes: int
    took_part: int
    agreed: int
    minutes: str
    created_at: datetime
    attachments: list[dict[str, str | int]]
