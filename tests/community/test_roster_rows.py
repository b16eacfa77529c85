"""Rows next to each other: missing stairwells, impossible floors, rooms told twice, decisions."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factories.roster import HEADINGS, applied, owner_names, parsed, planned, sheet
from linli.community.rules.roster import (
    Cell,
    Field,
    Keep,
    Reason,
    Sheet,
    Skip,
    SkipReason,
    Snapshot,
    same_owners,
    settle_roster,
)

COLUMNS = HEADINGS[1:7]


def table(*rows: list[Cell]) -> Sheet:
    """Rows of building, stairwell, room, area, owner, phone."""
    return sheet(rows, COLUMNS)


def codes(told: Sheet, known: Snapshot | None = None) -> list[str]:
    return [new.after.code for new in planned(told, known=known).create]


def waiting(told: Sheet, known: Snapshot | None = None) -> list[tuple[int, Reason]]:
    plan = planned(told, known=known)
    return [(row.row, issue.reason) for row in plan.review for issue in row.issues]


def test_a_missing_stairwell_is_the_only_one_of_its_building() -> None:
    told = table([1, 1, 101, 90, "王明"], [1, None, 102, 90, "李红"])
    assert codes(told) == ["1-1-101", "1-1-102"]


def test_a_missing_stairwell_is_for_a_person_where_there_are_two() -> None:
    told = table([1, 1, 101, 90, "王明"], [1, 2, 101, 90, "李红"], [1, None, 102, 90, "张伟"])
    assert waiting(told) == [(4, Reason.STAIRWELL_MISSING)]


def test_stairwells_known_from_before_count_too() -> None:
    told = table([1, None, 102, 90, "张伟"])
    assert codes(told, Snapshot(stairwells=(("1", "3"),))) == ["1-3-102"]
    two = Snapshot(stairwells=(("1", "1"), ("1", "2")))
    assert waiting(told, two) == [(2, Reason.STAIRWELL_MISSING)]


def test_a_building_without_any_stairwell_has_one_and_says_so_once() -> None:
    told = table(*([1, None, floor * 100 + 1, 90, f"王{floor}"] for floor in range(1, 9)))
    plan = planned(told)
    assert len(plan.create) == 8
    assert [(i.row, i.reason) for i in plan.warnings if i.field is Field.STAIRWELL] == [
        (2, Reason.STAIRWELL_ASSUMED)
    ]


def test_rooms_that_repeat_tell_of_a_second_stairwell() -> None:
    rooms = [101, 102, 201, 202]
    told = table(*([1, None, room, 90, f"王{at}"] for at, room in enumerate(rooms * 2)))
    assert {reason for _, reason in waiting(told)} >= {Reason.STAIRWELL_MISSING}
    assert codes(told) == []


def test_a_number_that_may_be_the_buildings_or_the_stairwells_is_not_guessed() -> None:
    told = table([3, 1, "101", 90, "王明"], [3, None, "3-101", 90, "李红"])
    assert waiting(told) == [(3, Reason.STAIRWELL_MISSING)]
    assert codes(told) == ["3-1-101"]


def test_a_number_before_the_room_is_read_as_the_other_rooms_show() -> None:
    building_and_room = table([3, None, "3-101", 90, "王明"], [3, None, "3-102", 90, "李红"])
    assert codes(building_and_room) == ["3-1-101", "3-1-102"]
    stairwell_and_room = table([1, None, "1-101", 90, "王明"], [1, None, "2-101", 90, "李红"])
    assert codes(stairwell_and_room) == ["1-1-101", "1-2-101"]
    both_say_one = table([1, 1, "1-101", 90, "王明"], [1, None, "1-102", 90, "李红"])
    assert codes(both_say_one) == ["1-1-101", "1-1-102"]


def tower(storeys: int) -> list[list[Cell]]:
    return [[1, 1, f * 100 + d, 90, f"王{f}{d}"] for f in range(1, storeys + 1) for d in (1, 2)]


def test_a_floor_far_above_all_others_is_for_a_person() -> None:
    assert waiting(table(*tower(18), [1, 1, 8101, 90, "李红"])) == [
        (38, Reason.FLOOR_BEYOND_BUILDING)
    ]


def test_a_penthouse_a_missing_floor_and_a_sparse_roster_are_no_reason_to_doubt() -> None:
    assert waiting(table(*tower(18), [1, 1, 1901, 90, "李红"])) == []
    without_4_13_14 = [row for row in tower(20) if int(str(row[2])) // 100 not in {4, 13, 14}]
    assert waiting(table(*without_4_13_14)) == []
    assert waiting(table([1, 1, 101, 90, "王明"], [1, 1, 2801, 90, "李红"])) == []


def test_a_floor_above_the_storeys_that_the_row_itself_tells_is_for_a_person() -> None:
    told = sheet([[1, 1, 1901, 18, 90, "王明"]], ["楼栋", "单元", "房号", "总层数", "面积", "业主"])
    assert waiting(told) == [(2, Reason.FLOOR_BEYOND_BUILDING)]


def test_a_floor_is_doubted_once_however_many_signs_there_are() -> None:
    rows = [[*row[:3], 18, *row[3:]] for row in tower(18)]
    headings = ["楼栋", "单元", "房号", "总层数", "面积", "业主"]
    told = sheet([*rows, [1, 1, 8101, 18, 90, "李红"]], headings)
    assert waiting(told) == [(38, Reason.FLOOR_BEYOND_BUILDING)]


def test_a_row_keeps_all_its_numbers() -> None:
    told = sheet(
        [[1, 1, 101, 90, "王明、李红", "138 0013 8000/027-88122791", "13800138000"]],
        [*COLUMNS, "固定电话"],
    )
    assert parsed(told).rows[0].phones == ("13800138000", "02788122791")


def test_a_row_that_only_repeats_another_is_skipped_and_counted() -> None:
    plan = planned(table([1, 1, 101, 90, "王明"], ["1栋", "一单元", "101室", "90㎡", "王明"]))
    assert len(plan.create) == 1
    assert [(row.row, row.reason) for row in plan.skipped] == [(3, SkipReason.REPEATED_ROW)]


def test_a_room_told_twice_in_two_ways_is_for_a_person() -> None:
    told = table(
        [1, 1, 101, 90, "王明", 13800138000],
        [1, 1, 101, 91, "王明", 13800138000],
        [1, 1, 101, 90, "李红", 13900139000],
        [1, 1, 101, 90, "王明", 13700137000],
    )
    assert waiting(told) == [
        (3, Reason.SAME_ROOM_OTHER_AREA),
        (4, Reason.SAME_ROOM_OTHER_OWNER),
        (5, Reason.SAME_ROOM_OTHER_DETAILS),
    ]
    assert codes(told) == ["1-1-101"]


def test_accepting_another_owner_makes_a_co_owner() -> None:
    told = table([1, 1, 101, 90, "王明"], [1, 1, 101, 90, "李红"])
    accepted = Keep(accepting=frozenset({Reason.SAME_ROOM_OTHER_OWNER}))
    plan = planned(told, decisions={"花名册!3": accepted})
    assert plan.review == ()
    assert owner_names(applied(plan), "1-1-101") == ["王明", "李红"]


def test_what_cannot_be_overruled_stays_for_a_person() -> None:
    told = table([1, 1, None, 90, "王明"])
    plan = planned(told, decisions={"花名册!2": Keep(accepting=frozenset(Reason))})
    assert [issue.reason for issue in plan.review[0].issues] == [Reason.ROOM_MISSING]


def test_a_corrected_row_is_judged_like_any_other() -> None:
    told = table([1, 1, None, 90, "王明"], [1, 1, 102, 80, "李红"])
    plan = planned(told, decisions={"花名册!2": Keep({Field.ROOM: "102"})})
    issue = plan.review[0].issues[0]
    assert (issue.row, issue.reason, issue.value) == (3, Reason.SAME_ROOM_OTHER_AREA, "80")
    text = {field: text for field, _, text in planned(told).review[0].cells}
    assert text[Field.ROOM] == ""


def test_decisions_made_for_another_file_are_told() -> None:
    plan = planned(table([1, 1, 101, 90, "王明"]), decisions={"花名册!2000": Skip()})
    assert plan.unused_decisions == {"花名册!2000"}


def test_a_home_without_an_area_is_for_a_person_unless_another_line_tells_it() -> None:
    assert waiting(table([1, 1, 101, None, "王明"])) == [(2, Reason.AREA_MISSING)]
    headings = [*COLUMNS, "业主类型"]
    told = sheet(
        [[1, 1, 101, None, "李红", None, "租户"], [1, 1, 101, 90, "王明", None, "业主"]], headings
    )
    plan = planned(told)
    assert plan.review == ()
    assert plan.create[0].after.area_dm2 == 9000
    assert owner_names(applied(plan), "1-1-101") == ["王明"]
    assert [person.tenant for person in plan.create[0].after.residents] == [True]


def test_an_area_without_its_decimal_point_is_for_a_person() -> None:
    assert waiting(table([1, 1, 101, 8950, "王明"])) == [(2, Reason.AREA_IMPLAUSIBLE)]


def test_owners_are_one_when_name_and_a_number_are_shared() -> None:
    told = table(
        [1, 1, 101, 90, "王明", "13800138000"],
        [1, 1, 102, 90, "王明", "13800138000/027-88122791"],
        [1, 1, 103, 90, "王明", "027-88122791"],
        [1, 1, 104, 90, "王明", "13900139000"],
        [1, 1, 105, 90, "王明", None],
        [1, 1, 106, 90, "王明", None],
        [1, 1, 107, 90, "李红", "13800138000"],
        [1, 1, 108, 90, "王明、李红", "13800138000"],
    )
    groups = same_owners(settle_roster(parsed(told)).households)
    assert [(group.name, [code[4:] for code in group.codes]) for group in groups] == [
        ("王明", ["101", "102", "103", "108"]),
        ("王明", ["104"]),
        ("王明", ["105"]),
        ("王明", ["106"]),
        ("李红", ["107", "108"]),
    ]


def test_a_bare_developer_is_the_only_one_named() -> None:
    bare, named = [1, 1, 101, 90, "开发商"], [1, 1, 102, 90, "甲置业公司(开发商)"]
    other = [1, 1, 103, 90, "乙置业公司(开发商)"]
    one = same_owners(settle_roster(parsed(table(bare, named))).households)
    assert [(group.name, len(group.codes)) for group in one] == [("甲置业公司", 2)]
    several = same_owners(settle_roster(parsed(table(bare, named, other))).households)
    assert len(several) == 3


ANY_CELL = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.text("0123456789.-/#栋单元室号楼一二三层㎡(),、 开发商公司租户小合计", max_size=12),
    st.integers(),
    st.floats(),
    st.dates(),
)


@settings(deadline=None)
@given(st.lists(st.lists(ANY_CELL, max_size=12), max_size=8))
def test_no_cell_can_break_the_reading(rows: list[list[Cell]]) -> None:
    plan = planned(sheet(rows))
    told = len(plan.create) + len(plan.review) + len(plan.skipped)
    assert told <= len(rows)
    assert all(new.after.area_dm2 > 0 for new in plan.create)
    assert applied(plan) == applied(planned(sheet(rows)))
