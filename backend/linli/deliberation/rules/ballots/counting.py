"""From one answer per elector to weights by answer."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from linli.deliberation.rules.ballots.ballot_state import BallotState, Counts
from linli.deliberation.rules.ballots.weight import Weight
from linli.deliberation.rules.broken import RuleBrokenError

YES_NO = (BallotState.AGREE, BallotState.OPPOSE, BallotState.ABSTAIN, BallotState.INVALID)
"""The answers that a yes/no question takes."""
_RESERVED = frozenset(BallotState)


def answers_of_choice(options: Iterable[str]) -> tuple[str, ...]:
    """The answers that a choice takes: each option, none of them, abstention, invalid.

    Raises:
        RuleBrokenError: ``option_key_reserved`` or ``option_twice``.
    """
    keys = list(options)
    for key in keys:
        if key in _RESERVED:
            raise RuleBrokenError("option_key_reserved", option=key)
    if len(set(keys)) != len(keys):
        raise RuleBrokenError("option_twice")
    return (*keys, *YES_NO[1:])


def count(
    areas: Mapping[str, int],
    answers: Mapping[str, str],
    delivered: AbstractSet[str],
    allowed: Iterable[str] = YES_NO,
) -> Counts:
    """Add up heads and area of every answer; who gave none is unreturned or undelivered.

    Args:
        areas: the frozen electorate, elector → dm²; every elector is one head.
        answers: elector → counted answer (one, whatever the number of homes).
        delivered: electors whose ballot's delivery is proven (Guidance Rules for Owners'
            Assemblies, 建房〔2009〕274号, art. 22: sent to every owner).
        allowed: answers that the question takes.

    Raises:
        RuleBrokenError: ``not_an_elector`` or ``unknown_answer``.
    """
    _refuse_strangers(areas, answers)
    heads = dict.fromkeys([*allowed, BallotState.UNRETURNED, BallotState.UNDELIVERED], 0)
    area = dict(heads)
    for elector, area_dm2 in areas.items():
        answer = answers.get(elector) or _unanswered(elector, delivered)
        if answer not in heads:
            raise RuleBrokenError("unknown_answer", answer=answer)
        heads[answer] += 1
        area[answer] += area_dm2
    return {answer: Weight(heads[answer], area[answer]) for answer in heads}


def _refuse_strangers(areas: Mapping[str, int], answers: Mapping[str, str]) -> None:
    strangers = answers.keys() - areas.keys()
    if strangers:
        raise RuleBrokenError("not_an_elector", elector=min(strangers))


def _unanswered(elector: str, delivered: AbstractSet[str]) -> BallotState:
    return BallotState.UNRETURNED if elector in delivered else BallotState.UNDELIVERED
