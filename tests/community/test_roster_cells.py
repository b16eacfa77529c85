"""Single cells: every spelling of the same thing reads the same."""

import string
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.community.rules.roster import HelpKind, Occupancy, OwnerKind, Reason
from linli.community.rules.roster.areas import read_area
from linli.community.rules.roster.columns import RowCells
from linli.community.rules.roster.household_kinds import shop_door
from linli.community.rules.roster.locations import read_building, read_floor, read_stairwell
from linli.community.rules.roster.occupancy import read_occupancy
from linli.community.rules.roster.owners import read_owners
from linli.community.rules.roster.phones import read_phones
from linli.community.rules.roster.places import read_place
from linli.community.rules.roster.plain_text import arabic
from linli.community.rules.roster.remarks import read_remark
from linli.community.rules.roster.residents import read_people, read_residents
from linli.community.rules.roster.rooms import Room, read_room
from linli.community.rules.roster.sheet import Cell

WIDE = str.maketrans(string.digits + ".,", "０１２３４５６７８９．，")
NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]


@st.composite
def written_areas(draw: st.DrawFn) -> tuple[int, Cell]:
    """An area in dm² and one of the ways people write it."""
    dm2 = draw(st.integers(1, 99_999_999))
    exact = Decimal(dm2) / 100
    text = draw(st.sampled_from([f"{exact:.2f}", f"{exact:,.2f}", str(exact), f"{exact:.4f}"]))
    if draw(st.booleans()):
        text = text.translate(WIDE)
    unit = draw(
        st.sampled_from(["", "m2", " m2", "㎡", " ㎡", "m²", "M2", "平米", "平方米", "平方"])
    )
    padded = draw(st.sampled_from(["{}", " {} ", "\u3000{}", "{}\n"]))
    written: list[Cell] = [padded.format(text + unit), float(exact)]
    return dm2, draw(st.sampled_from(written))


@given(written_areas())
def test_every_spelling_of_an_area_reads_as_the_same_whole_dm2(case: tuple[int, Cell]) -> None:
    dm2, written = case
    assert read_area(written) == (dm2, None)


@given(st.integers(1, 10**9), st.floats(-1e-9, 1e-9))
def test_the_dust_of_formulas_does_not_change_an_area(cents: int, dust: float) -> None:
    area = min(cents, 10**6) / 100 + dust
    assert read_area(area).area_dm2 == min(cents, 10**6)
    assert read_area(area).problem is None


@pytest.mark.parametrize(
    ("written", "dm2", "problem"),
    [
        (89.505, 8951, Reason.AREA_ROUNDED),
        ("76.254", 7625, Reason.AREA_ROUNDED),
        ("待测", None, Reason.AREA_NOT_A_NUMBER),
        ("约90", None, Reason.AREA_NOT_A_NUMBER),
        ("89,5", None, Reason.AREA_NOT_A_NUMBER),
        ("45+45", None, Reason.AREA_NOT_A_NUMBER),
        (float("nan"), None, Reason.AREA_NOT_A_NUMBER),
        (float("inf"), None, Reason.AREA_NOT_A_NUMBER),
        (date(2026, 1, 4), None, Reason.AREA_NOT_A_NUMBER),
        (0, None, Reason.AREA_ZERO),
        ("0.00㎡", None, Reason.AREA_ZERO),
        (-76.25, None, Reason.AREA_NEGATIVE),
        ("－76.25", None, Reason.AREA_NEGATIVE),
        (None, None, None),
        ("/", None, None),
    ],
)
def test_an_area_is_never_guessed(written: Cell, dm2: int | None, problem: Reason | None) -> None:
    assert read_area(written) == (dm2, problem)


