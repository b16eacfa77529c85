"""Figures of the register that tell nobody about a neighbour (GB/T 45574-2025; rules.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linli.kernel.small_groups import SMALLEST, suppressed


@dataclass(frozen=True)
class Told:
    """What may be published of counts: ``None`` stands for a figure that is withheld."""

    total: int | None
    counts: dict[str, int | None]


def de_identified(counts: Mapping[str, int]) -> Told:
    """Withhold every group below five, none as well, and what would give such a group away.

    Where all groups are small, the total is told only while it leaves more than one possibility.
    """
    total = sum(counts.values())
    told = suppressed(counts, none_tells=True)
    if not told or any(count >= SMALLEST for count in counts.values()):
        return Told(total, told)
    most = len(counts) * (SMALLEST - 1)
    telling = len(counts) > 1 and SMALLEST <= total < most
    return Told(total if telling else None, told)


def together(**counted: Mapping[str, int]) -> dict[str, Any]:
    """Several ways of counting the same things, published side by side with their total.

    Where one of them cannot bear that the total is known, nothing is told at all: the others
    would add up to it.
    """
    told = {name: de_identified(counts) for name, counts in counted.items()}
    total = next(iter(told.values())).total
    if any(each.total is None for each in told.values()):
        nothing = {name: dict.fromkeys(counts) for name, counts in counted.items()}
        return {"total": None, **nothing}
    return {"total": total, **{name: each.counts for name, each in told.items()}}
