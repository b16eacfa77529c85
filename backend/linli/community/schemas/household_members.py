"""Who has an account in a household, and one's own homes."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from linli.community.schemas.body import Body
from linli.community.schemas.places import Kind
from linli.identity.public import Relation
from linli.kernel.http.fields import ClientId, LongText, ShortText


class HouseholdMemberIn(Body):
    """That an account is at home in a household."""

    id: ClientId
    account_id: UUID
    relation: Relation
    owner_id: UUID | None = Field(
        None, description="The owner they are, or speak for; with relation owner only"
    )
    verified_how: Annotated[ShortText, Field(examples=["saw the deed"])]

    @model_validator(mode="after")
    def _owner_named(self) -> Self:
        if (self.relation == "owner") != (self.owner_id is not None):
            raise PydanticCustomError("owner_and_relation", "an owner is named for owners only")
        return self


class MemberEndingIn(Body):
    """Why somebody is at home there no more."""

    reason: LongText


class HouseholdMemberOut(BaseModel):
    """An account that is, or was, at home in a household."""

    id: UUID
    household_id: UUID
    account_id: UUID
    account_name: str
    relation: Relation
    owner_id: UUID | None = Field(description="Set where an ownership was verified")
    verified_how: str
    verified_by: UUID
    created_at: datetime
    ended_at: datetime | None


class HouseholdMemberList(BaseModel):
    """All of a household, those who are there now first; there is never a next page."""

    items: list[HouseholdMemberOut]
    next: None = None


class HomeOut(BaseModel):
    """A home of one's own."""

    household_id: UUID
    code: str = Field(examples=["1-1-101"])
    building_id: UUID | None
    building_code: str | None
    stairwell_id: UUID | None
    stairwell_code: str | None
    floor: int | None
    door: str
    area_dm2: int
    kind: Kind
    relation: Relation
    owner: bool = Field(description="Whether an ownership was verified: who may vote for it")
    owner_id: UUID | None
    since: datetime


class HomeList(BaseModel):
    """One's homes in the order of their codes; there is never a next page."""

    items: list[HomeOut]
    next: None = None
