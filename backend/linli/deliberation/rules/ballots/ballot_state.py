"""What can become of one elector's ballot on one question."""

from collections.abc import Mapping
from enum import StrEnum

from linli.deliberation.rules.ballots.weight import Weight, total


class BallotState(StrEnum):
    """States of a ballot. For a choice among options each option stands in place of ``agree``."""

    AGREE = "agree"
    OPPOSE = "oppose"
    ABSTAIN = "abstain"
    INVALID = "invalid"
    UNRETURNED = "unreturned"  # delivered with proof, not returned
    UNDELIVERED = "undelivered"


NOT_PARTICIPATING = frozenset(
    {BallotState.INVALID, BallotState.UNRETURNED, BallotState.UNDELIVERED}
)
"""An abstaining voter participates; an invalid ballot does not (Civil Code, art. 278 (2))."""

Counts = Mapping[str, Weight]
"""Weight by answer or state: ``BallotState`` values, and option keys for a choice."""


def electorate_of(counts: Counts) -> Weight:
    """Everyone: the base of participation."""
    return total(counts.values())


def participants_of(counts: Counts) -> Weight:
    """Those who took part: the base of approval."""
    return total([w for answer, w in counts.items() if answer not in NOT_PARTICIPATING])
