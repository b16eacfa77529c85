"""Schemes, their versions and what they come to, as the API reads and writes them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from linli.deliberation.rules.cost_sharing.cost import Method
from linli.deliberation.schemas.cost_plans.plan import Amount, Code, ScopeOut
from linli.kernel.http.fields import ClientId, ShortText

Floor = Annotated[int, Field(strict=True, ge=-20, le=400)]
MOST_HOMES = 20_000


class TierIn(BaseModel):
    """Storeys that weigh the same, first and last included; 1.1 is 1100 thousandths."""

    model_config = ConfigDict(extra="forbid")

    from_floor: Floor
    to_floor: Floor
    thousandths: Annotated[int, Field(strict=True, ge=-1_000_000, le=1_000_000)]


class TableRowIn(BaseModel):
    """One home in a table made by hand."""

    model_config = ConfigDict(extra="forbid")

    code: Code
    fen: Annotated[int, Field(strict=True, ge=-(10**13), le=10**13)]
    scope: Annotated[int, Field(strict=True, ge=1)] | None = Field(
        default=None, description="Number of the scope, where a home stands in several"
    )


class ExemptionIn(BaseModel):
    """A home that pays nothing, and why; everybody reads the reason, so hardship is none."""

    model_config = ConfigDict(extra="forbid")

    code: Code
    reason: ShortText


class PayerIn(BaseModel):
    """Who pays for hardship reductions, and at most how much."""

    model_config = ConfigDict(extra="forbid")

    name: ShortText
    limit_fen: Amount


class ReductionIn(BaseModel):
    """An amount that a payer takes over from one home."""

    model_config = ConfigDict(extra="forbid")

    code: Code
    amount_fen: Amount
    payer: ShortText


class RulesIn(BaseModel):
    """How a scheme shares; what the method does not use is left out."""

    model_config = ConfigDict(extra="forbid")

    title: ShortText
    method: Method
    tiers: Annotated[list[TierIn], Field(max_length=200)] = Field(default_factory=list)
    ground_floor: Floor = 1
    table: Annotated[list[TableRowIn], Field(max_length=MOST_HOMES)] = Field(default_factory=list)
    exemptions: Annotated[list[ExemptionIn], Field(max_length=2000)] = Field(default_factory=list)
    payers: Annotated[list[PayerIn], Field(max_length=20)] = Field(default_factory=list)
    reductions: Annotated[list[ReductionIn], Field(max_length=2000)] = Field(default_factory=list)


class SchemeIn(RulesIn):
    """A scheme to save under a plan."""

    id: ClientId


class SpreadOut(BaseModel):
    """How far the shares lie apart, in fen."""

    homes: int
    paying: int
    least: int
    middle: int
    most: int
    total: int


class FloorOut(BaseModel):
    """One storey: its homes and their shares, least and most, in fen."""

    floor: int
    homes: int
    least: int
    most: int


class PayerOut(BaseModel):
    """A payer of reductions; the number of homes is left out where it is small."""

    name: str
    limit_fen: int
    taken_fen: int
    homes: int | None


class TierOut(BaseModel):
    """Storeys that weigh the same."""

    from_floor: int
    to_floor: int
    thousandths: int


class ExemptionOut(BaseModel):
    """A home that pays nothing."""

    code: str
    reason: str


class PreviewOut(BaseModel):
    """What a scheme would come to; nothing of it is kept."""

    net_fen: int
    spread: SpreadOut
    floors: list[FloorOut]
    payers: list[PayerOut]
    shares_digest: str


class SchemeOut(PreviewOut):
    """One version of a scheme."""

    id: UUID
    plan_id: UUID
    title: str
    version: int = Field(description="Number of this version")
    newest: bool
    method: Method
    tiers: list[TierOut]
    ground_floor: int
    exemptions: list[ExemptionOut]
    scopes: list[ScopeOut]
    roster_digest: str
    computed_at: datetime
    adopted: bool
    adopted_at: datetime | None
    round_id: UUID | None = Field(description="The ballot that adopted it")
    roster_changed: bool
    scopes_changed: bool


class VersionOut(BaseModel):
    """A version in the history of a scheme."""

    number: int
    title: str
    method: Method
    net_fen: int
    shares_digest: str
    computed_at: datetime


class VersionList(BaseModel):
    """Versions, the newest first."""

    items: list[VersionOut]


class ReductionOut(BaseModel):
    """A hardship reduction, for the office."""

    code: str
    amount_fen: int
    payer: str


class ReductionList(BaseModel):
    """Reductions of a version."""

    items: list[ReductionOut]


class CheckOut(BaseModel):
    """A version worked out anew from its own homes and rules."""

    shares_digest: str
    recomputed_digest: str
    agrees: bool
    homes: int
