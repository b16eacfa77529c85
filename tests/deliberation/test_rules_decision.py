"""Cases V1 to V6 and what must hold for every yes/no question."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.ballots.ballot_state import BallotState
from linli.deliberation.rules.ballots.counting import YES_NO, count
from linli.deliberation.rules.ballots.decision_rule import (
    PRESETS,
    DecisionRule,
    Preset,
    Threshold,
    rows_of,
    rule_of,
)
from linli.deliberation.rules.ballots.matters import SUGGESTED, Matter
from linli.deliberation.rules.ballots.quorum import has_quorum
from linli.deliberation.rules.ballots.tally import Outcome, Tally, tally
from linli.deliberation.rules.ballots.weight import Basis, Weight
from linli.deliberation.rules.broken import RuleBrokenError

ORDINARY, SPECIAL, SURVEY = (PRESETS[preset] for preset in Preset)


def of(everyone: tuple[int, int], **states: tuple[int, int]) -> dict[str, Weight]:
    """Counts from (heads, dm²); who is not named returned nothing."""
    counts: dict[str, Weight] = {state: Weight(*pair) for state, pair in states.items()}
    heads = everyone[0] - sum(w.heads for w in counts.values())
    area = everyone[1] - sum(w.area_dm2 for w in counts.values())
    return counts | {BallotState.UNRETURNED: Weight(heads, area)}


def on(basis: Basis, result: Tally, kind: str = "participation") -> bool:
    judged = getattr(result, kind)
    return next(one.met for one in judged if one.threshold.basis is basis)


def test_v1_sixty_six_of_a_hundred_heads_are_no_quorum_though_the_area_suffices() -> None:
    result = tally(of((100, 1_000_000), agree=(66, 670_000)), ORDINARY)
    assert result.outcome is Outcome.NO_QUORUM
    assert not on(Basis.HEADS, result)
    assert on(Basis.AREA, result)
    assert [one.missing for one in result.participation] == [1, 0]


def test_v2_one_square_decimetre_over_half_passes() -> None:
    counts = of((100, 1_000_000), agree=(34, 335_001), oppose=(33, 334_999))
    assert tally(counts, ORDINARY).outcome is Outcome.PASSED


def test_v3_exactly_half_is_not_more_than_half() -> None:
    result = tally(of((100, 1_000_000), agree=(34, 335_000), oppose=(33, 335_000)), ORDINARY)
    assert result.outcome is Outcome.FAILED
    assert on(Basis.HEADS, result, "approval")
    assert not on(Basis.AREA, result, "approval")


def test_v4_two_thirds_exactly_are_a_quorum() -> None:
    result = tally(of((99, 990_000), agree=(34, 340_000), oppose=(32, 320_000)), ORDINARY)
    assert [one.part * 3 == one.whole * 2 for one in result.participation] == [True, True]
    assert result.outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("area_dm2", "outcome"), [(510_000, Outcome.PASSED), (509_999, Outcome.FAILED)]
)
def test_v5_three_quarters_exactly_pass_a_special_matter(area_dm2: int, outcome: Outcome) -> None:
    counts = of((100, 1_000_000), agree=(51, area_dm2), oppose=(17, 680_000 - area_dm2))
    assert tally(counts, SPECIAL).outcome is outcome


def test_v6_abstainers_take_part_and_so_hold_a_question_down() -> None:
    counts = of((100, 1_000_000), agree=(35, 350_000), oppose=(25, 250_000), abstain=(10, 100_000))
    result = tally(counts, ORDINARY)
    assert result.participants == Weight(70, 700_000)
    assert result.outcome is Outcome.FAILED


def test_presets_are_the_rows_of_the_law() -> None:
    rows = {
        (r["of"], r["basis"], r["numerator"], r["denominator"], r["strict"])
        for r in rows_of(ORDINARY)
    }
    assert rows == {
        ("participation", "heads", "2", "3", "false"),
        ("participation", "area", "2", "3", "false"),
        ("approval", "heads", "1", "2", "true"),
        ("approval", "area", "1", "2", "true"),
    }
    assert {(t.numerator, t.denominator, t.strict) for t in SPECIAL.approval} == {(3, 4, False)}


@pytest.mark.parametrize("preset", Preset)
def test_a_rule_survives_being_written_as_rows(preset: Preset) -> None:
    assert rule_of(rows_of(PRESETS[preset])) == PRESETS[preset]


@pytest.mark.parametrize(("numerator", "denominator"), [("0", "2"), ("3", "2"), ("2", "2")])
def test_a_threshold_that_nothing_or_everything_meets_is_refused(
    numerator: str, denominator: str
) -> None:
    row = {"of": "approval", "basis": "heads", "strict": "true"}
    with pytest.raises(RuleBrokenError, match="threshold_out_of_range"):
        rule_of([row | {"numerator": numerator, "denominator": denominator}])


def test_matters_suggest_the_careful_preset() -> None:
    expected = {
        Matter.LIFT_FROM_FUND: Preset.ORDINARY,
        Matter.OWNERS_PAY_EXTRA: Preset.SPECIAL,
        Matter.BRAND_CHOICE: Preset.ORDINARY,
        Matter.USE_OF_COMMON_REVENUE: Preset.ORDINARY,
        Matter.LIFT_ADVERTISING: Preset.SPECIAL,
        Matter.USE_OF_FUND: Preset.ORDINARY,
        Matter.RAISING_FUND: Preset.SPECIAL,
        Matter.OPINION: Preset.SURVEY,
    }
    assert {matter: SUGGESTED[matter] for matter in expected} == expected
    assert SUGGESTED.keys() == set(Matter)


def test_a_survey_is_reported_and_never_passes() -> None:
    assert tally(of((3, 300), agree=(3, 300)), SURVEY).outcome is Outcome.REPORTED


@pytest.mark.parametrize("rule", [ORDINARY, SPECIAL])
def test_nobody_decides_for_an_empty_electorate(rule: DecisionRule) -> None:
    assert tally({}, rule).outcome is Outcome.NO_QUORUM


thresholds = st.builds(
    lambda numerator, more, strict: Threshold(Basis.HEADS, numerator, numerator + more, strict),
    st.integers(1, 50),
    st.integers(1, 50),
    st.booleans(),
)


@given(thresholds, st.integers(1, 10**9))
def test_the_least_part_meets_a_threshold_and_one_less_does_not(
    threshold: Threshold, whole: int
) -> None:
    least = threshold.least(whole)
    assert threshold.met_by(least, whole)
    assert not threshold.met_by(least - 1, whole)
    assert least <= whole


electorates = st.dictionaries(
    st.integers(0, 99).map(str), st.integers(1, 50_000), min_size=1, max_size=25
)


@st.composite
def votes(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, str], set[str]]:
    areas = draw(electorates)
    wanted = st.sampled_from([*YES_NO, BallotState.AGREE, BallotState.AGREE, None])
    drawn = {elector: draw(wanted) for elector in areas}
    answers = {elector: answer.value for elector, answer in drawn.items() if answer}
    return areas, answers, draw(st.sets(st.sampled_from(sorted(areas))))


@given(votes(), st.randoms(use_true_random=False))
def test_the_order_of_ballots_and_electors_never_changes_a_result(
    vote: tuple[dict[str, int], dict[str, str], set[str]], random: Random
) -> None:
    areas, answers, delivered = vote
    electors, ballots = list(areas.items()), list(answers.items())
    random.shuffle(electors)
    random.shuffle(ballots)
    assert count(dict(electors), dict(ballots), delivered) == count(areas, answers, delivered)


@given(votes())
def test_every_elector_is_counted_in_exactly_one_state(
    vote: tuple[dict[str, int], dict[str, str], set[str]],
) -> None:
    areas, answers, delivered = vote
    counts = count(areas, answers, delivered)
    assert sum(w.heads for w in counts.values()) == len(areas)
    assert sum(w.area_dm2 for w in counts.values()) == sum(areas.values())
    silent = areas.keys() - answers.keys()
    assert counts[BallotState.UNRETURNED].heads == len(silent & delivered)
    assert counts[BallotState.UNDELIVERED].heads == len(silent - delivered)


@given(votes(), st.sampled_from([ORDINARY, SPECIAL]), st.data())
def test_one_more_agreeing_ballot_never_turns_a_pass_into_a_fail(
    vote: tuple[dict[str, int], dict[str, str], set[str]], rule: DecisionRule, data: st.DataObject
) -> None:
    areas, answers, delivered = vote
    elector = data.draw(st.sampled_from(sorted(areas)))
    before = tally(count(areas, answers, delivered), rule)
    after = tally(count(areas, answers | {elector: "agree"}, delivered), rule)
    if before.outcome is Outcome.PASSED:
        assert after.outcome is Outcome.PASSED


@given(votes(), st.data())
def test_whoever_abstains_takes_part_and_whoever_spoils_the_paper_does_not(
    vote: tuple[dict[str, int], dict[str, str], set[str]], data: st.DataObject
) -> None:
    areas, answers, delivered = vote
    elector = data.draw(st.sampled_from(sorted(areas)))

    def participants(answer: str) -> Weight:
        return tally(count(areas, answers | {elector: answer}, delivered), ORDINARY).participants

    own = Weight(1, areas[elector])
    assert participants("abstain") == participants("agree") == participants("oppose")
    assert participants("invalid") + own == participants("abstain")


@given(votes())
def test_nothing_passes_without_a_quorum_or_without_the_majority(
    vote: tuple[dict[str, int], dict[str, str], set[str]],
) -> None:
    areas, answers, delivered = vote
    result = tally(count(areas, answers, delivered), ORDINARY)
    agreeing = [areas[elector] for elector, answer in answers.items() if answer == "agree"]
    taking_part = [areas[elector] for elector, answer in answers.items() if answer != "invalid"]
    passes = (
        len(taking_part) * 3 >= len(areas) * 2
        and sum(taking_part) * 3 >= sum(areas.values()) * 2
        and len(agreeing) * 2 > len(taking_part)
        and sum(agreeing) * 2 > sum(taking_part)
    )
    assert (result.outcome is Outcome.PASSED) == passes
    assert has_quorum(result.participants, result.electorate, ORDINARY) == (
        result.outcome is not Outcome.NO_QUORUM
    )


def test_a_ballot_of_someone_who_is_no_elector_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="not_an_elector"):
        count({"a": 1}, {"b": "agree"}, set())


def test_an_answer_that_the_question_does_not_take_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="unknown_answer"):
        count({"a": 1}, {"a": "perhaps"}, set())
