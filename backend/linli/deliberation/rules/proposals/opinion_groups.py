"""Two groups of people who answered alike, found by counting alone.

The way is simple enough to be told: take the statement that divides people most evenly; those who
agree with it and those who disagree start two groups; then everyone goes to the group whose
majority answers theirs resemble more, until nobody moves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

ROUNDS = 25


class Vote(IntEnum):
    """One person's answer to one statement."""

    AGREE = 1
    PASS = 0
    DISAGREE = -1


Answers = Mapping[str, Vote]
"""Statement → one person's answer."""
People = Mapping[str, Answers]


@dataclass(frozen=True, slots=True)
class OpinionGroups:
    """Groups, and the statement that they were started from.

    Attributes:
        seed: that statement; ``None`` when nobody disagreed with anybody.
        groups: persons of each group; people who stand between the two are in neither.
    """

    seed: str | None
    groups: tuple[frozenset[str], ...]


def opinion_groups(people: People) -> OpinionGroups:
    """Find the two groups, the same whatever the order of people and statements.

    Source: two-means clustering (Lloyd 1982) over majority answers, in whole numbers.
    """
    seed = _most_dividing(people)
    if seed is None:
        return OpinionGroups(None, ())
    groups = tuple(_who_answered(people, seed, vote) for vote in (Vote.AGREE, Vote.DISAGREE))
    for _ in range(ROUNDS):
        moved = _regroup(people, groups)
        if moved == groups:
            break
        groups = moved
    return OpinionGroups(seed, groups)


def _most_dividing(people: People) -> str | None:
    statements = sorted({statement for answers in people.values() for statement in answers})
    evenness = {statement: _smaller_side(people, statement) for statement in statements}
    seed = max(statements, key=lambda statement: evenness[statement], default=None)
    return seed if seed is not None and evenness[seed] else None


def _smaller_side(people: People, statement: str) -> int:
    sides = (Vote.AGREE, Vote.DISAGREE)
    return min(len(_who_answered(people, statement, side)) for side in sides)


def _who_answered(people: People, statement: str, vote: Vote) -> frozenset[str]:
    return frozenset(person for person, answers in people.items() if answers.get(statement) == vote)


def _regroup(people: People, groups: Sequence[frozenset[str]]) -> tuple[frozenset[str], ...]:
    first, second = (_majority([people[person] for person in group]) for group in groups)
    leaning = {p: _likeness(a, first) - _likeness(a, second) for p, a in people.items()}
    return (
        frozenset(p for p, lean in leaning.items() if lean > 0 or (lean == 0 and p in groups[0])),
        frozenset(p for p, lean in leaning.items() if lean < 0 or (lean == 0 and p in groups[1])),
    )


def _majority(answers: Sequence[Answers]) -> dict[str, int]:
    """Statement → 1, 0 or -1, as more agree or disagree."""
    sums: dict[str, int] = {}
    for one in answers:
        for statement, vote in one.items():
            sums[statement] = sums.get(statement, 0) + vote
    return {statement: (total > 0) - (total < 0) for statement, total in sums.items()}


def _likeness(answers: Answers, majority: Mapping[str, int]) -> int:
    return sum(vote * majority.get(statement, 0) for statement, vote in answers.items())
