"""Choosing one of several options, and the clause that lets the unreturned follow."""

from functools import partial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.ballots.ballot_state import BallotState, Counts
from linli.deliberation.rules.ballots.choice import tally_choice
from linli.deliberation.rules.ballots.counting import answers_of_choice, count
from linli.deliberation.rules.ballots.decision_rule import (
    PRESETS,
    DecisionRule,
    Preset,
    on_both,
)
from linli.deliberation.rules.ballots.follow_majority import (
    FollowMajorityClause,
    both_tallies,
    leading_answer,
)
from linli.deliberation.rules.ballots.tally import Outcome, tally
from linli.deliberation.rules.ballots.weight import Weight
from linli.deliberation.rules.broken import RuleBrokenError

BRANDS = ("otis", "hitachi", "canny", "sjec")
ORDINARY, SPECIAL, SURVEY = (PRESETS[preset] for preset in Preset)
CLAUSE = FollowMajorityClause("Covenant, art. 12 (3)")


def heads(**numbers: int) -> dict[str, Weight]:
    """Counts of electors of 100 m² each."""
    return {answer: Weight(number, number * 10_000) for answer, number in numbers.items()}


def test_the_option_with_more_than_half_of_the_participants_passes() -> None:
    result = tally_choice(heads(otis=40, hitachi=30, abstain=9), BRANDS, ORDINARY)
    assert (result.outcome, result.passed) == (Outcome.PASSED, "otis")
    assert (result.run_off, result.run_off_tied) == ((), False)


def test_when_none_passes_the_two_leading_options_go_to_a_run_off() -> None:
    result = tally_choice(heads(otis=20, hitachi=30, canny=25, oppose=5), BRANDS, ORDINARY)
    assert (result.outcome, result.passed) == (Outcome.FAILED, None)
    assert (result.run_off, result.run_off_tied) == (("hitachi", "canny"), False)


def test_two_options_of_which_none_passes_stand_again_without_a_tie_for_the_place() -> None:
    result = tally_choice(heads(otis=20, hitachi=20, oppose=5), BRANDS[:2], ORDINARY)
    assert (result.run_off, result.run_off_tied) == (("otis", "hitachi"), False)


def test_a_tie_behind_the_option_that_passed_is_no_matter() -> None:
    result = tally_choice(heads(otis=40, hitachi=5, canny=5), BRANDS, ORDINARY)
    assert (result.passed, result.run_off_tied) == ("otis", False)


def test_a_tie_for_the_second_place_is_told() -> None:
    result = tally_choice(heads(otis=20, hitachi=30, canny=20), BRANDS, ORDINARY)
    assert result.run_off == ("hitachi", "otis")
    assert result.run_off_tied


def test_the_most_heads_do_not_suffice_without_the_area() -> None:
    counts = {"otis": Weight(40, 100_000), "hitachi": Weight(20, 300_000)}
    result = tally_choice(counts, BRANDS, ORDINARY)
    assert (result.outcome, result.passed) == (Outcome.FAILED, None)
    assert [one.met for one in result.options[0].approval].count(True) == 1


def test_an_option_stands_in_the_ranking_as_its_weaker_base_does() -> None:
    counts = {"otis": Weight(50, 100), "hitachi": Weight(30, 400), "canny": Weight(20, 500)}
    result = tally_choice(counts, BRANDS, ORDINARY)
    assert [one.option for one in result.options][:2] == ["hitachi", "canny"]


def test_without_a_quorum_no_option_passes_however_many_agree_with_it() -> None:
    result = tally_choice(heads(otis=66, unreturned=34), BRANDS, ORDINARY)
    assert (result.outcome, result.passed) == (Outcome.NO_QUORUM, None)
    assert result.run_off[0] == "otis"


def test_a_survey_among_options_has_neither_winner_nor_run_off() -> None:
    result = tally_choice(heads(otis=5, hitachi=1), BRANDS, SURVEY)
    assert (result.outcome, result.passed, result.run_off) == (Outcome.REPORTED, None, ())


def test_nobody_taking_part_gives_no_run_off() -> None:
    assert tally_choice(heads(unreturned=9), BRANDS, ORDINARY).run_off == ()


def test_a_rule_by_which_two_options_could_pass_is_refused() -> None:
    half = DecisionRule((), on_both(1, 2, strict=False))
    with pytest.raises(RuleBrokenError, match="approval_below_half"):
        tally_choice(heads(otis=1, hitachi=1), BRANDS, half)


def test_a_choice_takes_every_option_none_of_them_abstention_and_spoilt_paper() -> None:
    assert answers_of_choice(["otis"]) == ("otis", "oppose", "abstain", "invalid")


def test_an_option_may_not_be_named_like_a_state() -> None:
    with pytest.raises(RuleBrokenError, match="option_key_reserved"):
        answers_of_choice(["otis", "abstain"])
    with pytest.raises(RuleBrokenError, match="option_twice"):
        answers_of_choice(["otis", "otis"])


