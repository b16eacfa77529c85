"""Who is elected, from the choices in a closed box."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linli.deliberation.rules.broken import RuleBrokenError


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nominee; only one who consented stands, since a mandate binds who accepts it."""

    key: str
    consented: bool


@dataclass(frozen=True, slots=True)
class ElectionResult:
    """Votes and what follows from them.

    Attributes:
        votes: candidate → valid ballots that name them.
        elected: candidates with the most votes, by votes and then by key.
        tied: candidates with equal votes for the last seats: a run-off decides among them.
        seats_open: seats that the run-off, or a new election, has to fill.
        valid: ballots counted.
        invalid: ballots with too many names or a name that does not stand.
        blank: valid ballots that name nobody.
    """

    votes: dict[str, int]
    elected: tuple[str, ...]
    tied: tuple[str, ...]
    seats_open: int
    valid: int
    invalid: int
    blank: int


def elect(
    candidates: Iterable[Candidate], choices: Sequence[tuple[str, ...]], seats: int
) -> ElectionResult:
    """Count choices; whoever has more votes goes first, and no tie is settled by order or chance.

    A ballot names as many as there are seats or fewer, and equal votes for the last seat are voted
    on again (选举法, 2020 text, arts 44 and 45, by analogy). Nobody is elected without a vote.

    Raises:
        RuleBrokenError: ``no_seats`` or ``candidate_without_consent``.
    """
    standing = list(candidates)
    if seats < 1:
        raise RuleBrokenError("no_seats")
    if any(not candidate.consented for candidate in standing):
        raise RuleBrokenError("candidate_without_consent")
    keys = {candidate.key for candidate in standing}
    valid = [
        set(choice) for choice in choices if len(set(choice)) <= seats and keys.issuperset(choice)
    ]
    votes = dict.fromkeys(sorted(keys), 0) | Counter(key for choice in valid for key in choice)
    elected, tied = _seated(votes, seats)
    return ElectionResult(
        votes=votes,
        elected=elected,
        tied=tied,
        seats_open=seats - len(elected),
        valid=len(valid),
        invalid=len(choices) - len(valid),
        blank=sum(not choice for choice in valid),
    )


def _seated(votes: dict[str, int], seats: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    order = sorted((key for key in votes if votes[key]), key=lambda key: (-votes[key], key))
    if len(order) <= seats:
        return tuple(order), ()
    last, next_one = votes[order[seats - 1]], votes[order[seats]]
    if last > next_one:
        return tuple(order[:seats]), ()
    above = tuple(key for key in order if votes[key] > last)
    return above, tuple(key for key in order if votes[key] == last)