@given(st.integers(1, 12))
def test_every_spelling_of_a_building_is_one_building(number: int) -> None:
    wide, numeral = str(number).translate(WIDE), NUMERALS[number - 1]
    spellings: list[Cell] = [number, float(number), str(number), f"0{number}", wide, numeral]
    spellings += [
        f"{n}{s}" for n in (number, wide, numeral) for s in ("栋", "号楼", "幢", "#", "座")
    ]
    spellings += [f" {number} 栋", f"第{number}栋", f"{number}＃"]
    assert {read_building(cell) for cell in spellings} == {(str(number), None, None)}


@given(st.integers(1, 12))
def test_every_spelling_of_a_stairwell_is_one_stairwell(number: int) -> None:
    wide, numeral = str(number).translate(WIDE), NUMERALS[number - 1]
    spellings: list[Cell] = [
        number,
        float(number),
        f"{number}单元",
        f"0{number}单元",
        f"{wide}单元",
    ]
    spellings += [f"{numeral}单元", f"第{numeral}单元", f"{number}门", f"单元{number}"]
    assert {read_stairwell(cell) for cell in spellings} == {(str(number), None)}


def test_letters_and_words_name_buildings_and_stairwells_too() -> None:
    assert read_building("a座").building == "A"
    assert read_building("翠苑3栋").building == "翠苑3"
    assert read_building("1栋2单元") == ("1", "2", None)
    assert read_stairwell("甲单元") == ("甲", None)
    assert read_building("12单元").problem is Reason.BUILDING_UNREADABLE
    assert read_building("1栋/2栋").problem is Reason.BUILDING_UNREADABLE
    assert read_stairwell("1/2单元") == (None, Reason.STAIRWELL_UNREADABLE)


@given(st.integers(1, 99), st.integers(1, 99))
def test_every_spelling_of_a_room_is_one_floor_and_door(floor: int, door: int) -> None:
    number = f"{floor}{door:02d}"
    spellings: list[Cell] = [int(number), float(number), number, number + "室", number + "号房"]
    spellings += [number.translate(WIDE), f"{floor}-{door:02d}", f"{floor}层{door}", f" {number} "]
    if floor < 10:
        spellings.append(f"0{number}")
    assert {read_room(cell) for cell in spellings} == {Room(floor=floor, door=f"{door:02d}")}


@given(st.integers(1, 30), st.integers(1, 9), st.integers(1, 33), st.integers(1, 20))
def test_a_room_may_tell_its_whole_place(b: int, s: int, floor: int, door: int) -> None:
    number = f"{floor}{door:02d}"
    spellings = [f"{b}-{s}-{number}", f"{b}—{s}—{number}", f"{b}栋{s}单元{number}室"]
    spellings += [f"{b}号楼-{s}单元-{number}", f"怡景苑{b}栋{s}单元{number}", f"{b}#{s}门{number}"]
    place = (str(b), str(s), None, floor, f"{door:02d}", None)
    assert {read_room(cell) for cell in spellings} == {place}


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (None, Reason.ROOM_MISSING),
        ("/", Reason.ROOM_MISSING),
        (date(2026, 1, 4), Reason.ROOM_IS_A_DATE),
        ("101-102", Reason.ROOM_UNREADABLE),
        ("101、102", Reason.ROOM_UNREADABLE),
        ("101 102", Reason.ROOM_UNREADABLE),
        ("10 1", Reason.ROOM_UNREADABLE),
        ("10101", Reason.ROOM_UNREADABLE),
        ("001", Reason.ROOM_UNREADABLE),
        ("100", Reason.ROOM_UNREADABLE),
        (1.04, Reason.ROOM_UNREADABLE),
        (-101, Reason.ROOM_UNREADABLE),
        ("顶楼", Reason.ROOM_UNREADABLE),
    ],
)
def test_a_room_is_never_guessed(written: Cell, problem: Reason) -> None:
    assert read_room(written) == Room(problem=problem)


