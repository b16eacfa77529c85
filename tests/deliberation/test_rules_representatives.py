"""Who is elected, and who speaks for a building on a day."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.ballots.tally import Outcome, tally
from linli.deliberation.rules.ballots.weight import Weight
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.representatives.building_decision import BUILDING_ASSEMBLY
from linli.deliberation.rules.representatives.election import Candidate, elect
from linli.deliberation.rules.representatives.mandate import Mandate, speaking_for

CANDIDATES = [Candidate(key, consented=True) for key in "abcd"]


def box(**ballots: int) -> list[tuple[str, ...]]:
    """``ab=3`` is three ballots that name a and b."""
    return [tuple(names) for names, number in ballots.items() for _ in range(number)]


def test_those_with_the_most_votes_are_elected() -> None:
    result = elect(CANDIDATES, box(ab=3, ac=2, b=1, d=1), seats=2)
    assert (result.elected, result.tied, result.seats_open) == (("a", "b"), (), 0)
    assert result.votes == {"a": 5, "b": 4, "c": 2, "d": 1}


def test_equal_votes_for_the_last_seat_go_to_a_run_off() -> None:
    result = elect(CANDIDATES, box(a=3, b=2, c=2, d=1), seats=2)
    assert (result.elected, result.tied, result.seats_open) == (("a",), ("b", "c"), 1)


def test_equal_votes_within_the_seats_need_no_run_off() -> None:
    result = elect(CANDIDATES, box(a=2, b=2, c=1), seats=2)
    assert (result.elected, result.tied) == (("a", "b"), ())


def test_nobody_is_elected_without_a_vote() -> None:
    result = elect(CANDIDATES, box(a=1), seats=3)
    assert (result.elected, result.seats_open) == (("a",), 2)


def test_too_many_names_or_a_strange_one_make_a_ballot_invalid() -> None:
    result = elect(CANDIDATES, [*box(ab=2, x=1, a=1), ()], seats=1)
    assert (result.valid, result.invalid, result.blank) == (2, 3, 1)
    assert result.votes["a"] == 1


def test_nobody_stands_without_consent() -> None:
    with pytest.raises(RuleBrokenError, match="candidate_without_consent"):
        elect([Candidate("a", consented=False)], [], seats=1)
    with pytest.raises(RuleBrokenError, match="no_seats"):
        elect(CANDIDATES, [], seats=0)


choices = st.lists(
    st.sets(st.sampled_from("abcdx"), max_size=4).map(sorted).map(tuple), max_size=20
)


@given(choices, st.integers(1, 3), st.randoms(use_true_random=False))
def test_neither_the_order_of_ballots_nor_of_candidates_elects_anyone(
    drawn: list[tuple[str, ...]], seats: int, random: Random
) -> None:
    result = elect(CANDIDATES, drawn, seats)
    standing = random.sample(CANDIDATES, len(CANDIDATES))
    random.shuffle(drawn)
    assert elect(standing, drawn, seats) == result
    assert len(result.elected) + result.seats_open == seats
    assert len(result.tied) != 1
    assert result.valid + result.invalid == len(drawn)


@given(choices, st.integers(1, 3))
def test_one_more_vote_never_unseats_who_is_elected(
    drawn: list[tuple[str, ...]], seats: int
) -> None:
    for key in elect(CANDIDATES, drawn, seats).elected:
        assert key in elect(CANDIDATES, [*drawn, (key,)], seats).elected


FIRST = Mandate("m1", "wang", "b1", date(2026, 1, 1), date(2028, 12, 31))
SUBSTITUTE = Mandate("m2", "li", "b1", date(2026, 1, 1), date(2028, 12, 31), stands_in_for="m1")
RECALLED = Mandate(
    "m1", "wang", "b1", date(2026, 1, 1), date(2028, 12, 31), ended_on=date(2027, 6, 1)
)


def speaking(day: date, *mandates: Mandate) -> list[str]:
    return [mandate.representative for mandate in speaking_for("b1", mandates, day)]


def test_a_mandate_lasts_from_its_first_to_its_last_day() -> None:
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2028, 12, 31), date(2029, 1, 1)]
    assert [speaking(day, FIRST) for day in days] == [[], ["wang"], ["wang"], []]


def test_a_substitute_speaks_only_once_the_mandate_has_ended_early() -> None:
    assert speaking(date(2027, 6, 1), FIRST, SUBSTITUTE) == ["wang"]
    assert speaking(date(2027, 5, 31), RECALLED, SUBSTITUTE) == ["wang"]
    assert speaking(date(2027, 6, 1), RECALLED, SUBSTITUTE) == ["li"]


def test_another_building_has_its_own_representatives() -> None:
    assert speaking_for("b2", [FIRST], date(2027, 1, 1)) == []


@pytest.mark.parametrize(
    ("agree", "oppose", "outcome"),
    [
        (11, 9, Outcome.NO_QUORUM),
        (11, 10, Outcome.PASSED),
        (11, 11, Outcome.FAILED),
    ],
)
def test_a_building_recalls_with_more_than_half_of_more_than_half(
    agree: int, oppose: int, outcome: Outcome
) -> None:
    counts = {"agree": Weight(agree, 0), "oppose": Weight(oppose, 0)}
    counts["unreturned"] = Weight(40 - agree - oppose, 0)
    assert tally(counts, BUILDING_ASSEMBLY).outcome is outcome