@st.composite
def choices(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, str], set[str]]:
    keys = st.integers(0, 99).map(str)
    areas = draw(st.dictionaries(keys, st.integers(1, 20_000), min_size=1, max_size=20))
    favourite = draw(st.sampled_from(BRANDS))
    wanted = st.sampled_from([*answers_of_choice(BRANDS), favourite, favourite, favourite, ""])
    drawn = {elector: draw(wanted) for elector in areas}
    answers = {elector: str(answer) for elector, answer in drawn.items() if answer}
    return areas, answers, draw(st.sets(st.sampled_from(sorted(areas))))


def counted(vote: tuple[dict[str, int], dict[str, str], set[str]]) -> Counts:
    return count(*vote, allowed=answers_of_choice(BRANDS))


@given(choices(), st.sampled_from([Preset.ORDINARY, Preset.SPECIAL]))
def test_there_is_a_run_off_exactly_when_people_took_part_and_none_passed(
    vote: tuple[dict[str, int], dict[str, str], set[str]], preset: Preset
) -> None:
    result = tally_choice(counted(vote), BRANDS, PRESETS[preset])
    assert bool(result.run_off) == (result.passed is None and result.participants.heads > 0)
    passing = [o for o in result.options if all(one.met for one in o.approval)]
    assert len(passing) <= 1
    assert (result.passed is not None) == (result.outcome is Outcome.PASSED)


@given(choices(), st.sampled_from([Preset.ORDINARY, Preset.SPECIAL]), st.data())
def test_one_more_ballot_for_the_option_that_passed_leaves_it_passed(
    vote: tuple[dict[str, int], dict[str, str], set[str]], preset: Preset, data: st.DataObject
) -> None:
    areas, answers, delivered = vote
    before = tally_choice(counted(vote), BRANDS, PRESETS[preset])
    if before.passed is not None:
        elector = data.draw(st.sampled_from(sorted(areas)))
        more = (areas, answers | {elector: before.passed}, delivered)
        assert tally_choice(counted(more), BRANDS, PRESETS[preset]).passed == before.passed


@given(choices(), st.randoms(use_true_random=False))
def test_the_published_order_of_options_never_decides_who_passes(
    vote: tuple[dict[str, int], dict[str, str], set[str]], random: Random
) -> None:
    options = list(BRANDS)
    random.shuffle(options)
    one = tally_choice(counted(vote), BRANDS, ORDINARY)
    other = tally_choice(counted(vote), options, ORDINARY)
    assert (one.passed, one.outcome) == (other.passed, other.outcome)
    if not one.run_off_tied:
        assert set(one.run_off) == set(other.run_off)


def test_without_a_clause_there_is_one_tally() -> None:
    result = both_tallies(
        heads(agree=40, oppose=30, unreturned=30), None, partial(tally, rule=ORDINARY)
    )
    assert (result.following, result.follows) == (None, None)


def test_with_a_clause_both_tallies_are_shown() -> None:
    counts = heads(agree=40, oppose=10, unreturned=40, undelivered=10)
    result = both_tallies(counts, CLAUSE, partial(tally, rule=ORDINARY))
    assert result.returned.outcome is Outcome.NO_QUORUM
    assert result.following is not None
    assert result.following.outcome is Outcome.PASSED
    assert result.following.counts[BallotState.AGREE].heads == 80
    assert result.following.counts[BallotState.UNDELIVERED].heads == 10


def test_undelivered_ballots_never_follow() -> None:
    counts = heads(agree=40, oppose=10, unreturned=0, undelivered=50)
    result = both_tallies(counts, CLAUSE, partial(tally, rule=ORDINARY))
    assert result.following == result.returned


def test_nothing_is_followed_when_heads_and_area_lead_to_different_answers() -> None:
    counts = {"agree": Weight(10, 900), "oppose": Weight(9, 1000), "unreturned": Weight(50, 5000)}
    assert leading_answer(counts) is None
    result = both_tallies(counts, CLAUSE, partial(tally, rule=ORDINARY))
    assert result.following == result.returned


@pytest.mark.parametrize(
    "counts",
    [
        {},
        heads(agree=0, oppose=0),
        heads(agree=3, oppose=3),
        {"agree": Weight(3, 900), "oppose": Weight(3, 800)},
        {"agree": Weight(4, 900), "oppose": Weight(3, 900)},
    ],
)
def test_no_votes_or_a_tie_have_no_majority_to_follow(counts: Counts) -> None:
    assert leading_answer(counts) is None


def test_a_clause_without_its_citation_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="citation_needed"):
        FollowMajorityClause("  ")


@given(choices(), st.data())
def test_one_more_agreeing_ballot_never_turns_a_pass_with_followers_into_a_fail(
    vote: tuple[dict[str, int], dict[str, str], set[str]], data: st.DataObject
) -> None:
    areas, answers, delivered = vote
    judge = partial(tally_choice, options=BRANDS, rule=ORDINARY)
    before = both_tallies(counted(vote), CLAUSE, judge).following
    if before is not None and before.passed is not None:
        elector = data.draw(st.sampled_from(sorted(areas)))
        more = counted((areas, answers | {elector: before.passed}, delivered))
        after = both_tallies(more, CLAUSE, judge).following
        assert after is not None
        assert after.passed == before.passed
