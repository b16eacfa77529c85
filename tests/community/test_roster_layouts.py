"""Where a sheet keeps what: the property system's columns, and what people do to tables."""

from dataclasses import replace

import pytest

from factories.roster import HEADINGS, csv_file, parsed, planned, planned_file, sheet, xlsx
from linli.community.files import read_workbook
from linli.community.rules.roster import (
    Field,
    HouseholdState,
    Kind,
    Layout,
    NoLayout,
    Occupancy,
    OwnerKind,
    Reason,
    Resident,
    Sheet,
    SkippedSheet,
    SkipReason,
    Snapshot,
    guess_layout,
    layout_at,
    parse_roster,
    plan_import,
    with_columns,
)

SYSTEM = [
    "楼号",
    "单元",
    "房间",
    "楼层",
    "总层数",
    "是否有电梯",
    "房屋类型",
    "房屋户型",
    "建筑面积",
    "室内面积",
    "租金",
    "房屋状态",
    "业主名称",
    "性别",
    "手机号",
    "身份证号",
    "业主类型",
]
SYSTEM_ROWS = [
    SYSTEM,
    [
        "1",
        "1",
        "0101",
        1,
        18,
        "是",
        "住宅",
        "三室",
        98.76,
        80.1,
        "",
        "已入住",
        "王小明",
        "男",
        13800138000,
        "42010619900307123X",
        "业主",
    ],
    [
        "1",
        "1",
        "0101",
        1,
        18,
        "是",
        "住宅",
        "三室",
        98.76,
        80.1,
        "",
        "已入住",
        "李晓红",
        "女",
        13800138001,
        "420106199203071231",
        "家庭成员",
    ],
    [
        "1",
        "1",
        "0102",
        1,
        18,
        "是",
        "住宅",
        "两室",
        "75.5",
        60,
        1800,
        "出租",
        "张伟",
        "男",
        "13900139000",
        "420106198503071231",
        "业主",
    ],
    [
        "1",
        "1",
        "0102",
        1,
        18,
        "是",
        "住宅",
        "两室",
        "75.5",
        60,
        1800,
        "出租",
        "刘洋",
        "男",
        "13700137000",
        "420106199503071231",
        "租户",
    ],
    [
        "1",
        "2",
        "1801",
        18,
        18,
        "是",
        "住宅",
        "两室",
        75.5,
        60,
        "",
        "空置",
        "示例置业有限公司",
        "",
        "027-88120313",
        "",
        "开发商",
    ],
    [
        "2",
        "1",
        "101",
        1,
        6,
        "否",
        "商铺",
        "",
        45,
        45,
        3000,
        "出租",
        "陈静",
        "女",
        "13600136000",
        "",
        "业主",
    ],
    [
        "2",
        "",
        "B1-001",
        -1,
        6,
        "否",
        "车位",
        "",
        12.5,
        12.5,
        "",
        "",
        "陈静",
        "女",
        "13600136000",
        "",
        "业主",
    ],
]


def households(content: bytes, filename: str = "x.xlsx") -> dict[str, HouseholdState]:
    return {new.after.code: new.after for new in planned_file(content, filename).create}


def test_the_property_systems_columns_are_understood() -> None:
    plan = planned_file(xlsx({"房屋": SYSTEM_ROWS}))
    created = {new.after.code: new.after for new in plan.create}
    assert plan.review == ()
    assert created.keys() == {"1-1-101", "1-1-102", "1-2-1801", "2-1-101"}
    assert created["1-1-101"].area_dm2 == 9876
    assert created["1-1-101"].occupancy is Occupancy.OCCUPIED
    assert created["1-1-101"].residents == (Resident("李晓红"),)
    assert created["1-1-102"].residents == (Resident("刘洋", tenant=True),)
    assert created["2-1-101"].kind is Kind.SHOP
    assert [(b.name, b.storeys, b.lift) for b in plan.new_buildings] == [
        ("1", 18, True),
        ("2", 6, False),
    ]
    assert [(row.row, row.reason) for row in plan.skipped] == [(8, SkipReason.NOT_A_HOUSEHOLD)]
    assert {(o.name, o.kind, o.phones) for o in plan.new_owners} == {
        ("王小明", OwnerKind.PERSON, ("13800138000",)),
        ("张伟", OwnerKind.PERSON, ("13900139000",)),
        ("示例置业有限公司", OwnerKind.DEVELOPER, ("02788120313",)),
        ("陈静", OwnerKind.PERSON, ("13600136000",)),
    }


def test_columns_that_are_not_read_are_listed() -> None:
    layout = guess_layout(read_workbook(xlsx({"房屋": SYSTEM_ROWS}), "x.xlsx")[0])
    assert isinstance(layout, Layout)
    assert [SYSTEM[column] for column in layout.ignored] == [
        "房屋户型",
        "室内面积",
        "租金",
        "性别",
        "身份证号",
    ]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-8", "utf-8-sig"])
def test_csv_tells_the_same_as_xlsx_in_every_encoding(encoding: str, delimiter: str) -> None:
    told = households(csv_file(SYSTEM_ROWS, encoding, delimiter), "名册.csv")
    assert told == households(xlsx({"房屋": SYSTEM_ROWS}))


def test_two_rows_of_headings_are_one_header() -> None:
    rows = [
        ["楼栋", "单元", "房号", "业主信息", None, "建筑面积"],
        [None, None, None, "姓名", "联系电话", None],
        [1, 1, 101, "王明", 13800138000, 90],
    ]
    merged = ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"]
    plan = planned_file(xlsx({"s": rows}, merged))
    assert [new.after.code for new in plan.create] == ["1-1-101"]
    assert plan.new_owners[0].phones == ("13800138000",)


