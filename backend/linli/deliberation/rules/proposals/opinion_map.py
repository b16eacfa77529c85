"""Statements that all groups agree on, set apart from those that divide them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from linli.deliberation.rules.proposals.opinion_groups import People, Vote, opinion_groups
from linli.deliberation.rules.small_groups import MINIMUM, suppress

MIN_PEOPLE = 20
NUMERATOR, DENOMINATOR = 2, 3
"""A group agrees when at least two thirds of its answers do."""
_SIDES = (Vote.AGREE, Vote.DISAGREE)


class Verdict(StrEnum):
    """What a statement is to the groups."""

    SHARED_AGREEMENT = "shared_agreement"
    SHARED_DISAGREEMENT = "shared_disagreement"
    DIVIDES = "divides"
    OPEN = "open"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement on the map.

    Attributes:
        statement: its key.
        verdict: shared, dividing, open, or answered by too few.
        groups: per group vote name → number of people, small cells hidden as ``None``.
    """

    statement: str
    verdict: Verdict
    groups: tuple[Mapping[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class OpinionMap:
    """How opinions lie, without naming anyone.

    Attributes:
        people: how many answered.
        seed: the statement that the groups were started from, to explain them; ``None`` when
            there is one group only.
        sizes: people in each group; one group of everyone when two would be too small to show.
        statements: sorted by key.
    """

    people: int
    seed: str | None
    sizes: tuple[int, ...]
    statements: tuple[StatementView, ...]


def opinion_map(people: People) -> OpinionMap | None:
    """Draw the map; ``None`` for fewer than 20 people.

    Groups and cells of fewer than 5 are hidden (PIPL, art. 6; GB/T 37964-2019).

    Args:
        people: person → statement → vote.
    """
    if len(people) < MIN_PEOPLE:
        return None
    found = opinion_groups(people)
    whole = min(map(len, found.groups), default=0) < MINIMUM
    groups = (frozenset(people),) if whole else found.groups
    statements = sorted({statement for answers in people.values() for statement in answers})
    views = tuple(_view(statement, _cells(people, groups, statement)) for statement in statements)
    sizes = tuple(len(group) for group in groups)
    return OpinionMap(len(people), None if whole else found.seed, sizes, views)


def _cells(
    people: People, groups: Iterable[frozenset[str]], statement: str
) -> list[dict[Vote, int]]:
    answers = [[people[p][statement] for p in group if statement in people[p]] for group in groups]
    return [{vote: given.count(vote) for vote in Vote} for given in answers]


def _view(statement: str, cells: list[dict[Vote, int]]) -> StatementView:
    named = [{vote.name.lower(): number for vote, number in cell.items()} for cell in cells]
    return StatementView(statement, _verdict(cells), tuple(suppress(cell) for cell in named))


def _verdict(cells: list[dict[Vote, int]]) -> Verdict:
    if any(sum(cell.values()) < MINIMUM for cell in cells):
        return Verdict.TOO_FEW
    if all(_most(cell, Vote.AGREE) for cell in cells):
        return Verdict.SHARED_AGREEMENT
    if all(_most(cell, Vote.DISAGREE) for cell in cells):
        return Verdict.SHARED_DISAGREEMENT
    divided = all(any(_over_half(cell, vote) for cell in cells) for vote in _SIDES)
    return Verdict.DIVIDES if divided else Verdict.OPEN


def _most(cell: Mapping[Vote, int], vote: Vote) -> bool:
    return cell[vote] * DENOMINATOR >= sum(cell.values()) * NUMERATOR


def _over_half(cell: Mapping[Vote, int], vote: Vote) -> bool:
    return 2 * cell[vote] > sum(cell.values())
