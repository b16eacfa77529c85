"""Thresholds judged exactly, with every figure that a sentence about them needs."""

from collections.abc import Iterable
from dataclasses import dataclass

from linli.deliberation.rules.ballots.decision_rule import DecisionRule, Threshold
from linli.deliberation.rules.ballots.weight import Weight


@dataclass(frozen=True, slots=True)
class Judged:
    """One threshold held against an exact fraction.

    Attributes:
        threshold: what was asked.
        part: heads or dm² that count towards it.
        whole: heads or dm² that it is a fraction of.
        least: the smallest ``part`` that would have met it.
        met: whether it was met; compared by cross-multiplication, never by a percentage.
    """

    threshold: Threshold
    part: int
    whole: int
    least: int
    met: bool

    @property
    def missing(self) -> int:
        """How much more was needed, in heads or dm²; 0 when met."""
        return max(self.least - self.part, 0)


def judge(thresholds: Iterable[Threshold], part: Weight, whole: Weight) -> tuple[Judged, ...]:
    """Hold every threshold against ``part`` of ``whole`` (Civil Code, art. 278 (2))."""
    return tuple(_judge(threshold, part, whole) for threshold in thresholds)


def _judge(threshold: Threshold, part: Weight, whole: Weight) -> Judged:
    have, of = part.on(threshold.basis), whole.on(threshold.basis)
    return Judged(threshold, have, of, threshold.least(of), threshold.met_by(have, of))


def all_met(judged: Iterable[Judged]) -> bool:
    """Whether both bases are met: one alone never suffices (Civil Code, art. 278 (2))."""
    return all(one.met for one in judged)


def has_quorum(participants: Weight, electorate: Weight, rule: DecisionRule) -> bool:
    """Whether enough of the whole electorate takes part, by heads and by area."""
    return all_met(judge(rule.participation, participants, electorate))
