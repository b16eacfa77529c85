"""Sharing doors out: each volunteer gets neighbouring floors, and about as many doors as others.

Cutting a row of floors into shares so that no two differ by more than one floor's doors is always
possible (I. Bárány, V. S. Grinberg: Block partitions of sequences, 2015).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from uuid import UUID


@dataclass(frozen=True)
class Floor:
    """One floor of a stairwell: how many doors wait for somebody; 0 where somebody has them."""

    building_id: UUID
    stairwell_id: UUID | None
    """``None`` in a building without stairwells."""
    floor: int
    doors: int


@dataclass(frozen=True)
class Share:
    """Neighbouring floors of one stairwell for one volunteer."""

    account_id: UUID
    building_id: UUID
    stairwell_id: UUID | None
    floor_from: int
    floor_to: int
    doors: int


def propose(floors: Sequence[Floor], account_ids: Sequence[UUID]) -> list[Share]:
    """Shares for each account, in the given order of floors and accounts.

    Args:
        floors: in the order in which one would walk.
        account_ids: who shares; without repeats.

    Returns:
        Shares that cover every waiting door once. Somebody whose part lies in several stairwells,
        or on both sides of floors that are taken, has several.
    """
    waiting = [place for place, floor in enumerate(floors) if floor.doors]
    cuts = balanced_cuts([floors[place].doors for place in waiting], len(account_ids))
    return [
        share
        for account_id, start, end in zip(account_ids, cuts, cuts[1:], strict=False)
        for share in _shares(account_id, floors, waiting[start:end])
    ]


def _shares(account_id: UUID, floors: Sequence[Floor], places: Sequence[int]) -> Iterator[Share]:
    """Runs of floors that follow each other in one stairwell."""

    def run(numbered: tuple[int, int]) -> tuple[int, UUID, UUID | None]:
        position, place = numbered
        return place - position, floors[place].building_id, floors[place].stairwell_id

    for _, group in groupby(enumerate(places), run):
        part = [floors[place] for _, place in group]
        numbers = [floor.floor for floor in part]
        yield Share(
            account_id,
            part[0].building_id,
            part[0].stairwell_id,
            min(numbers),
            max(numbers),
            sum(floor.doors for floor in part),
        )


def balanced_cuts(sizes: Sequence[int], parts: int) -> list[int]:
    """Where to cut a row into ``parts`` runs whose sums differ by at most the largest size.

    Among such cuts it takes one whose smallest sum is as large as can be.

    Returns:
        ``parts + 1`` positions from 0 to ``len(sizes)``; empty when there are no parts.
    """
    if parts == 0:
        return []
    sums = [0, *accumulate(sizes)]
    widest = max(sizes, default=0)
    for least in range(sums[-1] // parts, -1, -1):
        cuts = _cuts_within(sums, parts, least, least + widest)
        if cuts is not None:
            return cuts
    raise AssertionError("such a cut always exists")


def _cuts_within(sums: Sequence[int], parts: int, least: int, most: int) -> list[int] | None:
    """Cuts into runs whose sums lie between two bounds, or ``None``."""
    end = len(sums) - 1
    layers = [[0]]
    for _ in range(parts):
        layers.append(_reachable(sums, layers[-1], least, most))
    if end not in layers[-1]:
        return None
    cuts = [end]
    for layer in reversed(layers[:-1]):
        cuts.append(next(at for at in layer if least <= sums[cuts[-1]] - sums[at] <= most))
    return cuts[::-1]


def _reachable(sums: Sequence[int], starts: Sequence[int], least: int, most: int) -> list[int]:
    """The positions that one more run can end at."""
    found: list[int] = []
    first = 0
    for position, total in enumerate(sums):
        while first < len(starts) and total - sums[starts[first]] > most:
            first += 1
        if first < len(starts) and total - sums[starts[first]] >= least:
            found.append(position)
    return found
