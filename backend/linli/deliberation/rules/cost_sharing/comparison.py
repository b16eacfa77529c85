"""Schemes side by side: who gains, who loses, and how far homes lie apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.cost_sharing.home import Home


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the payments of a scheme lie apart, in fen.

    Attributes:
        homes: number of homes.
        paying: how many pay anything.
        least: smallest payment of a home that pays; 0 when none does.
        middle: the lower median of those that pay.
        most: largest payment.
        total: sum of all payments.
    """

    homes: int
    paying: int
    least: int
    middle: int
    most: int
    total: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One home under two schemes, in fen; a negative change means that it pays less."""

    code: str
    before: int
    after: int

    @property
    def change(self) -> int:
        """After less before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """A scheme held against another.

    Attributes:
        gain: homes that pay less, largest gain first.
        lose: homes that pay more, largest loss first.
        same: number of homes that pay the same.
    """

    gain: tuple[Difference, ...]
    lose: tuple[Difference, ...]
    same: int


@dataclass(frozen=True, slots=True)
class FloorRow:
    """One storey of a scheme: its homes and what they pay, least and most, in fen."""

    floor: int
    homes: int
    least: int
    most: int


def spread(payments_fen: Mapping[str, int]) -> Spread:
    """Measure a scheme (compared openly before owners agree on one: Civil Code, art. 283)."""
    paying = sorted(fen for fen in payments_fen.values() if fen)
    homes, total = len(payments_fen), sum(paying)
    if not paying:
        return Spread(homes, 0, 0, 0, 0, 0)
    middle = paying[(len(paying) - 1) // 2]
    return Spread(homes, len(paying), paying[0], middle, paying[-1], total)


def compare(before: Mapping[str, int], after: Mapping[str, int]) -> Comparison:
    """Who gains and who loses by changing scheme (for the choice of Civil Code, art. 283).

    Raises:
        RuleBrokenError: ``schemes_of_different_homes`` with the codes found in one only.
    """
    if strangers := before.keys() ^ after.keys():
        raise RuleBrokenError("schemes_of_different_homes", homes=sorted(strangers))
    every = [Difference(code, before[code], after[code]) for code in before]
    gain = sorted((d for d in every if d.change < 0), key=lambda d: (d.change, d.code))
    lose = sorted((d for d in every if d.change > 0), key=lambda d: (-d.change, d.code))
    return Comparison(tuple(gain), tuple(lose), len(every) - len(gain) - len(lose))


def floor_rows(homes: Iterable[Home], payments_fen: Mapping[str, int]) -> list[FloorRow]:
    """Each storey's payments, top storey first, for the table and the building picture."""
    by_floor: dict[int, list[int]] = {}
    for home in homes:
        by_floor.setdefault(home.floor, []).append(payments_fen[home.code])
    return [
        FloorRow(floor, len(fen), min(fen), max(fen))
        for floor, fen in sorted(by_floor.items(), reverse=True)
    ]
