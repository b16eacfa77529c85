"""Linli and its limit by turns, so that whatever else the machine does falls on both alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from load import Loaded, load
from stage import Serving, Stage

ROUNDS = 8
Requests = Callable[[int], Iterator[bytes]]
"""So many requests, never the same write twice."""


@dataclass
class Side:
    """One of the two servers, and what it has done so far."""

    server: Serving
    requests: Requests
    count: int
    """How many a round."""
    connections: int = 16
    loads: list[Loaded] = field(default_factory=list)
    cpu_seconds: float = 0.0

    def play(self, staged: Stage) -> None:
        """One round."""
        before = staged.cpu_seconds(self.server)
        seen = load(self.server.port, lambda: self.requests(self.count), self.connections)
        self.loads.append(seen)
        self.cpu_seconds += staged.cpu_seconds(self.server) - before

    @property
    def rate(self) -> float:
        """Requests a second, over all rounds."""
        return len(self.loads) / sum(1 / each.rate for each in self.loads)

    @property
    def cpu_us(self) -> float:
        """Microseconds of processor for a request, the database server's included."""
        return 1e6 * self.cpu_seconds / (self.count * len(self.loads))

    @property
    def bytes_each(self) -> float:
        """Length of an answer."""
        return self.loads[-1].bytes_each

    @property
    def p50_ms(self) -> float:
        """The quickest round's median: the one that was disturbed least."""
        return min(each.p50_ms for each in self.loads)


def duel(staged: Stage, ours: Side, bare: Side, rounds: int = ROUNDS) -> None:
    """Warm both up, then let them take turns."""
    for side in (ours, bare):
        side.play(staged)
        side.loads.clear()
        side.cpu_seconds = 0.0
    for turn in range(rounds):
        for side in (ours, bare) if turn % 2 else (bare, ours):
            side.play(staged)