@pytest.mark.parametrize(
    ("cells", "code", "floor"),
    [
        (RowCells(building=1, stairwell=1, room="12A01"), None, None),
        (RowCells(building=1, stairwell=1, room="102A"), "1-1-102A", 1),
        (RowCells(building=1, stairwell=1, room="负101"), "1-1-B101", -1),
        (RowCells(building=1, stairwell=2, room="2", floor="3层"), "1-2-302", 3),
        (RowCells(building="1栋2单元", room="301"), "1-2-301", 3),
        (RowCells(building=3, stairwell=2, room="3-301"), "3-2-301", 3),
        (RowCells(building=3, stairwell=2, room="2-301"), "3-2-301", 3),
        (RowCells(building=3, room="2-301"), "3-2-301", 3),
        (RowCells(address="汉口路12号1栋2单元301室"), "1-2-301", 3),
        (RowCells(building="翠苑3栋", stairwell=1, room="3-1-301"), "翠苑3-1-301", 3),
        (RowCells(building=1, stairwell=1, room=1501, floor="14/18"), "1-1-1501", 14),
    ],
)
def test_columns_and_room_together_make_the_place(
    cells: RowCells, code: str | None, floor: int | None
) -> None:
    place = read_place(cells, None)
    told = (place.building, place.stairwell, place.number)
    assert ("-".join(map(str, told)) if all(told) else None) == code
    assert place.floor == floor


@pytest.mark.parametrize(
    "cells",
    [
        RowCells(building=2, stairwell=1, room="1-1-101"),
        RowCells(building=1, stairwell=2, room="1-1-101"),
        RowCells(building=13, stairwell=1, room="3-1-101"),
        RowCells(building=1, stairwell=2, room="3-101"),
    ],
)
def test_a_room_that_contradicts_its_columns_is_for_a_person(cells: RowCells) -> None:
    reasons = [reason for _, reason in read_place(cells, None).problems]
    assert reasons == [Reason.ROOM_CONTRADICTS_COLUMNS]


def test_floors_below_ground_are_negative_and_there_is_no_floor_0() -> None:
    assert [read_floor(cell).floor for cell in ("负1层", "B1", "-1", "地下二层")] == [
        -1,
        -1,
        -1,
        -2,
    ]
    assert not read_floor("0").readable
    assert read_floor("3/18") == (3, 18, True)


def test_every_spelling_of_a_shop_is_one_shop() -> None:
    assert {shop_door(c) for c in ("商铺3", "3号铺", "铺３", "S-03", 3, "门面3号")} == {"3"}
    assert shop_door("A-12") == "A-12"
    assert shop_door("x" * 50) is None


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("王明", ["王明"]),
        ("陈子国、徐涵燕", ["陈子国", "徐涵燕"]),
        ("周梅庆,张爱", ["周梅庆", "张爱"]),
        ("周梅庆，张爱", ["周梅庆", "张爱"]),
        ("李英华/李红军", ["李英华", "李红军"]),
        ("罗霞 郭德", ["罗霞", "郭德"]),
        ("李  丽", ["李丽"]),
        ("张三和李四", ["张三", "李四"]),
        ("王和平", ["王和平"]),
        ("王明;王明", ["王明"]),
        ("阿卜杜拉·买买提", ["阿卜杜拉·买买提"]),
        ("John Smith", ["John Smith"]),
        ("中国示例银行 武汉分行", ["中国示例银行武汉分行"]),
        ("不详", []),
        ("/", []),
        (None, []),
    ],
)
def test_owners_of_one_cell_are_told_apart(written: Cell, names: list[str]) -> None:
    assert [owner.name for owner in read_owners(written)[0]] == names


def test_the_developer_is_recognised_and_a_likely_one_is_marked() -> None:
    told = [
        read_owners(c) for c in ("示例置业有限公司(开发商)", "开发商", "未售", "示例房地产公司")
    ]
    assert [owners[0].kind for owners, _ in told] == [OwnerKind.DEVELOPER] * 4
    assert [owners[0].name for owners, _ in told] == [
        "示例置业有限公司",
        "开发商",
        "开发商",
        "示例房地产公司",
    ]
    assert [doubt for _, doubt in told] == [None, None, None, Reason.DEVELOPER_BY_NAME]
    assert read_owners("示例商贸有限公司")[0][0].kind is OwnerKind.COMPANY