def test_a_sheet_for_each_building_names_it() -> None:
    rows = [["单元", "房号", "面积", "业主"], [1, 101, 90, "王明"]]
    plan = planned_file(xlsx({"1栋": rows, "２号楼": rows, "A座": rows}))
    assert [new.after.code for new in plan.create] == ["1-1-101", "2-1-101", "A-1-101"]


def test_hidden_and_empty_sheets_and_notes_are_left_out_with_their_reason() -> None:
    told = [
        guess_layout(Sheet("旧", [list(HEADINGS)], hidden=True)),
        guess_layout(Sheet("空", [[None, None]])),
        guess_layout(Sheet("说明", [["面积以不动产登记为准"], ["房号", "见附件"]])),
    ]
    assert told == [
        SkippedSheet("旧", NoLayout.HIDDEN),
        SkippedSheet("空", NoLayout.EMPTY),
        SkippedSheet("说明", NoLayout.NO_HEADER),
    ]


def test_a_layout_for_a_sheet_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse_roster([], [Layout("房屋", 1, {})])


def test_a_person_may_say_which_row_and_columns_hold_what() -> None:
    strange = sheet([["甲", "x", "一", "101", "90.5"]], ["说的", "是", "什么", "不清", "楚"])
    assert isinstance(guess_layout(strange), SkippedSheet)
    columns = {Field.OWNER: 0, Field.BUILDING: 2, Field.ROOM: 3, Field.AREA: 4}
    layout = with_columns(strange, layout_at(strange, 1), columns)
    plan = plan_import(parse_roster([strange], [layout]), Snapshot())
    assert [new.after.code for new in plan.create] == ["1-1-101"]
    assert plan.create[0].after.area_dm2 == 9050
    assert layout.ignored == (1,)


def test_a_column_of_identity_numbers_is_never_read_even_when_a_person_says_so() -> None:
    told = sheet([["42010619900307123X", 101]], ["身份证号", "房号"])
    layout = with_columns(told, layout_at(told, 1), {Field.REMARK: 0, Field.ROOM: 1})
    assert layout.columns == {Field.ROOM: 1}


def test_blanks_repeat_the_cell_above_only_when_a_person_says_so() -> None:
    told = sheet([["1栋", 1, 101, 90, "王明"], [None, None, 102, 90, "李红"]], HEADINGS[1:6])
    assert [row.issues[0].reason for row in planned(told).review] == [Reason.BUILDING_MISSING]
    layout = guess_layout(told)
    assert isinstance(layout, Layout)
    filled = replace(layout, fill_down=frozenset({Field.BUILDING, Field.STAIRWELL}))
    plan = plan_import(parse_roster([told], [filled]), Snapshot())
    assert [new.after.code for new in plan.create] == ["1-1-101", "1-1-102"]


def test_a_merged_building_stands_for_all_its_rows() -> None:
    rows = [HEADINGS[1:6], ["6栋", 1, 101, 90, "王明"], [None, 1, 102, 90, "李红"]]
    assert households(xlsx({"s": rows}, ["A2:A3"])).keys() == {"6-1-101", "6-1-102"}
    unmerged = planned_file(xlsx({"s": rows}))
    assert [row.issues[0].reason for row in unmerged.review] == [Reason.BUILDING_MISSING]


def test_an_area_merged_over_two_rooms_is_for_a_person() -> None:
    rows = [HEADINGS[1:6], [1, 1, 101, 180, "王明"], [1, 1, 102, None, "王明"]]
    plan = planned_file(xlsx({"s": rows}, ["D2:D3"]))
    assert [[issue.reason for issue in row.issues] for row in plan.review] == [
        [Reason.AREA_SHARED],
        [Reason.AREA_SHARED],
    ]


def test_a_room_merged_over_two_rows_has_two_owners() -> None:
    rows = [HEADINGS[1:6], [1, 1, 101, 90, "王明"], [None, None, None, None, "李红"]]
    plan = planned_file(xlsx({"s": rows}, ["A2:A3", "B2:B3", "C2:C3", "D2:D3"]))
    assert plan.review == ()
    assert [owner.name for owner in plan.new_owners] == ["王明", "李红"]
    assert len(plan.create[0].after.owner_keys) == 2


def test_empty_rows_before_the_table_do_not_shift_row_numbers() -> None:
    rows = [[], [], [None, None, *HEADINGS[1:6]], [None, None, 1, 1, "x", 90, "王明"]]
    plan = planned_file(xlsx({"s": rows}))
    assert [(i.row, i.column, i.value) for i in plan.review[0].issues] == [(4, "E", "x")]


def test_a_subtotal_in_any_column_is_no_household_but_a_remark_about_one_is() -> None:
    rows = [
        [1, 1, 1, 101, 90, "王明", None, None, None, None, "费用合计已交"],
        [None, None, None, "合计", 90],
        [None, "1栋 总计:", None, None, 90],
        ["本页小计", None, None, None, 90],
    ]
    plan = planned(sheet(rows))
    assert [new.after.code for new in plan.create] == ["1-1-101"]
    assert {row.reason for row in plan.skipped} == {SkipReason.SUBTOTAL}


def test_footers_are_notes_and_half_filled_rows_are_not() -> None:
    rows = [["注:以上为全部住户"], ["制表人:王明"], [None, "3栋"], [9], [None, 3, 1, None, 80]]
    result = parsed(sheet([[1, 1, 1, 101, 90], *rows]))
    assert [row.reason for row in result.skipped] == [
        SkipReason.NOTE,
        SkipReason.NOTE,
        SkipReason.NOTE,
        SkipReason.BLANK,
    ]
    assert [(issue.row, issue.reason) for issue in result.issues][1:] == [
        (7, Reason.ROOM_MISSING),
        (7, Reason.OWNER_MISSING),
    ]
