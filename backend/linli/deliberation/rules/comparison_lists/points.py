"""Points between 0 and 1 for one criterion, as exact fractions."""

from collections.abc import Mapping
from fractions import Fraction

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.comparison_lists.criterion import (
    Better,
    Criterion,
    CriterionKind,
    Value,
)

_TYPES: Mapping[CriterionKind, tuple[type, ...]] = {
    CriterionKind.NUMBER: (int, Fraction),
    CriterionKind.PRICE: (int, Fraction),
    CriterionKind.YES_NO: (bool,),
    CriterionKind.TEXT: (str,),
}


def points(criterion: Criterion, values: Mapping[str, Value]) -> dict[str, Fraction]:
    """Option → points: the best value known gets 1, the worst 0, others in proportion between.

    Yes and no are 1 and 0. Where all known values are equal each gets 1. A value not yet known
    gets 0, so that leaving a bad figure out never helps. The scale is announced and applied alike
    to all (招标投标法, art. 40).

    Raises:
        RuleBrokenError: ``value_of_wrong_kind`` with the option.
    """
    known = {option: _number(criterion, option, v) for option, v in values.items() if v is not None}
    if criterion.kind is CriterionKind.YES_NO:
        low, high = Fraction(0), Fraction(1)
    else:
        low, high = (
            min(known.values(), default=Fraction(0)),
            max(known.values(), default=Fraction(0)),
        )
    best, worst = (high, low) if criterion.better is Better.HIGHER else (low, high)
    return {
        option: _between(known[option], worst, best) if option in known else Fraction(0)
        for option in values
    }


def _number(criterion: Criterion, option: str, value: Value) -> Fraction:
    if type(value) not in _TYPES[criterion.kind]:
        raise RuleBrokenError("value_of_wrong_kind", criterion=criterion.key, option=option)
    return Fraction(value) if isinstance(value, int | Fraction) else Fraction(0)


def _between(value: Fraction, worst: Fraction, best: Fraction) -> Fraction:
    return Fraction(1) if best == worst else (value - worst) / (best - worst)
