"""Figures of the register that tell nobody about a neighbour (GB/T 45574-2025; rules.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SMALLEST = 5
"""The smallest group that may be told."""


@dataclass(frozen=True)
class Told:
    """What may be published of counts: ``None`` stands for a figure that is withheld."""

    total: int | None
    counts: dict[str, int | None]


def de_identified(counts: Mapping[str, int]) -> Told:
    """Withhold every group below five, none as well, and what would give such a group away.

    Next to small groups the first group that is not small, in the order given, is withheld too.
    Which one that is does not depend on its size, so neither the total nor knowing this very rule
    tells a small group's size. Where all groups are small, the total is told only while it leaves
    more than one possibility.
    """
    small = {name for name, count in counts.items() if count < SMALLEST}
    large = [name for name in counts if name not in small]
    total = sum(counts.values())
    if not small:
        return Told(total, dict(counts))
    if large:
        withheld = small | {large[0]}
        return Told(total, {n: None if n in withheld else c for n, c in counts.items()})
    most = len(counts) * (SMALLEST - 1)
    telling = len(counts) > 1 and SMALLEST <= total < most
    return Told(total if telling else None, dict.fromkeys(counts))


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
