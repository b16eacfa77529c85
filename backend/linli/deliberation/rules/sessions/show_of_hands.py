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
