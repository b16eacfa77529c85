"""Choosing one of several options, for example a brand; with a run-off when none passes."""

from collections.abc import Sequence
from dataclasses import dataclass

from linli.deliberation.rules.ballots.ballot_state import Counts, electorate_of, participants_of
from linli.deliberation.rules.ballots.decision_rule import DecisionRule
from linli.deliberation.rules.ballots.quorum import Judged, all_met, judge
from linli.deliberation.rules.ballots.tally import Outcome, outcome_of
from linli.deliberation.rules.ballots.weight import NOTHING, Weight
from linli.deliberation.rules.broken import RuleBrokenError

RUN_OFF_SIZE = 2


@dataclass(frozen=True, slots=True)
class OptionResult:
    """One option's agreement, held against the approval thresholds."""

    option: str
    agree: Weight
    approval: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class ChoiceTally:
    """The result of a choice.

    Attributes:
        counts: weight by option and state.
        electorate: the base of participation.
        participants: all options, none of them, and abstentions: the base of approval.
        participation: thresholds of participation, judged.
        options: results, leading option first.
        outcome: ``passed`` when one option meets the preset.
        passed: that option.
        run_off: the two leading options when none passed, else empty.
        run_off_tied: whether the option after the second stands exactly as the second does.
    """

    counts: Counts
    electorate: Weight
    participants: Weight
    participation: tuple[Judged, ...]
    options: tuple[OptionResult, ...]
    outcome: Outcome
    passed: str | None
    run_off: tuple[str, ...]
    run_off_tied: bool


def tally_choice(counts: Counts, options: Sequence[str], rule: DecisionRule) -> ChoiceTally:
    """Judge each option's agreement by the preset (Civil Code, art. 278 (2)).

    Args:
        counts: weight by option and state.
        options: keys in their published order, which breaks a tie for display only.
        rule: thresholds; with more than half or more required at most one option passes.

    Raises:
        RuleBrokenError: ``approval_below_half``: two options could pass at once.
    """
    _refuse_two_winners(rule)
    electorate, participants = electorate_of(counts), participants_of(counts)
    participation = judge(rule.participation, participants, electorate)
    results = _ranked(counts, options, rule, participants)
    leader = next((one.option for one in results if rule.decides and all_met(one.approval)), None)
    outcome = outcome_of(rule, participation, passed=leader is not None)
    none_passed = outcome in (Outcome.FAILED, Outcome.NO_QUORUM) and participants.heads > 0
    return ChoiceTally(
        counts=counts,
        electorate=electorate,
        participants=participants,
        participation=participation,
        options=results,
        outcome=outcome,
        passed=leader if outcome is Outcome.PASSED else None,
        run_off=tuple(one.option for one in results[:RUN_OFF_SIZE]) if none_passed else (),
        run_off_tied=none_passed and _tied_at_the_cut(results),
    )


def _refuse_two_winners(rule: DecisionRule) -> None:
    for one in rule.approval:
        if 2 * one.numerator < one.denominator + (not one.strict):
            raise RuleBrokenError("approval_below_half", basis=one.basis.value)


def _ranked(
    counts: Counts, options: Sequence[str], rule: DecisionRule, participants: Weight
) -> tuple[OptionResult, ...]:
    results = [
        _result(counts.get(option, NOTHING), option, rule, participants) for option in options
    ]
    return tuple(sorted(results, key=lambda one: _standing(one.agree, participants), reverse=True))


def _result(agree: Weight, option: str, rule: DecisionRule, participants: Weight) -> OptionResult:
    return OptionResult(option, agree, judge(rule.approval, agree, participants))


def _standing(agree: Weight, participants: Weight) -> tuple[int, int]:
    """Shares on both bases over one common denominator, the weaker first.

    An option must win on both bases, so it stands as its weaker base does.
    """
    heads, area = agree.heads * participants.area_dm2, agree.area_dm2 * participants.heads
    return min(heads, area), max(heads, area)


def _tied_at_the_cut(results: tuple[OptionResult, ...]) -> bool:
    beyond = len(results) > RUN_OFF_SIZE
    return beyond and results[RUN_OFF_SIZE - 1].agree == results[RUN_OFF_SIZE].agree
