"""Identity numbers stay outside: nothing that comes out of a file's reading holds one."""

import json
import re
import unicodedata
from dataclasses import asdict, is_dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.roster import HEADINGS, applied, csv_file, planned, xlsx
from linli.community.files import read_workbook, write_refused_rows
from linli.community.rules.roster import (
    Cell,
    Field,
    Keep,
    Reason,
    guess_layouts,
    parse_roster,
    plan_import,
    settle_roster,
)
from linli.community.rules.roster.identity_numbers import (
    is_identity_heading,
    remove_identity_numbers,
)

WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    region = draw(st.integers(110000, 820000))
    born = draw(st.dates()).replace(year=draw(st.integers(1920, 2025)), day=1)
    tail = draw(st.sampled_from("0123456789X"))
    return f"{region}{born:%Y%m%d}{draw(st.integers(0, 999)):03d}{tail}"


def as_json(value: Any) -> str:
    told = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    return json.dumps(told, default=str, ensure_ascii=False)


BESIDE = st.sampled_from(["", "证", "101 ", "13800138000", "13800138000 ", "、李红", " 3", "年"])


@st.composite
def typed_numbers(draw: st.DrawFn) -> tuple[str, str]:
    """An identity number and a cell that holds it, in the ways people type it."""
    number = draw(identity_numbers())
    cut = draw(st.sampled_from([number, f"{number[:6]} {number[6:14]}-{number[14:]}"]))
    before = draw(BESIDE.filter(lambda text: cut == number or not text[-1:].isdigit()))
    written = before + (cut.translate(WIDE) if draw(st.booleans()) else cut) + draw(BESIDE)
    return number, written


def holds(text: str, number: str) -> bool:
    return re.search(r"[\s-]*".join(number[:-1]), unicodedata.normalize("NFKC", text)) is not None


@settings(deadline=None)
@given(typed_numbers(), st.integers(0, len(HEADINGS) - 1))
def test_a_number_typed_into_any_column_gets_nowhere(typed: tuple[str, str], column: int) -> None:
    number, written = typed
    row: list[Cell] = [1, 1, 1, 101, 90, "王明", "13800138000", "李红", 2, "自住", "党员"]
    row[column] = written
    sheets = read_workbook(csv_file([HEADINGS, row], "utf-8"), "x.csv")
    parsed = parse_roster(sheets, guess_layouts(sheets))
    plan = plan_import(parsed, applied(planned(*sheets)))
    told = [as_json(sheets[0]), repr(parsed.rows), as_json(settle_roster(parsed)), as_json(plan)]
    told.append(repr(plan))
    assert not any(holds(text, number) for text in told)


def test_the_column_is_emptied_while_the_file_is_read() -> None:
    told = [
        ["业主", "身份证号码(必填)", "房号"],
        ["王明", "G12345678", 101],
        ["李红", 420106199003071231, 102],
        ["张伟", "42010619900307123X", 103],
    ]
    (sheet,) = read_workbook(xlsx({"s": told}), "x.xlsx")
    assert [row[1] for row in sheet.rows] == ["身份证号码(必填)", None, None, None]
    assert [row[2] for row in sheet.rows] == ["房号", 101, 102, 103]


@pytest.mark.parametrize(
    "heading",
    [
        "身份证",
        "身份证号",
        "身份证号码",
        "证件号",
        "证件号码",
        "业主身份证号",
        "公民身份号码",
        "护照号",
        " 身 份 证 号 ",
        "身份证号*",
        "ID Card No",
        "证件编号（必填）",
    ],
)
def test_headings_of_identity_numbers_are_known(heading: str) -> None:
    assert is_identity_heading(heading)


@pytest.mark.parametrize("heading", ["身份", "业主姓名", "身份证未交,待补", "手机号", None, 3])
def test_other_headings_and_remarks_are_not_taken_for_one(heading: Cell) -> None:
    assert not is_identity_heading(heading)


@pytest.mark.parametrize(
    "typed",
    [
        "420106 19900307 1231",
        "420106-19900307-123x",
        "420106900307123",
        "身份证420106199003071231。",
        420106199003071231,
        4.2010619900307123e17,
        "'420106199003071231",
        "420106\u3000199003071231",
        "420106 1990 0307 123 1",
        "6222021234567890123",
    ],
)
def test_a_number_is_known_by_its_shape(typed: Cell) -> None:
    rows: list[list[Cell]] = [["备注"], [typed]]
    remove_identity_numbers(rows)
    assert not any(sign.isdigit() for sign in str(rows[1][0]))


@pytest.mark.parametrize(
    "typed",
    [
        "13800138000 13900139000",
        "13800138000/027-88122791",
        "027-88122791 88122792",
        "8812345 80412345",
        "汉口路120号1栋2单元1801室",
        "2026-01-02 2027-01-02",
        13800138000,
        89.123456789,
    ],
)
def test_phones_addresses_and_areas_are_left_alone(typed: Cell) -> None:
    rows: list[list[Cell]] = [["备注"], [typed]]
    remove_identity_numbers(rows)
    assert rows[1][0] == typed


def test_a_number_in_a_persons_correction_gets_nowhere_either() -> None:
    number = "42010619900307123X"
    sheets = read_workbook(xlsx({"s": [HEADINGS, [1, 1, 1, "?", 90, "王明"]]}), "x.xlsx")
    decisions = {"s!2": Keep({Field.OWNER: number, Field.ROOM: f"101 {number}"})}
    plan = plan_import(parse_roster(sheets, guess_layouts(sheets), decisions), planned_nothing())
    assert plan.review[0].issues[0].reason is Reason.ROOM_UNREADABLE
    assert number not in repr(plan) + as_json(plan)


def planned_nothing() -> Any:
    return applied(planned())


def test_the_file_of_refused_rows_holds_none() -> None:
    number = "420106199003071231"
    rows = [
        ["楼栋", "单元", "房号", "面积", "业主", "身份证号", "备注"],
        [1, 1, "?", 90, "王明", number, f"证件{number}"],
    ]
    plan = planned(*read_workbook(xlsx({"s": rows}), "x.xlsx"))
    (sheet,) = read_workbook(write_refused_rows(plan.review, lambda issue: issue.reason), "r.xlsx")
    assert "身份证号" not in sheet.rows[0]
    assert "证件•••" in sheet.rows[1]


def test_names_and_phones_are_in_no_repr() -> None:
    sheets = read_workbook(
        xlsx(
            {
                "s": [
                    HEADINGS,
                    [1, 1, 1, "?", 90, "王小明", 13800138000, "李小红", 1, "自住", "坐轮椅"],
                    [2, 1, 1, 101, 90, "王小明", 13800138000, "李小红", 1, "自住", "坐轮椅"],
                ]
            }
        ),
        "x.xlsx",
    )
    parsed = parse_roster(sheets, guess_layouts(sheets))
    plan = plan_import(parsed, planned_nothing())
    assert len(plan.review) == len(plan.create) == 1
    told = repr(sheets) + repr(parsed) + repr(plan)
    assert not any(word in told for word in ("王小明", "李小红", "13800138000", "轮椅"))
