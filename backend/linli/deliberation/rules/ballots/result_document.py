"""A result as one document of strings: every count, every threshold, every exact fraction."""

from collections.abc import Mapping, Sequence
from typing import Any

from linli.deliberation.rules.ballots.ballot_state import Counts
from linli.deliberation.rules.ballots.choice import ChoiceTally, tally_choice
from linli.deliberation.rules.ballots.follow_majority import FollowMajorityClause, both_tallies
from linli.deliberation.rules.ballots.question import Question, QuestionKind
from linli.deliberation.rules.ballots.quorum import Judged
from linli.deliberation.rules.ballots.tally import Tally, tally
from linli.deliberation.rules.ballots.weight import Weight

VERSION = "1"


def result_document(
    about: Mapping[str, str],
    questions: Sequence[Question],
    counts: Mapping[str, Counts],
    clause: FollowMajorityClause | None,
) -> dict[str, Any]:
    """Judge every question of a round.

    Args:
        about: what the result is of: ``round``, ``mode``, ``electorate`` (its digest) and more.
        questions: in their order.
        counts: question → weight by answer and state.
        clause: the covenant's follow-majority clause, if the round carries one.

    Raises:
        RuleBrokenError: as ``tally_choice``.
    """
    judged = [_question(question, counts[question.id], clause) for question in questions]
    return {"v": VERSION, **about, "questions": judged}


def _question(
    question: Question, counts: Counts, clause: FollowMajorityClause | None
) -> dict[str, Any]:
    def judge(some: Counts) -> dict[str, Any]:
        if question.kind == QuestionKind.YES_NO:
            return _tally(tally(some, question.decision_rule))
        return _choice(tally_choice(some, question.option_keys, question.decision_rule))

    both = both_tallies(counts, clause, judge)
    document = {
        "question": question.id,
        "kind": str(question.kind),
        "preset": str(question.preset),
        "counts": {str(answer): _weight(weight) for answer, weight in counts.items()},
        "returned": both.returned,
    }
    if both.following is not None:
        document["following"] = both.following
    if both.follows is not None:
        document["follows"] = str(both.follows)
    return document


def _tally(result: Tally) -> dict[str, Any]:
    return {
        "electorate": _weight(result.electorate),
        "participants": _weight(result.participants),
        "participation": [_judged(one) for one in result.participation],
        "approval": [_judged(one) for one in result.approval],
        "options": [],
        "outcome": str(result.outcome),
        "run_off": [],
        "run_off_tied": "false",
    }


def _choice(result: ChoiceTally) -> dict[str, Any]:
    document = {
        "electorate": _weight(result.electorate),
        "participants": _weight(result.participants),
        "participation": [_judged(one) for one in result.participation],
        "approval": [],
        "options": [
            {
                "option": one.option,
                "agree": _weight(one.agree),
                "approval": [_judged(each) for each in one.approval],
            }
            for one in result.options
        ],
        "outcome": str(result.outcome),
        "run_off": list(result.run_off),
        "run_off_tied": _yes(result.run_off_tied),
    }
    if result.passed is not None:
        document["passed"] = result.passed
    return document


def _weight(weight: Weight) -> dict[str, str]:
    return {"heads": str(weight.heads), "area_dm2": str(weight.area_dm2)}


def _judged(one: Judged) -> dict[str, str]:
    return {
        "basis": str(one.threshold.basis),
        "numerator": str(one.threshold.numerator),
        "denominator": str(one.threshold.denominator),
        "strict": _yes(one.threshold.strict),
        "part": str(one.part),
        "whole": str(one.whole),
        "least": str(one.least),
        "missing": str(one.missing),
        "met": _yes(one.met),
    }


def _yes(value: bool) -> str:  # noqa: FBT001 - spells a truth
    return "true" if value else "false"
