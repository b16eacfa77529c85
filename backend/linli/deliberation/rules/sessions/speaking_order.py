"""Who speaks next: first-time speakers first, sides alternating; the same for everyone watching."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """What a speaker says they will speak for."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Request:
    """A hand raised.

    Attributes:
        speaker: key of the person.
        side: theirs.
        sequence: its place in the order of raising, unique in the agenda item.
        times_spoken: how often the person has spoken on this item.
    """

    speaker: str
    side: Side
    sequence: int
    times_spoken: int = 0


def speaking_order(requests: Iterable[Request], heard: Iterable[Side] = ()) -> list[Request]:
    """Order raised hands, whatever the order they are given in.

    Those who spoke less often come first. Among equals a side that did not speak last goes before
    one that did; then the side heard least; then the hand raised first. A person who raised a hand
    twice keeps the first. Source: Robert's Rules of Order (12th ed.), section 42: the floor goes to
    who has not yet spoken, and alternates between opposite sides.

    Args:
        requests: hands raised on one agenda item.
        heard: sides that have spoken on it, in order.
    """
    spoken = list(heard)
    times, last = Counter(spoken), spoken[-1] if spoken else None
    waiting, order = _first_hands(requests), list[Request]()
    while waiting:
        turn = min(
            waiting, key=lambda r: (r.times_spoken, r.side == last, times[r.side], r.sequence)
        )
        waiting.remove(turn)
        order.append(turn)
        times[turn.side] += 1
        last = turn.side
    return order


def _first_hands(requests: Iterable[Request]) -> list[Request]:
    first: dict[str, Request] = {}
    for request in sorted(requests, key=lambda r: r.sequence):
        first.setdefault(request.speaker, request)
    return list(first.values())
