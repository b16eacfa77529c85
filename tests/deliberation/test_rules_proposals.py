"""Whose opinion is shown, how, and to whom too few people show nothing."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.proposals.opinion_groups import People, Vote, opinion_groups
from linli.deliberation.rules.proposals.opinion_map import (
    OpinionMap,
    StatementView,
    Verdict,
    opinion_map,
)
from linli.deliberation.rules.proposals.spoken_for import (
    Claim,
    HomeAnswer,
    Position,
    positions_by_building,
    public_positions,
    standing_of,
)
from linli.deliberation.rules.small_groups import MINIMUM, shown_rows, suppress

YES, PASS, NO = Vote.AGREE, Vote.PASS, Vote.DISAGREE
SHARED = {"clean the stairs": YES, "night work": NO}


def camp(name: str, size: int, **votes: Vote) -> dict[str, dict[str, Vote]]:
    return {f"{name}{n}": {**SHARED, **votes} for n in range(size)}


TWO_CAMPS: People = camp("a", 12, pay=YES, fund=NO, colour=PASS) | camp(
    "b", 13, pay=NO, fund=YES, colour=PASS
)


def drawn(people: People) -> tuple[OpinionMap, dict[str, StatementView]]:
    found = opinion_map(people)
    assert found is not None
    return found, {view.statement: view for view in found.statements}


def test_what_all_groups_agree_on_is_set_apart_from_what_divides_them() -> None:
    found, views = drawn(TWO_CAMPS)
    assert sorted(found.sizes) == [12, 13]
    assert {statement: view.verdict for statement, view in views.items()} == {
        "clean the stairs": Verdict.SHARED_AGREEMENT,
        "night work": Verdict.SHARED_DISAGREEMENT,
        "pay": Verdict.DIVIDES,
        "fund": Verdict.DIVIDES,
        "colour": Verdict.OPEN,
    }
    assert found.seed in {"pay", "fund"}


@pytest.mark.parametrize(("size", "shown"), [(19, False), (20, True)])
def test_fewer_than_twenty_people_have_no_map(size: int, *, shown: bool) -> None:
    assert (opinion_map(camp("a", size)) is not None) is shown


def test_a_group_of_four_is_not_shown_as_a_group() -> None:
    found, views = drawn(camp("a", 20, pay=YES) | camp("b", 4, pay=NO))
    assert (found.sizes, found.seed) == ((24,), None)
    assert views["pay"].verdict is Verdict.SHARED_AGREEMENT
    assert views["pay"].groups == ({"agree": None, "pass": 0, "disagree": None},)


def mixed(name: str, pay: Vote, votes: list[Vote]) -> dict[str, dict[str, Vote]]:
    """A camp whose members answer the statement "s" each in their own way."""
    return {f"{name}{n}": {"pay": pay, "s": vote} for n, vote in enumerate(votes)}


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ([YES] * 8 + [NO] * 4, [YES] * 8 + [NO] * 4, Verdict.SHARED_AGREEMENT),
        ([YES] * 7 + [NO] * 5, [YES] * 8 + [NO] * 4, Verdict.OPEN),
        ([NO] * 8 + [YES] * 4, [NO] * 12, Verdict.SHARED_DISAGREEMENT),
        ([YES] * 7 + [PASS] * 5, [NO] * 12, Verdict.DIVIDES),
        ([YES] * 6 + [PASS] * 6, [NO] * 12, Verdict.OPEN),
        ([YES] * 12, [NO] * 6 + [PASS] * 6, Verdict.OPEN),
    ],
)
def test_two_thirds_share_and_more_than_half_divide(
    first: list[Vote], second: list[Vote], verdict: Verdict
) -> None:
    found, views = drawn(mixed("a", YES, first) | mixed("b", NO, second))
    assert found.sizes == (12, 12)
    assert views["s"].verdict is verdict


def test_a_group_of_five_is_shown_as_a_group() -> None:
    found, views = drawn(camp("a", 15, pay=YES) | camp("b", 5, pay=NO))
    assert (found.sizes, found.seed) == ((15, 5), "pay")
    assert views["pay"].verdict is Verdict.DIVIDES


@pytest.mark.parametrize(("answers", "verdict"), [(4, Verdict.TOO_FEW), (5, Verdict.DIVIDES)])
def test_a_statement_needs_five_answers_of_each_group(answers: int, verdict: Verdict) -> None:
    asked = camp("a", 12, pay=YES, s=YES) | camp("b", answers, pay=NO, s=NO)
    people = {**asked, **camp("c", 12 - answers, pay=NO)}
    assert drawn(people)[1]["s"].verdict is verdict


def test_a_statement_that_few_answered_is_not_judged() -> None:
    people = {**TWO_CAMPS, "a0": {**TWO_CAMPS["a0"], "rare": YES}}
    _, views = drawn(people)
    assert views["rare"].verdict is Verdict.TOO_FEW


def test_people_without_any_disagreement_are_one_group() -> None:
    assert opinion_groups(camp("a", 30)).groups == ()
    found, _ = drawn(camp("a", 30))
    assert found.sizes == (30,)


OPPOSED = (
    camp("a0", 5, pay=YES, x=YES, y=YES, z=YES)
    | camp("a1", 5, pay=YES, x=YES, y=YES, z=NO)
    | camp("b0", 10, pay=NO, x=NO, y=NO, z=NO)
)
# The eleventh of each camp keeps "pay" the most even statement, whoever comes.
FIRM = camp("a2", 1, pay=YES, w=YES) | camp("b2", 1, pay=NO, v=NO)


@pytest.mark.parametrize(
    ("answers", "side"),
    [
        ({"pay": PASS, "x": NO}, "b"),  # passed on the seed: goes where the rest leads
        ({"pay": YES, "x": NO, "y": NO}, "b"),  # began with a, answers like b
        ({"pay": NO, "x": YES, "y": YES}, "a"),  # the other way round
        ({"pay": YES, "x": NO}, "a"),  # as like one as the other: stays
        ({"pay": NO, "x": YES}, "b"),
        ({"pay": YES}, "a"),
        ({"z": YES, "x": NO}, "b"),  # a is split on z, so only x speaks
        ({"w": YES}, "a"),  # one person of a said so, nobody of b
        ({"v": NO}, "b"),
        ({"night work": NO}, None),  # between the two: in neither
        ({}, None),
    ],
)
def test_everyone_goes_to_the_group_whose_answers_theirs_resemble_more(
    answers: dict[str, Vote], side: str | None
) -> None:
    found = opinion_groups({**OPPOSED, **FIRM, "c": answers})
    assert found.seed == "pay"
    groups = {("a" if "a00" in group else "b"): group for group in found.groups}
    assert {name for name, group in groups.items() if "c" in group} == ({side} - {None})
    assert groups["a"] - {"c"} == {person for person in {**OPPOSED, **FIRM} if person[0] == "a"}


people = st.dictionaries(
    st.integers(0, 60).map("p{}".format),
    st.dictionaries(st.sampled_from("vwxyz"), st.sampled_from(Vote)),
    min_size=20,
    max_size=40,
)


@given(people, st.randoms(use_true_random=False))
def test_the_map_is_the_same_whatever_the_order_of_people_and_answers(
    answered: dict[str, dict[str, Vote]], random: Random
) -> None:
    order = [(p, random.sample(sorted(a.items()), len(a))) for p, a in answered.items()]
    random.shuffle(order)
    shuffled = {person: dict(answers) for person, answers in order}
    assert opinion_map(shuffled) == opinion_map(answered)


@given(people)
def test_no_figure_on_the_map_stands_for_fewer_than_five_people(
    answered: dict[str, dict[str, Vote]],
) -> None:
    found, views = drawn(answered)
    assert all(size >= MINIMUM for size in found.sizes)
    for view in views.values():
        for cells in view.groups:
            assert all(number is None or number == 0 or number >= 5 for number in cells.values())


counts = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12), min_size=1)


@given(counts)
def test_a_hidden_number_can_not_be_reckoned_from_the_total(numbers: dict[str, int]) -> None:
    shown = suppress(numbers)
    hidden = [key for key, number in shown.items() if number is None]
    assert all(number in (None, numbers[key]) for key, number in shown.items())
    assert all(number is None or number == 0 or number >= 5 for number in shown.values())
    if any(0 < number < 5 for number in numbers.values()):
        everything = len(hidden) == len(numbers)
        assert everything or (len(hidden) > 1 and sum(numbers[key] for key in hidden) >= 5)
    else:
        assert hidden == []


def test_one_small_number_takes_the_first_that_is_not_small_with_it() -> None:
    assert suppress({"for": 30, "against": 2, "neutral": 8}) == {
        "for": None,
        "against": None,
        "neutral": 8,
    }


def test_nothing_is_taken_for_cover_where_nobody_is_small() -> None:
    table = {"b1": {"for": 5, "against": 0}, "b2": {"for": 0, "against": 0}}
    assert shown_rows(table) == {"b1", "b2"}
    assert suppress({"for": 5, "against": 0}) == {"for": 5, "against": 0}


tables = st.dictionaries(
    st.sampled_from("abcdefg"),
    st.fixed_dictionaries({"for": st.integers(0, 12), "against": st.integers(0, 12)}),
)


@given(tables)
def test_no_column_of_the_hidden_rows_is_small_unless_all_are_hidden(
    table: dict[str, dict[str, int]],
) -> None:
    shown = shown_rows(table)
    assert all(not 0 < number < 5 for row in shown for number in table[row].values())
    hidden = [table[row] for row in table if row not in shown]
    sums = [sum(row[column] for row in hidden) for column in ("for", "against")]
    assert not shown or all(not 0 < number < 5 for number in sums)
    small = [row for row in table.values() if any(0 < number < 5 for number in row.values())]
    assert bool(hidden) == bool(small)


def test_a_building_where_few_spoke_hides_another_with_it() -> None:
    table = {
        "b1": {"for": 20, "against": 9},
        "b2": {"for": 7, "against": 6},
        "b3": {"for": 8, "against": 1},
    }
    assert shown_rows(table) == {"b1"}
    assert shown_rows({key: table[key] for key in ("b1", "b2")}) == {"b1", "b2"}


def claim(sequence: int, home: str, comment: str = "c1", **more: Any) -> Claim:
    return replace(Claim(comment, f"b{home[0]}", home, Position.FOR, sequence), **more)


CONFIRMED, CONTRADICTED = HomeAnswer.CONFIRMED, HomeAnswer.CONTRADICTED


def test_a_comment_speaks_for_the_homes_that_did_not_contradict() -> None:
    claims = [
        claim(1, "101"),
        claim(2, "102", answer=CONFIRMED),
        claim(3, "103", answer=CONTRADICTED),
        claim(4, "104", comment="c2"),
    ]
    standing = standing_of(claims, "c1")
    assert (standing.claimed, standing.confirmed, standing.contradicted) == (3, 1, 1)
    assert standing.speaks_for == 2


def test_a_home_counts_once_for_the_position_it_confirmed() -> None:
    claims = [
        claim(1, "101", position=Position.AGAINST, answer=CONFIRMED),
        claim(2, "101", comment="c2"),
        claim(3, "201", comment="c2"),
        claim(4, "201", comment="c3", position=Position.NEUTRAL),
        claim(5, "202", comment="c3", answer=CONTRADICTED),
    ]
    assert positions_by_building(claims) == {
        "b1": {"for": 0, "against": 1, "neutral": 0},
        "b2": {"for": 0, "against": 0, "neutral": 1},
    }
    assert positions_by_building(reversed(claims)) == positions_by_building(claims)


def test_the_public_sees_only_buildings_where_nobody_can_be_guessed() -> None:
    rows = {"b1": {"for": 20}, "b2": {"for": 6}, "b3": {"for": 1}}
    assert public_positions(rows) == {"b1": {"for": 20}, "b2": None, "b3": None}
