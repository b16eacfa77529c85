"""One cost that one lift, one stairwell or a whole project gives its own households to share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from linli.deliberation.rules.cost_sharing.coefficients import Tier
from linli.deliberation.rules.cost_sharing.home import Home
from linli.deliberation.rules.cost_sharing.sources import Source


class Method(StrEnum):
    """Ways of sharing; owners adopt one, else area decides (Civil Code, art. 283)."""

    AREA = "area"
    PER_HOUSEHOLD = "per_household"
    FLOOR_COEFFICIENT = "floor_coefficient"
    COEFFICIENT_AREA = "coefficient_area"
    HALF_HALF = "half_half"
    INCREMENTAL = "incremental"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost, its sources, its way of sharing and its own households.

    Attributes:
        scope: key of the lift or stairwell, or of the project when there is but one.
        total_fen: the cost.
        sources: what others pay.
        method: how the rest is shared.
        homes: the households that share it, and no others.
        tiers: floor coefficients, for the methods that use them.
        table_fen: for ``manual``: household code → fen.
        ground_floor: where everyone gets in; for ``incremental``.
    """

    scope: str
    total_fen: int
    sources: tuple[Source, ...]
    method: Method
    homes: tuple[Home, ...]
    tiers: tuple[Tier, ...] = ()
    table_fen: Mapping[str, int] = field(default_factory=dict)
    ground_floor: int = 1
