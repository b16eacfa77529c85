"""The result of a yes/no question."""

from dataclasses import dataclass
from enum import StrEnum

from linli.deliberation.rules.ballots.ballot_state import (
    BallotState,
    Counts,
    electorate_of,
    participants_of,
)
from linli.deliberation.rules.ballots.decision_rule import DecisionRule
from linli.deliberation.rules.ballots.quorum import Judged, all_met, judge
from linli.deliberation.rules.ballots.weight import NOTHING, Weight


class Outcome(StrEnum):
    """What a question came to; ``reported`` is never called a decision."""

    PASSED = "passed"
    FAILED = "failed"
    NO_QUORUM = "no_quorum"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts, bases and thresholds of one question, exact on both bases.

    Attributes:
        counts: weight by ballot state.
        electorate: the base of participation.
        participants: agree, oppose and abstain: the base of approval.
        participation: thresholds of participation, judged.
        approval: thresholds of approval, judged even where there is no quorum.
        outcome: what follows from them.
    """

    counts: Counts
    electorate: Weight
    participants: Weight
    participation: tuple[Judged, ...]
    approval: tuple[Judged, ...]
    outcome: Outcome


def tally(counts: Counts, rule: DecisionRule) -> Tally:
    """Judge weights by state, from ``count`` or from an SQL aggregate (Civil Code, art. 278)."""
    electorate, participants = electorate_of(counts), participants_of(counts)
    participation = judge(rule.participation, participants, electorate)
    approval = judge(rule.approval, counts.get(BallotState.AGREE, NOTHING), participants)
    outcome = outcome_of(rule, participation, passed=all_met(approval))
    return Tally(counts, electorate, participants, participation, approval, outcome)


def outcome_of(rule: DecisionRule, participation: tuple[Judged, ...], *, passed: bool) -> Outcome:
    """The outcome once both kinds of thresholds are judged; without quorum nothing passes."""
    if not rule.decides:
        return Outcome.REPORTED
    if not all_met(participation):
        return Outcome.NO_QUORUM
    return Outcome.PASSED if passed else Outcome.FAILED
