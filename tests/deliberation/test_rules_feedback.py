"""Reports shown before sending, and the agenda that makes itself."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.feedback.asking import RECEIVED_WITHIN_DAYS, counted_from
from linli.deliberation.rules.feedback.report import FeedbackKind, Report
from linli.deliberation.rules.feedback.similar import distance, similar_reports
from linli.deliberation.rules.feedback.weekly_agenda import is_due, weekly_agenda
from linli.deliberation.rules.lifecycles.feedback import FEEDBACK

MONDAY = date(2026, 3, 2)
NOISE, DUST, LIGHTING = FeedbackKind.NOISE, FeedbackKind.DUST, FeedbackKind.LIGHTING
MINE = Report("mine", NOISE, "b1", "s1", 5, "h1", MONDAY)


def ids(reports: list[Report]) -> list[str]:
    return [report.id for report in reports]


def test_the_same_kind_goes_first_and_then_the_nearer_place() -> None:
    others = [
        replace(MINE, id="elsewhere", building="b2", stairwell="s9"),
        replace(MINE, id="same building", stairwell="s2"),
        replace(MINE, id="same stairwell", floor=18),
        replace(MINE, id="next floor", floor=6),
        replace(MINE, id="same floor"),
        replace(MINE, id="other kind here", kind=DUST),
        replace(MINE, id="other kind in the building", kind=DUST, stairwell="s2"),
    ]
    expected = ["same floor", "next floor", "same stairwell", "same building", "elsewhere"]
    assert ids(similar_reports(MINE, others)) == expected
    assert ids(similar_reports(MINE, others, shown=9)) == [*expected, "other kind here"]


def test_two_storeys_away_is_near_and_three_are_not() -> None:
    others = [replace(MINE, id=f"floor {floor}", floor=floor) for floor in (2, 3, 8)]
    assert [distance(MINE, other) for other in others] == [1, 0, 1]
    assert distance(MINE, replace(MINE, floor=None)) == 1
    assert ids(similar_reports(MINE, others)) == ["floor 3", "floor 2", "floor 8"]


def test_where_no_stairwell_is_named_another_kind_is_near_unless_it_is_storeys_away() -> None:
    named = replace(MINE, id="floor 7", kind=DUST, floor=7)
    others = [named, replace(named, id="floor 8", floor=8), replace(named, id="?", floor=None)]
    others.append(replace(named, id="elsewhere", building="b2"))
    asked = replace(MINE, stairwell=None)
    assert ids(similar_reports(asked, others)) == ["?", "floor 7"]
    unnamed = [replace(each, stairwell=None) for each in others]
    assert ids(similar_reports(MINE, unnamed)) == ["?", "floor 7"]
    assert len(similar_reports(replace(asked, floor=None), others)) == 3


def test_of_equally_near_reports_the_newest_goes_first() -> None:
    others = [replace(MINE, id=f"{n} days", reported_on=MONDAY - timedelta(n)) for n in (2, 0, 1)]
    assert ids(similar_reports(MINE, others)) == ["0 days", "1 days", "2 days"]


def test_what_is_closed_or_merged_is_not_shown() -> None:
    others = [replace(MINE, id=state, state=state) for state in sorted(FEEDBACK.states)]
    shown = set(ids(similar_reports(MINE, others, shown=99)))
    assert FEEDBACK.states - shown == {"closed", "declined", "merged"}


def test_a_report_is_not_similar_to_itself() -> None:
    assert similar_reports(MINE, [MINE]) == []


def test_places_that_are_not_known_are_not_near() -> None:
    outside = replace(MINE, id="out", kind=DUST, building=None, stairwell=None, floor=None)
    assert similar_reports(replace(outside, id="me", kind=LIGHTING), [outside]) == []


def test_the_weeks_reports_become_one_item_for_each_kind_and_building() -> None:
    reports = [
        replace(MINE, id="n1", household="h1"),
        replace(MINE, id="n2", household="h2", reported_on=MONDAY - timedelta(days=3)),
        replace(MINE, id="n3", household="h1"),
        replace(MINE, id="d1", kind=DUST),
        replace(MINE, id="n4", building="b2"),
    ]
    agenda = weekly_agenda(reports, MONDAY)
    assert [(g.kind, g.building, g.reports, g.homes) for g in agenda] == [
        (NOISE, "b1", ("n2", "n1", "n3"), 2),
        (DUST, "b1", ("d1",), 1),
        (NOISE, "b2", ("n4",), 1),
    ]
    assert agenda[0].oldest_on == MONDAY - timedelta(days=3)


def test_what_came_back_goes_first() -> None:
    crowd = [replace(MINE, id=f"n{n}", household=f"h{n}") for n in range(9)]
    back = replace(MINE, id="back", kind=LIGHTING, state="reopened")
    first = weekly_agenda([*crowd, back], MONDAY)[0]
    assert (first.reports, first.reopened) == (("back",), 1)


def test_an_answer_whose_day_has_passed_comes_back_to_the_meeting() -> None:
    answered = replace(MINE, state="answered", promised_on=MONDAY)
    assert not is_due(answered, MONDAY)
    assert is_due(answered, MONDAY + timedelta(days=1))
    assert not is_due(replace(answered, state="closed"), MONDAY + timedelta(days=7))
    assert not is_due(replace(MINE, reported_on=MONDAY + timedelta(days=1)), MONDAY)


@pytest.mark.parametrize(("told", "days_before"), [(MONDAY, 0), (MONDAY - timedelta(days=9), 9)])
def test_a_report_is_open_from_the_day_that_the_phone_told(told: date, days_before: int) -> None:
    assert counted_from(told, MONDAY) == MONDAY - timedelta(days=days_before)


def test_a_phone_with_a_wrong_year_makes_no_report_of_the_future_nor_the_oldest_of_all() -> None:
    assert counted_from(date(1990, 1, 1), MONDAY) == MONDAY - timedelta(RECEIVED_WITHIN_DAYS)
    assert counted_from(date(2999, 1, 1), MONDAY) == MONDAY


reports = st.lists(
    st.builds(
        Report,
        id=st.uuids().map(str),
        kind=st.sampled_from(FeedbackKind),
        building=st.sampled_from(["b1", "b2", None]),
        stairwell=st.sampled_from(["s1", "s2", None]),
        floor=st.one_of(st.none(), st.integers(1, 9)),
        household=st.sampled_from(["h1", "h2", "h3"]),
        reported_on=st.dates(MONDAY - timedelta(days=9), MONDAY + timedelta(days=2)),
        state=st.sampled_from(sorted(FEEDBACK.states)),
        promised_on=st.one_of(st.none(), st.dates(MONDAY - timedelta(days=3), MONDAY)),
    ),
    max_size=15,
)


@given(reports, st.randoms(use_true_random=False))
def test_neither_list_depends_on_the_order_of_reports(drawn: list[Report], random: Random) -> None:
    agenda, similar = weekly_agenda(drawn, MONDAY), similar_reports(MINE, drawn)
    random.shuffle(drawn)
    assert (weekly_agenda(drawn, MONDAY), similar_reports(MINE, drawn)) == (agenda, similar)


@given(reports)
def test_every_report_that_waits_is_on_the_agenda_once(drawn: list[Report]) -> None:
    listed = [report for group in weekly_agenda(drawn, MONDAY) for report in group.reports]
    assert sorted(listed) == sorted(r.id for r in drawn if is_due(r, MONDAY))
