"""Scores with their working, exact and fair."""

from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.comparison_lists.criterion import (
    Better,
    Criterion,
    CriterionKind,
    Value,
)
from linli.deliberation.rules.comparison_lists.score import Scored, scored

PRICE = Criterion("price", CriterionKind.PRICE, Better.LOWER, 5)
SPEED = Criterion("speed", CriterionKind.NUMBER, Better.HIGHER, 3)
NOISE = Criterion("noise", CriterionKind.NUMBER, Better.LOWER, 1)
LOCAL = Criterion("local service", CriterionKind.YES_NO, Better.HIGHER, 1)
REMARK = Criterion("remark", CriterionKind.TEXT)
CRITERIA = (PRICE, SPEED, NOISE, LOCAL, REMARK)


def option(price: Value, speed: Value, noise: Value, *, local: bool) -> dict[str, Value]:
    return {
        "price": price,
        "speed": speed,
        "noise": noise,
        "local service": local,
        "remark": "seen at Binjiang Road",
    }


TABLE = {
    "a": option(35_000_000, Fraction(7, 4), 52, local=True),
    "b": option(30_000_000, 1, 50, local=False),
    "c": option(40_000_000, Fraction(5, 2), 54, local=True),
}


def by_key(table: dict[str, dict[str, Value]]) -> dict[str, Scored]:
    return {one.option: one for one in scored(CRITERIA, table)}


def test_the_working_adds_up_to_the_score() -> None:
    found = by_key(TABLE)
    # a: price half way, speed (1.75 - 1) / 1.5 = 1/2, noise half way, service yes.
    assert [line.points for line in found["a"].lines] == [
        Fraction(1, 2), Fraction(1, 2), Fraction(1, 2), 1, 1,
    ]  # fmt: skip
    assert found["a"].score == Fraction(5 + 3 + 1 + 2, 20)
    assert found["b"].score == Fraction(5 + 1, 10)
    assert found["c"].score == Fraction(3 + 1, 10)
    for one in found.values():
        assert sum(line.part for line in one.lines) == one.score


def test_options_are_ranked_and_equal_scores_share_a_rank() -> None:
    assert [(one.option, one.rank) for one in scored(CRITERIA, TABLE)] == [
        ("b", 1),
        ("a", 2),
        ("c", 3),
    ]
    twins = scored(CRITERIA, {"y": TABLE["b"], "x": TABLE["b"], "z": TABLE["c"]})
    assert [(one.option, one.rank) for one in twins] == [("x", 1), ("y", 1), ("z", 3)]


def test_a_figure_left_out_gives_no_points_and_is_told() -> None:
    found = by_key({**TABLE, "b": {**TABLE["b"], "price": None}})
    assert (found["b"].unknown, found["b"].lines[0].points) == (1, 0)
    assert found["b"].score < by_key(TABLE)["b"].score


def test_a_missing_cell_is_an_unknown_value() -> None:
    found = by_key({**TABLE, "d": {}})
    assert (found["d"].score, found["d"].unknown) == (0, 4)


@pytest.mark.parametrize(
    ("criteria", "code"),
    [
        ((PRICE, PRICE), "criterion_twice"),
        ((Criterion("p", CriterionKind.PRICE, Better.HIGHER, 1),), "price_is_better_lower"),
        ((Criterion("t", CriterionKind.TEXT, Better.HIGHER, 1),), "text_has_no_points"),
        ((Criterion("n", CriterionKind.NUMBER, Better.HIGHER, -1),), "weight_negative"),
        ((REMARK,), "no_weights"),
    ],
)
def test_criteria_that_can_not_be_scored_fairly_are_refused(
    criteria: tuple[Criterion, ...], code: str
) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        scored(criteria, {"a": {}})


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ({"speed": "fast"}, "value_of_wrong_kind"),
        ({"speed": True}, "value_of_wrong_kind"),
        ({"local service": 1}, "value_of_wrong_kind"),
        ({"beauty": 1}, "unknown_criterion"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(cell: dict[str, Value], code: str) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        scored(CRITERIA, {"a": {**TABLE["a"], **cell}})


def test_a_float_never_enters_a_score() -> None:
    sneaked_in: Any = 1.75
    with pytest.raises(RuleBrokenError, match="value_of_wrong_kind"):
        scored(CRITERIA, {"a": {**TABLE["a"], "speed": sneaked_in}})


@st.composite
def tables(draw: st.DrawFn) -> dict[str, dict[str, Value]]:
    numbers = st.one_of(st.none(), st.integers(-50, 50))
    return {
        key: option(draw(numbers), draw(numbers), draw(numbers), local=draw(st.booleans()))
        for key in draw(st.sets(st.sampled_from("abcdef"), min_size=1))
    }


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_options_and_criteria_never_changes_a_score(
    table: dict[str, dict[str, Value]], random: Random
) -> None:
    options, criteria = list(table.items()), list(CRITERIA)
    random.shuffle(options)
    random.shuffle(criteria)
    ranking = [(one.option, one.score, one.rank) for one in scored(CRITERIA, table)]
    other = [(one.option, one.score, one.rank) for one in scored(criteria, dict(options))]
    assert other == ranking


@given(tables(), st.integers(2, 9))
def test_only_the_proportion_of_the_weights_counts(
    table: dict[str, dict[str, Value]], times: int
) -> None:
    heavier = [Criterion(c.key, c.kind, c.better, c.weight * times) for c in CRITERIA]
    assert [one.score for one in scored(heavier, table)] == [
        one.score for one in scored(CRITERIA, table)
    ]


@given(tables(), st.integers(1, 40), st.data())
def test_a_lower_price_never_lowers_an_options_score(
    table: dict[str, dict[str, Value]], cheaper: int, data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(table)))
    price = table[key]["price"]
    if isinstance(price, int):
        better = {**table, key: {**table[key], "price": price - cheaper}}
        assert by_key(better)[key].score >= by_key(table)[key].score


@given(tables())
def test_every_score_lies_between_nothing_and_one(table: dict[str, dict[str, Value]]) -> None:
    assert all(0 <= one.score <= 1 for one in scored(CRITERIA, table))
