"""The figures of a canvass, from counts by building and by day. Visited is not yet done."""

from collections.abc import Mapping, Sequence
from typing import Any

from linli.kernel.small_groups import or_nothing, suppressed

Counts = dict[str, Any]

SUMMED = ("total", "visited", "done")
STANCES = ("support", "undecided", "oppose")
SHOWN = ("building_id", "code", "total", "visited", "done", "nobody_home", "escalated")


def coverage_of(buildings: Sequence[Mapping[str, Any]], days: Sequence[Counts]) -> Counts:
    """The whole from counts of each building (with stances) and of each day."""
    whole = {name: sum(row[name] for row in buildings) for name in SUMMED}
    stances = {name: sum(row[name] for row in buildings) for name in STANCES}
    stances["unknown"] = whole["total"] - sum(stances.values())
    return {
        "exact": True,
        **whole,
        "by_building": [{name: row[name] for name in SHOWN} for row in buildings],
        "stances": stances,
        "by_day": list(days),
    }


def for_everybody(coverage: Counts) -> Counts:
    """The figures that anyone may read: small groups are left out (``None``)."""
    whole = {name: or_nothing(coverage[name]) for name in SUMMED}
    return {
        "exact": False,
        **whole,
        "by_building": [_told(row) for row in coverage["by_building"]],
        "stances": suppressed(coverage["stances"]),
        "by_day": [_told(row) for row in coverage["by_day"]],
    }


def _told(row: Counts) -> Counts:
    return {
        name: or_nothing(value) if isinstance(value, int) else value for name, value in row.items()
    }
