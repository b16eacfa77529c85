"""Groups of volunteers."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from linli.community.schemas.body import Body
from linli.kernel.http.fields import ClientId, ShortText

GroupKind = Literal["publicity", "site_assist", "care"]


class VolunteerGroupIn(Body):
    """A group to make."""

    id: ClientId
    kind: GroupKind
    name: Annotated[ShortText, Field(max_length=60, examples=["爱心帮扶组"])]


class VolunteerGroupOut(BaseModel):
    """A group of volunteers; who is in it holds a grant on it."""

    id: UUID
    kind: GroupKind
    name: str
    created_at: datetime


class VolunteerGroupList(BaseModel):
    """All groups by name; there is never a next page."""

    items: list[VolunteerGroupOut]
    next: None = None
