"""Cost plans and their scopes as the API reads and writes them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.deliberation.rules.cost_sharing.cost import Method
from linli.deliberation.rules.cost_sharing.sources import SourceKind
from linli.kernel.http.fields import CLEAN, ClientId, LongText, ShortText, Written

MOST_FEN = 10_000_000_000_000
"""100 billion yuan: far beyond any lift, and far below what JSON can still count exactly."""

Amount = Annotated[int, Field(strict=True, ge=0, le=MOST_FEN, description="Money in fen")]
OptionalText = Annotated[str, Field(max_length=2000, pattern=CLEAN)]
ScopeKind = Literal["lift", "stairwell", "building", "project"]
Code = Annotated[str, Written(60)]
"""A household's code."""


class PlanIn(BaseModel):
    """A cost plan to make."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    project_id: UUID
    title: ShortText
    note: OptionalText = ""


class SourceIn(BaseModel):
    """What somebody else pays towards a scope."""

    model_config = ConfigDict(extra="forbid")

    kind: SourceKind
    name: ShortText = Field(description="Who pays, in words")
    amount_fen: Amount


class PlaceIn(BaseModel):
    """A building, or one stairwell of it."""

    model_config = ConfigDict(extra="forbid")

    building_id: UUID
    stairwell_id: UUID | None = None


class ScopeIn(BaseModel):
    """One cost: a lift, a stairwell or a set of buildings, with its own total and sources."""

    model_config = ConfigDict(extra="forbid")

    kind: ScopeKind
    label: ShortText
    total_fen: Amount
    with_shops: Annotated[bool, Field(strict=True)] = False
    sources: Annotated[list[SourceIn], Field(max_length=20)] = Field(default_factory=list)
    places: Annotated[list[PlaceIn], Field(min_length=1, max_length=500)]


class ScopesIn(BaseModel):
    """All scopes of a plan; they take the place of those before."""

    model_config = ConfigDict(extra="forbid")

    scopes: Annotated[list[ScopeIn], Field(min_length=1, max_length=500)]


class PublicationIn(BaseModel):
    """Showing a plan to every household."""

    model_config = ConfigDict(extra="forbid")

    note: LongText | None = None


class PlaceOut(BaseModel):
    """A building, or one stairwell of it."""

    building_id: UUID
    building_code: str
    stairwell_id: UUID | None
    stairwell_code: str | None


class SourceOut(BaseModel):
    """What somebody else pays towards a scope."""

    kind: SourceKind
    name: str
    amount_fen: int


class ScopeOut(BaseModel):
    """One cost of a plan."""

    number: int
    kind: ScopeKind
    label: str
    total_fen: int
    net_fen: int = Field(description="What its homes share")
    with_shops: bool
    sources: list[SourceOut]
    places: list[PlaceOut]


class SchemeCardOut(BaseModel):
    """A scheme in the list of its plan."""

    id: UUID
    title: str
    version: int
    method: Method
    net_fen: int
    homes: int
    paying: int
    least_fen: int
    middle_fen: int
    most_fen: int
    adopted: bool
    roster_changed: bool = Field(description="Homes changed since: recompute as a new version")
    scopes_changed: bool = Field(description="Totals or sources changed since")


class TotalsOut(BaseModel):
    """All scopes of a plan together, in fen."""

    total_fen: int
    by_source: dict[str, int] = Field(description="Per kind of source")
    net_fen: int


class PlanCardOut(BaseModel):
    """A plan in the list."""

    id: UUID
    project_id: UUID
    project_name: str
    title: str
    published_at: datetime | None
    adopted: bool
    version: int


class PlanOut(PlanCardOut):
    """A plan whole, without its homes."""

    note: str
    totals: TotalsOut
    scopes: list[ScopeOut]
    schemes: list[SchemeCardOut]


class PlanPage(BaseModel):
    """Plans, the oldest first."""

    items: list[PlanCardOut]
    next: str | None
