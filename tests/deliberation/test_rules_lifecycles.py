"""Lifecycles are whole: every state is reached, every one has a way out or is an end."""

from datetime import date
from itertools import pairwise

import pytest

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.lifecycles.action_item import ACTION_ITEM, IS_REMINDED, is_overdue
from linli.deliberation.rules.lifecycles.ballot_round import (
    BALLOT_ROUND,
    CHOICES_ARE_HIDDEN,
    QUESTIONS_MAY_CHANGE,
    WEIGHTS_ARE_FROZEN,
)
from linli.deliberation.rules.lifecycles.feedback import COUNTS_DAYS_OPEN, FEEDBACK
from linli.deliberation.rules.lifecycles.lifecycle import Lifecycle
from linli.deliberation.rules.lifecycles.proposal import (
    COMMENTS_ARE_OPEN,
    PROPOSAL,
    TEXT_MAY_CHANGE,
)
from linli.deliberation.rules.lifecycles.session import MINUTES_MAY_CHANGE, SESSION

ENDS = {
    "proposal": (PROPOSAL, {"rejected", "withdrawn", "done"}),
    "session": (SESSION, {"published", "cancelled"}),
    "ballot_round": (BALLOT_ROUND, {"final", "annulled", "withdrawn"}),
    "feedback": (FEEDBACK, set()),
    "action_item": (ACTION_ITEM, {"cancelled"}),
}
EVERY = pytest.mark.parametrize("name", ENDS)


def reached(lifecycle: Lifecycle) -> set[str]:
    found, todo = {lifecycle.initial}, [lifecycle.initial]
    while todo:
        fresh = set(lifecycle.targets(todo.pop())) - found
        found |= fresh
        todo += fresh
    return found


@EVERY
def test_every_state_can_be_reached_from_the_beginning(name: str) -> None:
    lifecycle, _ = ENDS[name]
    assert reached(lifecycle) == lifecycle.states
    assert {move.source for move in lifecycle.moves} <= lifecycle.states


@EVERY
def test_only_the_ends_have_no_way_out(name: str) -> None:
    lifecycle, ends = ENDS[name]
    assert lifecycle.ends == ends


@EVERY
def test_no_move_is_given_twice(name: str) -> None:
    lifecycle, _ = ENDS[name]
    pairs = [(move.source, move.target) for move in lifecycle.moves]
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize(
    ("lifecycle", "states"),
    [
        (PROPOSAL, TEXT_MAY_CHANGE | COMMENTS_ARE_OPEN),
        (SESSION, MINUTES_MAY_CHANGE),
        (BALLOT_ROUND, QUESTIONS_MAY_CHANGE | WEIGHTS_ARE_FROZEN | CHOICES_ARE_HIDDEN),
        (FEEDBACK, COUNTS_DAYS_OPEN),
        (ACTION_ITEM, IS_REMINDED),
    ],
)
def test_sets_of_states_name_states_that_exist(
    lifecycle: Lifecycle, states: frozenset[str]
) -> None:
    assert states <= lifecycle.states


@pytest.mark.parametrize(
    ("lifecycle", "path"),
    [
        (
            PROPOSAL,
            "draft open_for_comment revision ready_to_decide adopted being_carried_out done",
        ),
        (SESSION, "planned noticed in_session closed minutes_submitted signed_off published"),
        (BALLOT_ROUND, "draft noticed open closed counted on_notice final"),
        (FEEDBACK, "reported on_agenda answered said_fixed closed"),
        (ACTION_ITEM, "open in_progress done closed"),
    ],
)
def test_the_usual_way_needs_no_reasons(lifecycle: Lifecycle, path: str) -> None:
    states = path.split()
    for source, target in pairwise(states):
        lifecycle.check(source, target)


@pytest.mark.parametrize(
    ("lifecycle", "source", "target"),
    [
        (PROPOSAL, "open_for_comment", "withdrawn"),
        (PROPOSAL, "ready_to_decide", "revision"),
        (SESSION, "minutes_submitted", "closed"),
        (BALLOT_ROUND, "on_notice", "annulled"),
        (BALLOT_ROUND, "on_notice", "closed"),
        (FEEDBACK, "closed", "reopened"),
        (FEEDBACK, "reported", "merged"),
        (ACTION_ITEM, "done", "in_progress"),
    ],
)
def test_going_back_or_giving_up_needs_a_reason(
    lifecycle: Lifecycle, source: str, target: str
) -> None:
    with pytest.raises(RuleBrokenError, match="reason_needed"):
        lifecycle.check(source, target, "  ")
    lifecycle.check(source, target, "the neighbours asked for it")


@pytest.mark.parametrize(
    ("lifecycle", "source", "target"),
    [
        (PROPOSAL, "draft", "adopted"),
        (PROPOSAL, "rejected", "adopted"),
        (BALLOT_ROUND, "open", "draft"),
        (BALLOT_ROUND, "closed", "open"),
        (BALLOT_ROUND, "open", "counted"),
        (BALLOT_ROUND, "final", "annulled"),
        (SESSION, "in_session", "published"),
        (FEEDBACK, "reported", "closed"),
        (ACTION_ITEM, "open", "closed"),
    ],
)
def test_a_move_that_is_not_in_the_data_is_refused_with_those_that_are(
    lifecycle: Lifecycle, source: str, target: str
) -> None:
    with pytest.raises(RuleBrokenError, match="move_not_allowed") as refused:
        lifecycle.check(source, target, "because")
    assert refused.value.values["allowed"] == list(lifecycle.targets(source))


def test_what_can_be_done_next_is_offered_in_the_order_of_the_data() -> None:
    assert PROPOSAL.targets("draft") == ("open_for_comment", "withdrawn")
    assert BALLOT_ROUND.targets("on_notice") == ("final", "closed", "annulled")


def test_an_action_item_is_overdue_when_its_due_day_is_over() -> None:
    due = date(2026, 3, 1)
    assert not is_overdue("open", due, due)
    assert is_overdue("in_progress", due, date(2026, 3, 2))
    assert not is_overdue("done", due, date(2026, 3, 2))
