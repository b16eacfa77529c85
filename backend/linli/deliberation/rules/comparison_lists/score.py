"""The score of every option with its working shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.comparison_lists.criterion import Criterion, Value, check_criterion
from linli.deliberation.rules.comparison_lists.points import points


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion in one option's working.

    Attributes:
        criterion: its key.
        value: as entered; ``None`` when not yet known, which gives no points.
        points: between 0 and 1.
        weight: as agreed.
        part: points × weight ÷ all weights: what the line adds to the score.
    """

    criterion: str
    value: Value
    points: Fraction
    weight: int
    part: Fraction


@dataclass(frozen=True, slots=True)
class Scored:
    """One option.

    Attributes:
        option: its key.
        score: between 0 and 1, the sum of its lines' parts.
        rank: 1 is best; equal scores share a rank.
        lines: the working, in the order of the criteria.
        unknown: how many weighted values are not yet known.
    """

    option: str
    score: Fraction
    rank: int
    lines: tuple[Line, ...]
    unknown: int


def scored(criteria: Sequence[Criterion], table: Mapping[str, Mapping[str, Value]]) -> list[Scored]:
    """Score all options, best first and ties by key; a help for choosing, never a decision.

    The owners decide (Civil Code, art. 278); the working follows the Tendering Law
    (招标投标法, art. 40): by the criteria announced and no others.

    Args:
        criteria: with agreed weights.
        table: option → criterion → value.

    Raises:
        RuleBrokenError: ``criterion_twice``, ``no_weights``, ``unknown_criterion``, or as
            ``check_criterion`` and ``points``.
    """
    _check(criteria, table)
    all_weights = sum(criterion.weight for criterion in criteria)
    columns = {c.key: points(c, {o: table[o].get(c.key) for o in table}) for c in criteria}
    lines = {
        option: tuple(
            _line(c, row.get(c.key), columns[c.key][option], all_weights) for c in criteria
        )
        for option, row in table.items()
    }
    scores = {option: sum((x.part for x in lines[option]), Fraction(0)) for option in table}
    ranked = sorted(table, key=lambda option: (-scores[option], option))
    return [_scored(option, scores, lines[option]) for option in ranked]


def _check(criteria: Sequence[Criterion], table: Mapping[str, Mapping[str, Value]]) -> None:
    keys = {criterion.key for criterion in criteria}
    for criterion in criteria:
        check_criterion(criterion)
    if len(keys) != len(criteria):
        raise RuleBrokenError("criterion_twice")
    if not any(criterion.weight for criterion in criteria):
        raise RuleBrokenError("no_weights")
    if strangers := {key for row in table.values() for key in row} - keys:
        raise RuleBrokenError("unknown_criterion", criterion=min(strangers))


def _line(criterion: Criterion, value: Value, got: Fraction, all_weights: int) -> Line:
    part = got * criterion.weight / all_weights
    return Line(criterion.key, value, got, criterion.weight, part)


def _scored(option: str, scores: Mapping[str, Fraction], lines: tuple[Line, ...]) -> Scored:
    rank = 1 + sum(score > scores[option] for score in scores.values())
    unknown = sum(line.value is None and line.weight > 0 for line in lines)
    return Scored(option, scores[option], rank, lines, unknown)
