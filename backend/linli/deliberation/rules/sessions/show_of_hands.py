"""A vote by show of hands among representatives. It never stands in for a vote of the owners."""

from dataclasses import dataclass
from enum import StrEnum

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.sessions.attendance import SESSION_RULES, SessionKind


class MotionOutcome(StrEnum):
    """What became of a motion."""

    CARRIED = "carried"
    LOST = "lost"
    NO_QUORUM = "no_quorum"


@dataclass(frozen=True, slots=True)
class Hands:
    """Hands counted; who is present and raised none has abstained."""

    agree: int
    oppose: int
    present: int

    @property
    def abstain(self) -> int:
        """Present without a raised hand."""
        return self.present - self.agree - self.oppose


def refuse_count(counted: Hands, tapped: Hands, abstained: int) -> None:
    """A count in the room is for hands without phones: it adds to the taps, and never overrules.

    Args:
        counted: by the secretary.
        tapped: on phones, with all who are present by the roll.
        abstained: hands tapped for neither side.

    Raises:
        RuleBrokenError: ``more_than_roll``, ``fewer_than_tapped`` with the side, or
            ``more_hands_than_present``.
    """
    if counted.present > tapped.present:
        raise RuleBrokenError("more_than_roll", side="present")
    for side in ("agree", "oppose"):
        if getattr(counted, side) < getattr(tapped, side):
            raise RuleBrokenError("fewer_than_tapped", side=side)
    if counted.agree + counted.oppose + abstained > tapped.present:
        raise RuleBrokenError("more_hands_than_present", side="agree")


def decide_motion(kind: SessionKind, hands: Hands, *, quorate: bool) -> MotionOutcome:
    """A motion carries with more than half of those present, so abstaining does not help it.

    Source: 城市居民委员会组织法 (2018 text), art. 9.

    Raises:
        RuleBrokenError: ``more_hands_than_present`` or ``negative_count``.
    """
    if min(hands.agree, hands.oppose) < 0:
        raise RuleBrokenError("negative_count")
    if hands.abstain < 0:
        raise RuleBrokenError("more_hands_than_present", present=hands.present)
    if not quorate:
        return MotionOutcome.NO_QUORUM
    carried = SESSION_RULES[kind].approval.met_by(hands.agree, hands.present)
    return MotionOutcome.CARRIED if carried else MotionOutcome.LOST
