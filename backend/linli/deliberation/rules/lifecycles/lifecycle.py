"""A lifecycle is data: moves between states, some of which need a reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from linli.deliberation.rules.broken import RuleBrokenError


@dataclass(frozen=True, slots=True)
class Move:
    """A step that may be taken; who took it and when is a row of its own."""

    source: str
    target: str
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """All moves of a thing, beginning at ``initial``."""

    initial: str
    moves: tuple[Move, ...]

    @property
    def states(self) -> frozenset[str]:
        """Every state that there is."""
        return frozenset({self.initial, *(move.target for move in self.moves)})

    @property
    def ends(self) -> frozenset[str]:
        """States that nothing leads out of."""
        return self.states - {move.source for move in self.moves}

    def targets(self, state: str) -> tuple[str, ...]:
        """Where one can go from a state, in the order it is offered."""
        return tuple(move.target for move in self.moves if move.source == state)

    def check(self, source: str, target: str, reason: str = "") -> None:
        """Refuse a move that is not in the data, or that lacks its reason.

        Written reasons are what makes a refusal or withdrawal open to question
        (物业管理条例, art. 6: the right to know and to watch).

        Raises:
            RuleBrokenError: ``move_not_allowed`` with what is, or ``reason_needed``.
        """
        move = next((m for m in self.moves if (m.source, m.target) == (source, target)), None)
        if move is None:
            allowed = list(self.targets(source))
            raise RuleBrokenError("move_not_allowed", source=source, allowed=allowed)
        if move.needs_reason and not reason.strip():
            raise RuleBrokenError("reason_needed", source=source, target=target)


def moves(source: str, *targets: str) -> Iterable[Move]:
    """Moves without a reason."""
    return (Move(source, target) for target in targets)


def reasoned(target: str, *sources: str) -> Iterable[Move]:
    """Moves to one state that need a reason."""
    return (Move(source, target, needs_reason=True) for source in sources)
