"""Which steps of a proposal its author may take, and which need the office and a reason."""

from dataclasses import dataclass

from linli.deliberation.rules.lifecycles.lifecycle import Move

DECISIONS = frozenset({"adopted", "rejected"})
"""Taken by a ballot round or, with a written reason, by the office for what needs none."""
CARRYING_OUT = frozenset({"being_carried_out", "done"})


@dataclass(frozen=True, slots=True)
class Step:
    """What a move asks of whoever takes it."""

    office_only: bool
    needs_reason: bool


def may_take(move: Move) -> Step:
    """What it takes to move a proposal by hand.

    Representatives and authors never decide in place of the owners (Civil Code, art. 278).
    """
    decides = move.target in DECISIONS
    return Step(decides or move.target in CARRYING_OUT, move.needs_reason or decides)
