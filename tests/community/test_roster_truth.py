"""The roster kept by hand, against what a careful person reads in it."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from factories.roster import applied, parsed, planned
from linli.community.files import read_workbook
from linli.community.rules.roster import (
    Field,
    HelpKind,
    ImportPlan,
    Keep,
    Kind,
    NoLayout,
    OwnerKind,
    Reason,
    RoleWord,
    SettledRoster,
    Sheet,
    Skip,
    SkippedSheet,
    SkipReason,
    Snapshot,
    guess_layouts,
    same_owners,
    settle_roster,
)

DATA = Path(__file__).parent / "roster_data"


@pytest.fixture(scope="module")
def truth() -> Any:
    return json.loads((DATA / "roster.truth.json").read_text())


@pytest.fixture(scope="module")
def sheets() -> tuple[Sheet, ...]:
    return read_workbook((DATA / "roster.xlsx").read_bytes(), "roster.xlsx")


@pytest.fixture(scope="module")
def settled(sheets: tuple[Sheet, ...]) -> SettledRoster:
    return settle_roster(parsed(*sheets))


@pytest.fixture(scope="module")
def plan(sheets: tuple[Sheet, ...]) -> ImportPlan:
    return planned(*sheets)


def test_every_home_is_read_as_a_careful_person_reads_it(
    settled: SettledRoster, truth: Any
) -> None:
    homes = [row for row in settled.households if row.kind is Kind.HOME]
    read = [
        {
            "building": row.building,
            "stairwell": row.stairwell,
            "floor": row.floor,
            "door": row.door,
            "code": row.code,
            "area_dm2": row.area_dm2,
            "developer": row.developer,
            "owners": len(row.owners),
            "note": row.remark.text or None,
        }
        for row in homes
    ]
    assert read == truth["households"]
    assert all(type(home["area_dm2"]) is int for home in read)


def test_the_totals_are_those_of_a_careful_person(settled: SettledRoster, truth: Any) -> None:
    homes = [row for row in settled.households if row.kind is Kind.HOME]
    groups = same_owners(settled.households)
    assert {
        "households": len(homes),
        "shops": len(settled.households) - len(homes),
        "area_dm2": sum(row.area_dm2 or 0 for row in homes),
        "developer_households": sum(row.developer for row in homes),
        "with_note": sum(bool(row.remark.text) for row in homes),
        "owners_of_several": sum(len(group.codes) > 1 for group in groups),
    } == truth["totals"]


def test_all_homes_of_the_developer_are_one_owners(settled: SettledRoster) -> None:
    developers = [g for g in same_owners(settled.households) if g.kind is OwnerKind.DEVELOPER]
    assert [(group.name, len(group.codes)) for group in developers] == [
        ("武汉示例置业有限公司", 21)
    ]


def test_shops_have_codes_of_their_own(settled: SettledRoster) -> None:
    shops = [row for row in settled.households if row.kind is Kind.SHOP]
    assert [shop.code for shop in shops] == [f"商铺{number}" for number in range(1, 13)]
    assert [shop.area_dm2 for shop in shops] == list(range(4250, 7250, 250))
    assert {(shop.building, shop.stairwell, shop.floor) for shop in shops} == {(None, None, None)}


def test_exactly_the_doubtful_rows_wait_for_a_person(plan: ImportPlan, truth: Any) -> None:
    waiting = {
        row.row: [(i.column, i.header, i.value, i.reason) for i in row.issues]
        for row in plan.review
    }
    assert waiting == {
        1032: [("E", "建筑面积(㎡)", "95.00", Reason.SAME_ROOM_OTHER_AREA)],
        1033: [("E", "建筑面积(㎡)", "待测", Reason.AREA_NOT_A_NUMBER)],
        1034: [("D", "房号", "", Reason.ROOM_MISSING)],
        1035: [("E", "建筑面积(㎡)", "-76.25", Reason.AREA_NEGATIVE)],
        1036: [
            ("D", "房号", "9901", Reason.FLOOR_BEYOND_BUILDING),
            ("G", "联系电话", "123", Reason.PHONE_UNREADABLE),
        ],
    }
    assert len(waiting) == len(truth["review"])
    details = {row.row: dict(row.issues[0].details) for row in plan.review}
    assert details[1032] == {"first_row": "花名册!295"}
    assert details[1036] == {"floor": 99, "storeys": 30}


def test_every_row_that_is_no_household_is_counted_with_its_reason(
    plan: ImportPlan, truth: Any
) -> None:
    assert len(plan.skipped) == truth["skipped_rows"]
    assert Counter(row.reason for row in plan.skipped) == {
        SkipReason.HEADER_REPEATED: 14,
        SkipReason.SUBTOTAL: 8,
        SkipReason.BLANK: 6,
    }
    assert plan.skipped_sheets == (SkippedSheet("说明", NoLayout.NO_HEADER),)


def test_every_row_of_the_file_is_accounted_for(
    plan: ImportPlan, sheets: tuple[Sheet, ...]
) -> None:
    below_headers = sum(
        len(sheet.rows) - layout.header_row
        for sheet, layout in zip(sheets, guess_layouts(sheets), strict=True)
        if not isinstance(layout, SkippedSheet)
    )
    assert below_headers == len(plan.create) + len(plan.review) + len(plan.skipped)


def test_words_about_health_become_suggestions_and_are_not_kept(
    plan: ImportPlan, settled: SettledRoster
) -> None:
    about_health = {"独居", "孕妇", "低保", "轮椅", "术后", "高龄", "残疾"}
    expected = {
        row.code
        for row in settled.households
        if any(word in row.remark.text for word in about_health)
    }
    assert {suggestion.code for suggestion in plan.suggestions} == expected
    assert len(expected) == 89
    kept = {created.after.remark for created in plan.create}
    assert kept == {"", "党员", "楼栋长", "租户"}
    assert not any(word in repr(plan.create) for word in about_health)


def test_a_wheelchair_suggests_stair_support_and_says_no_more(plan: ImportPlan) -> None:
    found = next(suggestion for suggestion in plan.suggestions if suggestion.code == "1-1-1002")
    assert found.help_kinds == (HelpKind.STAIR_SUPPORT,)


def test_roles_in_remarks_are_told_from_health(settled: SettledRoster) -> None:
    roles = Counter(role for row in settled.households for role in row.remark.roles)
    assert roles == {RoleWord.PARTY_MEMBER: 11, RoleWord.BUILDING_LEAD: 7, RoleWord.TENANT: 13}


def test_importing_the_same_roster_again_does_nothing(
    plan: ImportPlan, sheets: tuple[Sheet, ...]
) -> None:
    after = applied(plan)
    again = planned(*sheets, known=after)
    assert again.does_nothing
    assert not again.suggestions
    assert len(again.unchanged) == 1012
    assert again.missing_from_file == ()
    assert applied(again, after) == after


def test_equal_input_gives_an_equal_plan(plan: ImportPlan, sheets: tuple[Sheet, ...]) -> None:
    assert planned(*sheets) == plan


def test_a_person_decides_every_doubtful_row(sheets: tuple[Sheet, ...]) -> None:
    decided = planned(
        *sheets,
        decisions={
            "花名册!1032": Skip(),
            "花名册!1033": Skip(),
            "花名册!1034": Keep({Field.ROOM: "101"}),
            "花名册!1035": Keep({Field.AREA: "76.25"}),
            "花名册!1036": Keep({Field.PHONE: ""}, frozenset({Reason.FLOOR_BEYOND_BUILDING})),
        },
    )
    assert decided.review == ()
    created = {household.after.code: household.after for household in decided.create}
    assert len(created) == 1015
    assert created["9-1-101"].area_dm2 == 8000
    assert created["2-1-3105"].area_dm2 == 7625
    assert created["1-1-9901"].floor == 99
    assert [issue.reason for issue in decided.warnings] == [Reason.STAIRWELL_ASSUMED]
    assert Counter(row.reason for row in decided.skipped)[SkipReason.BY_DECISION] == 2


def test_skipping_the_first_of_two_rows_lets_the_second_count(sheets: tuple[Sheet, ...]) -> None:
    decided = planned(*sheets, decisions={"花名册!295": Skip()})
    created = {household.after.code: household.after for household in decided.create}
    assert created["3-1-1201"].area_dm2 == 9500
    assert "花名册!1032" not in {row.row_id for row in decided.review}


def test_a_home_that_left_the_roster_is_reported_and_stays(
    plan: ImportPlan, sheets: tuple[Sheet, ...]
) -> None:
    after = applied(plan)
    extra = replace(after.households[0], code="8-2-1201", floor=12, door="01")
    known = replace(after, households=(*after.households, extra))
    again = planned(*sheets, known=known)
    assert again.missing_from_file == ("8-2-1201",)
    assert extra in applied(again, known).households


def test_a_row_that_waits_is_not_missing(sheets: tuple[Sheet, ...]) -> None:
    decisions = {"花名册!1036": Keep(accepting=frozenset({Reason.FLOOR_BEYOND_BUILDING}))}
    after = applied(planned(*sheets, decisions=decisions), Snapshot())
    assert any(household.code == "1-1-9901" for household in after.households)
    assert planned(*sheets, known=after).missing_from_file == ()