@given(st.integers(13_000_000_000, 19_999_999_999))
def test_every_spelling_of_a_mobile_number_is_one_number(number: int) -> None:
    n = str(number)
    spellings: list[Cell] = [number, float(number), n, f"+86 {n}", f"86-{n}", n.translate(WIDE)]
    spellings += [f"{n[:3]} {n[3:7]} {n[7:]}", f"{n[:3]}-{n[3:7]}-{n[7:]}", f"{n}(王明)"]
    spellings += [f"手机:{n}", f"{n[0]}.{n[1:]}E+10", f"{n}/{n}"]
    assert {read_phones(cell) for cell in spellings} == {((n,), True)}


@pytest.mark.parametrize(
    ("written", "numbers", "readable"),
    [
        ("18290222791/027-88122791", ["18290222791", "02788122791"], True),
        ("13800138000 13900139000", ["13800138000", "13900139000"], True),
        ("13800138000、13900139000", ["13800138000", "13900139000"], True),
        ("(027)8812 2791转8012", ["02788122791"], True),
        ("88122791", ["88122791"], True),
        ("400-820-8820", ["4008208820"], True),
        ("123", [], False),
        ("1.38E+10", [], False),
        ("1380013800", [], False),
        ("13800138000/123", ["13800138000"], False),
        ("无", [], True),
        (None, [], True),
    ],
)
def test_phone_numbers_are_never_guessed(
    written: Cell, numbers: list[str], *, readable: bool
) -> None:
    assert read_phones(written) == (tuple(numbers), readable)


def test_occupancy_words_are_understood_and_others_are_told() -> None:
    told = [read_occupancy(cell) for cell in ("自住", "出租", "空置", "已售", None, "奇怪")]
    assert told == [
        (Occupancy.OCCUPIED, True),
        (Occupancy.RENTED, True),
        (Occupancy.EMPTY, True),
        (None, True),
        (None, True),
        (None, False),
    ]


def test_residents_are_a_name_and_whether_a_tenant() -> None:
    told = [(r.name, r.tenant) for r in read_residents("陈晓军(租户)")[0]]
    assert told == [("陈晓军", True)]
    assert [r.name for r in read_residents("周梅庆,张爱")[0]] == ["周梅庆", "张爱"]
    assert [read_people(cell) for cell in (3, "3人", "三口", "３", "很多", 99)] == [
        (3, True),
        (3, True),
        (3, True),
        (3, True),
        (None, False),
        (None, False),
    ]


@pytest.mark.parametrize(
    ("written", "kinds", "kept", "complete"),
    [
        ("腿脚不便 坐轮椅", [HelpKind.STAIR_SUPPORT], "", True),
        ("独居老人", [HelpKind.STAIR_SUPPORT, HelpKind.HOME_VISIT], "", True),
        ("党员 腿脚不便", [HelpKind.STAIR_SUPPORT], "党员", True),
        ("孕妇 3月", [HelpKind.STAIR_SUPPORT, HelpKind.SHOPPING], "", False),
        ("租户", [], "租户", True),
        ("门禁卡未领", [], "门禁卡未领", True),
    ],
)
def test_a_remark_is_taken_apart(
    written: str, kinds: list[HelpKind], kept: str, *, complete: bool
) -> None:
    remark = read_remark(written)
    assert (list(remark.help_kinds), remark.kept, remark.complete) == (kinds, kept, complete)


@given(st.integers(0, 99))
def test_numerals_up_to_99_are_digits(number: int) -> None:
    tens, ones = divmod(number, 10)
    signs = "〇一二三四五六七八九"
    text = signs[ones] if not tens else (signs[tens] if tens > 1 else "") + "十"
    text += signs[ones] if tens and ones else ""
    assert arabic(text) == str(number)
