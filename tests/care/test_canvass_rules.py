"""The pure rules of a canvass: its days, its shares, its marks, its public figures."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.care.rules.assignment_proposal import Floor, balanced_cuts, propose
from linli.care.rules.canvass_window import REPORT_AFTER_WITHDRAWAL, in_window, was_assigned
from linli.care.rules.coverage import coverage_of, for_everybody
from linli.care.rules.picture_mark import door_mark
from linli.care.rules.street_doors import with_street_doors
from linli.kernel.small_groups import SMALLEST, suppressed

SIZES = st.lists(st.integers(1, 9), max_size=40)
ACCOUNTS = [UUID(int=1000 + n) for n in range(40)]
DAYS = st.dates(date(2026, 1, 1), date(2026, 2, 1))


@st.composite
def buildings(draw: st.DrawFn) -> list[Floor]:
    floors = []
    for stairwell in range(draw(st.integers(1, 4))):
        for number in range(1, draw(st.integers(1, 12)) + 1):
            building, well = UUID(int=1 + stairwell // 2), UUID(int=100 + stairwell)
            floors.append(Floor(building, well, number, draw(st.integers(0, 6))))
    return floors


@given(SIZES, st.integers(1, 32))
def test_shares_differ_by_at_most_one_floors_doors(sizes: list[int], parts: int) -> None:
    cuts = balanced_cuts(sizes, parts)
    assert (cuts[0], cuts[-1], len(cuts)) == (0, len(sizes), parts + 1)
    sums = [sum(sizes[start:end]) for start, end in pairwise(cuts)]
    assert all(start <= end for start, end in pairwise(cuts))
    assert max(sums) - min(sums) <= max(sizes, default=0)


@given(buildings(), st.integers(1, 12))
def test_a_proposal_covers_every_waiting_door_once_and_no_taken_floor(
    floors: list[Floor], people: int
) -> None:
    covered = {}
    for share in propose(floors, ACCOUNTS[:people]):
        inside = [
            floor
            for floor in floors
            if floor.stairwell_id == share.stairwell_id
            and share.floor_from <= floor.floor <= share.floor_to
        ]
        assert sum(floor.doors for floor in inside) == share.doors
        for floor in inside:
            assert floor.doors > 0
            assert covered.setdefault(floor, share.account_id) == share.account_id
    assert set(covered) == {floor for floor in floors if floor.doors}


@given(buildings(), st.integers(1, 12))
def test_a_proposal_is_the_same_each_time(floors: list[Floor], people: int) -> None:
    assert propose(floors, ACCOUNTS[:people]) == propose(list(floors), ACCOUNTS[:people])


def test_a_stairwell_for_two_is_cut_in_the_middle() -> None:
    floors = [Floor(UUID(int=1), UUID(int=2), number, 2) for number in range(1, 7)]
    shares = propose(floors, ACCOUNTS[:2])
    assert [(s.floor_from, s.floor_to, s.doors) for s in shares] == [(1, 3, 6), (4, 6, 6)]


def test_nobody_to_share_with_gives_no_shares() -> None:
    assert propose([Floor(UUID(int=1), UUID(int=2), 1, 2)], []) == []


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)))
def test_nothing_small_is_told_nor_can_be_reckoned_from_the_sum(counts: dict[str, int]) -> None:
    told = suppressed(counts)
    assert told.keys() == counts.keys()
    for name, count in told.items():
        assert count is None or count == counts[name]
        assert count is None or count == 0 or count >= SMALLEST
    left_out = [counts[name] for name, count in told.items() if count is None and counts[name]]
    if left_out and any(counts[name] for name, count in told.items() if count is not None):
        assert len(left_out) > 1
        assert sum(left_out) >= SMALLEST


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(SMALLEST, 30), min_size=1))
def test_large_groups_are_told(counts: dict[str, int]) -> None:
    assert suppressed(counts) == counts


@given(DAYS, DAYS, DAYS, DAYS)
def test_a_visit_belongs_to_a_canvass_by_when_it_happened_or_when_it_came(
    starts: date, ends: date, happened: date, received: date
) -> None:
    inside = starts <= happened <= ends or starts <= received <= ends
    assert in_window(starts, ends, happened, received) == inside


def test_what_was_done_before_a_withdrawal_still_comes_in_for_thirty_days() -> None:
    withdrawn = datetime(2026, 11, 1, 8, tzinfo=UTC)
    before, after = withdrawn - timedelta(hours=1), withdrawn + timedelta(hours=1)
    assert was_assigned(None, after, after)
    assert was_assigned(withdrawn, before, after)
    assert not was_assigned(withdrawn, after, after)
    late = withdrawn + REPORT_AFTER_WITHDRAWAL
    assert was_assigned(withdrawn, before, late)
    assert not was_assigned(withdrawn, before, late + timedelta(seconds=1))


@pytest.mark.parametrize(
    ("state", "done", "mark"),
    [
        ("new", False, "none"),
        ("tried", False, "tried"),
        ("tried", True, "talked"),
        ("talked", True, "talked"),
        ("ask_again", False, "tried"),
        ("reopened", False, "tried"),
        ("refused", True, "tried"),
        ("moved", True, "tried"),
        ("escalated", True, "escalated"),
        ("left_alone", True, "left_alone"),
    ],
)
def test_a_door_is_marked_by_what_matters_most(*, state: str, done: bool, mark: str) -> None:
    assert door_mark(state, done=done) == mark


def test_doors_on_the_street_go_with_the_first_stairwell_of_their_building() -> None:
    house, first, second = UUID(int=1), UUID(int=11), UUID(int=12)
    street_only = UUID(int=2)
    floors = [
        Floor(house, first, 2, 3),
        Floor(house, second, 1, 4),
        Floor(house, None, 1, 5),
        Floor(house, None, 2, 1),
        Floor(street_only, None, 1, 6),
    ]
    assert with_street_doors(floors) == [
        Floor(house, first, 1, 5),
        Floor(house, first, 2, 4),
        Floor(house, second, 1, 4),
        Floor(street_only, None, 1, 6),
    ]


@given(buildings())
def test_counting_street_doors_in_loses_no_door(floors: list[Floor]) -> None:
    by_place = sorted(
        floors, key=lambda floor: (floor.building_id, floor.stairwell_id, floor.floor)
    )
    last = max(floor.stairwell_id for floor in floors)
    outside = [
        replace(floor, stairwell_id=None) if floor.stairwell_id == last else floor
        for floor in by_place
    ]
    counted = with_street_doors(outside)
    assert sum(floor.doors for floor in counted) == sum(floor.doors for floor in floors)
    places = [(floor.building_id, floor.stairwell_id, floor.floor) for floor in counted]
    assert len(set(places)) == len(places)


def test_public_coverage_tells_of_no_small_group() -> None:
    house = {"building_id": UUID(int=1), "code": "1", "nobody_home": 4, "escalated": 0}
    figures = {**house, "total": 20, "visited": 9, "done": 3}
    stances = {"support": 8, "undecided": 0, "oppose": 1}
    day = {"date": date(2026, 11, 1), "visits": 12, "done": 3}
    exact = coverage_of([{**figures, **stances}], [day])
    assert exact["stances"] == {**stances, "unknown": 11}
    told = for_everybody(exact)
    assert told["by_building"] == [{**figures, "done": None, "nobody_home": None}]
    assert told["stances"] == {"support": None, "undecided": 0, "oppose": None, "unknown": 11}
    assert told["by_day"] == [{**day, "done": None}]
    assert (told["total"], told["visited"], told["done"]) == (20, 9, None)
