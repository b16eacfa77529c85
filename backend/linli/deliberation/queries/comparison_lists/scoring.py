"""From a list's stored content to the rules of scoring and back; no database in here."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from linli.deliberation.rules.comparison_lists.criterion import Better, Criterion, CriterionKind
from linli.deliberation.rules.comparison_lists.criterion import Value as RuleValue
from linli.deliberation.rules.comparison_lists.points import points
from linli.deliberation.rules.comparison_lists.score import Line, Scored, scored

Content = Mapping[str, Any]
_PARTS = 10_000


def criteria_of(content: Content) -> list[Criterion]:
    """The criteria as the rules know them."""
    return [
        Criterion(c["key"], CriterionKind(c["kind"]), Better(c["better"]), c["weight"])
        for c in content["criteria"]
    ]


def table_of(content: Content) -> dict[str, dict[str, RuleValue]]:
    """Option → criterion → exact value.

    Raises:
        ValueError: a number that is none; ``check_content`` says so beforehand.
    """
    kinds = {c["key"]: CriterionKind(c["kind"]) for c in content["criteria"]}
    table: dict[str, dict[str, RuleValue]] = {o["key"]: {} for o in content["options"]}
    for cell in content["cells"]:
        kind = kinds.get(cell["criterion"])
        table[cell["option"]][cell["criterion"]] = _exact(kind, cell["value"])
    return table


def _exact(kind: CriterionKind | None, value: Any) -> RuleValue:
    is_number = kind is CriterionKind.NUMBER and isinstance(value, str)
    return Fraction(value) if is_number else value


def scores_of(content: Content) -> list[dict[str, Any]]:
    """Every option's score with its working, best first; empty while there are no weights."""
    criteria = criteria_of(content)
    if not any(criterion.weight for criterion in criteria):
        return []
    return [_told(one) for one in scored(criteria, table_of(content))]


def _told(one: Scored) -> dict[str, Any]:
    return {
        "option": one.option,
        "rank": one.rank,
        "score": str(one.score),
        "score_ten_thousandths": _rounded(one.score),
        "unknown": one.unknown,
        "lines": [_line(line) for line in one.lines if line.weight],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "criterion": line.criterion,
        "points": str(line.points),
        "points_ten_thousandths": _rounded(line.points),
        "weight": line.weight,
        "part": str(line.part),
        "part_ten_thousandths": _rounded(line.part),
    }


def _rounded(value: Fraction) -> int:
    return int(value * _PARTS)


def best_by_criterion(content: Content) -> dict[str, list[str]]:
    """Criterion → the options with the best known value; none where all known ones are equal."""
    table = table_of(content)
    return {c.key: _best(c, table) for c in criteria_of(content)}


def _best(criterion: Criterion, table: Mapping[str, Mapping[str, RuleValue]]) -> list[str]:
    if criterion.kind is CriterionKind.TEXT:
        return []
    known = {
        o: row[criterion.key] for o, row in table.items() if row.get(criterion.key) is not None
    }
    got = points(criterion, known)
    best = [option for option, value in got.items() if value == 1]
    return best if 0 < len(best) < len(known) else []
