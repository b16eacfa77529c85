"""A secret ballot in three lists that nothing connects.

The *roll* says who took part. The *box* holds what was chosen. The *receipts* prove that a ballot
was taken in. No list has a time or a running number; each row's key is random or is its own
content; so no row of one can be matched to a row of another, not even by their order. Written in
one transaction, they stay equal in number, and anyone can check that they are.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.small_groups import MINIMUM

ENTROPY_BYTES = 32
PLACE_BYTES = 16
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class RollLine:
    """Who took part; keyed by the elector, with no time and no order."""

    elector: str


@dataclass(frozen=True, slots=True)
class BoxedBallot:
    """What was chosen; keyed by a random place, with no elector, no time and no order.

    Attributes:
        place: 32 hexadecimal characters from a random source.
        choice: keys of the candidates, sorted, so that the order of tapping tells nothing.
    """

    place: str
    choice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClosedBox:
    """All that is published after closing.

    Attributes:
        roll: electors who took part, sorted.
        choices: what was chosen, in shuffled order.
        receipts: receipt leaves, sorted.
    """

    roll: tuple[str, ...]
    choices: tuple[tuple[str, ...], ...]
    receipts: tuple[bytes, ...]


def tells_choices(outcome: str, ballots: int) -> bool:
    """Whether ballots and the homes that cast them are published beside the numbers.

    Of so few, or of all who came when too few did, somebody's choice could be read off the lists
    (PIPL, art. 6; GB/T 37964-2019). The receipts are published in any case.

    Args:
        outcome: of the count; ``no_quorum`` decides nothing that could be checked by ballots.
        ballots: how many are in the box.
    """
    return ballots >= MINIMUM and outcome != "no_quorum"


def boxed(choice: Iterable[str], entropy: bytes) -> BoxedBallot:
    """Put a choice into the box at a random place (选举法, 2020 text, art. 40, by analogy).

    Args:
        choice: keys of the candidates.
        entropy: 16 fresh random bytes, used for nothing else.

    Raises:
        RuleBrokenError: ``too_little_entropy``.
    """
    if len(entropy) < PLACE_BYTES:
        raise RuleBrokenError("too_little_entropy")
    return BoxedBallot(entropy[:PLACE_BYTES].hex(), tuple(sorted(set(choice))))


def close_box(
    roll: Iterable[RollLine], box: Iterable[BoxedBallot], receipts: Iterable[bytes], entropy: bytes
) -> ClosedBox:
    """Bring the three lists into an order that tells nothing, once they are equal in number.

    More ballots than voters make an election void (选举法, 2020 text, art. 44, by analogy).

    Args:
        roll: who took part.
        box: what was chosen.
        receipts: receipt leaves.
        entropy: 32 fresh random bytes, thrown away afterwards.

    Raises:
        RuleBrokenError: ``lists_differ`` with the three numbers, ``roll_line_twice``,
            ``receipt_twice``, ``too_little_entropy``.
    """
    electors, leaves = sorted(line.elector for line in roll), sorted(receipts)
    ballots = sorted(box, key=lambda ballot: ballot.place)
    if not len(electors) == len(ballots) == len(leaves):
        numbers = {"roll": len(electors), "box": len(ballots), "receipts": len(leaves)}
        raise RuleBrokenError("lists_differ", **numbers)
    if len(set(electors)) != len(electors):
        raise RuleBrokenError("roll_line_twice")
    if len(set(leaves)) != len(leaves):
        raise RuleBrokenError("receipt_twice")
    choices = shuffled([ballot.choice for ballot in ballots], entropy)
    return ClosedBox(tuple(electors), tuple(choices), tuple(leaves))


def shuffled(items: Sequence[Item], entropy: bytes) -> list[Item]:
    """A uniform permutation drawn from random bytes (Fisher-Yates; Knuth, TAOCP 2, 3.4.2 P).

    The same bytes give the same order, so a shuffle can be tested; whoever keeps the bytes could
    undo it, so they are thrown away.

    Raises:
        RuleBrokenError: ``too_little_entropy`` for fewer than 32 bytes.
    """
    if len(entropy) < ENTROPY_BYTES:
        raise RuleBrokenError("too_little_entropy")
    words, order = _words(entropy), list(items)
    for last in range(len(order) - 1, 0, -1):
        other = _below(last + 1, words)
        order[last], order[other] = order[other], order[last]
    return order


def _words(entropy: bytes) -> Iterator[int]:
    """64-bit numbers: SHA-256 of the entropy and a counter (as Hashgen, NIST SP 800-90A)."""
    counter = 0
    while True:
        block = hashlib.sha256(entropy + counter.to_bytes(8, "big")).digest()
        yield from (int.from_bytes(block[i : i + 8], "big") for i in range(0, len(block), 8))
        counter += 1


def _below(bound: int, words: Iterator[int]) -> int:
    """A uniform number below ``bound``: words of the uneven end are drawn again."""
    even_end = (1 << 64) - (1 << 64) % bound
    return next(word for word in words if word < even_end) % bound
