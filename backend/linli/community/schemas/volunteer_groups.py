"""Groups of volunteers."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from linli.community.schemas.body import Body
from linli.kernel.http.fields import ClientId, LongText, ShortText

GroupKind = Literal["publicity", "site_assist", "care"]
GroupName = Annotated[ShortText, Field(max_length=60, examples=["爱心帮扶组"])]


class VolunteerGroupIn(Body):
    """A group to make."""

    id: ClientId
    kind: GroupKind
    name: GroupName


class GroupNameIn(Body):
    """What a group is called from now on."""

    name: GroupName


class GroupEndingIn(Body):
    """Why a group is there no more."""

    reason: LongText


class VolunteerGroupOut(BaseModel):
    """A group of volunteers; who is in it holds a grant on it. ``version`` is the ETag."""

    id: UUID
    kind: GroupKind
    name: str
    version: int
    created_at: datetime
    ended_at: datetime | None


class VolunteerGroupList(BaseModel):
    """All groups, those that have ended last; there is never a next page."""

    items: list[VolunteerGroupOut]
    next: None = None
