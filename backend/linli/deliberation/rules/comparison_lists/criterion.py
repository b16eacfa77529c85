"""What options are compared by."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from linli.deliberation.rules.broken import RuleBrokenError


class CriterionKind(StrEnum):
    """Kinds of criteria."""

    NUMBER = "number"
    PRICE = "price"
    YES_NO = "yes_no"
    TEXT = "text"


class Better(StrEnum):
    """Which way is better; for yes/no ``higher`` means that yes is."""

    HIGHER = "higher"
    LOWER = "lower"


Value = int | Fraction | bool | str | None
"""A number or price is exact, yes/no a bool, text a string; ``None`` is not yet known."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of a comparison list.

    Attributes:
        key: its key.
        kind: text informs and gives no points.
        better: which way is better; a price is better when lower.
        weight: agreed in a session, ≥ 0; 0 leaves the criterion out of the score.
    """

    key: str
    kind: CriterionKind
    better: Better = Better.HIGHER
    weight: int = 0


def check_criterion(criterion: Criterion) -> None:
    """Refuse a criterion that cannot be scored fairly.

    Weights are set before prices are opened (评标标准, Tendering Law 招标投标法, art. 40).

    Raises:
        RuleBrokenError: ``weight_negative``, ``text_has_no_points``, ``price_is_better_lower``.
    """
    if criterion.weight < 0:
        raise RuleBrokenError("weight_negative", criterion=criterion.key)
    if criterion.kind is CriterionKind.TEXT and criterion.weight:
        raise RuleBrokenError("text_has_no_points", criterion=criterion.key)
    if criterion.kind is CriterionKind.PRICE and criterion.better is not Better.LOWER:
        raise RuleBrokenError("price_is_better_lower", criterion=criterion.key)
