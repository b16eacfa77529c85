"""Files: what is refused and why, and that no file can take the process with it."""

import io
import struct
import zipfile
import zlib
from datetime import date, datetime, time

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook

from factories.roster import HEADINGS, csv_file, planned, planned_file, saved, xlsx
from linli.community.files import (
    FileProblem,
    UnreadableFileError,
    limits,
    read_workbook,
    write_refused_rows,
)
from linli.community.files.unpacked import check_unpacked
from linli.community.rules.roster import Snapshot, guess_layouts, parse_roster, plan_import

MEGABYTE = bytes(1 << 20)
MORNING = datetime(2026, 1, 4, 5, 6)  # noqa: DTZ001 - Excel knows no time zones
SHEET = b'<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'


def refusal(content: bytes, filename: str = "x.xlsx") -> FileProblem:
    with pytest.raises(UnreadableFileError) as refused:
        read_workbook(content, filename)
    return refused.value.problem


def archive(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return file.getvalue()


def workbook_with_sheet(sheet: bytes) -> bytes:
    """A real workbook whose only sheet has been replaced."""
    with zipfile.ZipFile(io.BytesIO(xlsx({"s": [["房号"]]}))) as real:
        entries = {name: real.read(name) for name in real.namelist()}
    return archive(entries | {"xl/worksheets/sheet1.xml": sheet})


def test_cells_are_tidy() -> None:
    rows = [
        [" 1栋 ", 1, 1.0, 89.5, None, "", True, date(2026, 1, 4), time(3, 4)],
        [MORNING, 13777741215],
    ]
    (sheet,) = read_workbook(xlsx({"s": rows}), "x.xlsx")
    assert sheet.rows == [
        ["1栋", 1, 1, 89.5, None, None, "是", date(2026, 1, 4), "03:04:00"],
        ["2026-01-04 05:06:00", 13777741215, *[None] * 7],
    ]
    assert [type(cell) for cell in sheet.rows[0][1:4]] == [int, int, float]


def test_sheets_keep_their_order_names_and_whether_they_are_hidden() -> None:
    workbook = Workbook()
    workbook.active.title = "一"
    workbook.create_sheet("二").sheet_state = "hidden"
    told = read_workbook(saved(workbook), "x.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in told] == [("一", False), ("二", True)]


def test_a_csv_sheet_is_named_after_its_file() -> None:
    content = csv_file([["房号"], [101]], "utf-8")
    names = ["C:\\名册\\怡景.csv", "../../怡景.csv", "怡景", "x" * 300 + ".csv"]
    told = [read_workbook(content, name)[0].name for name in names]
    assert told == ["怡景", "怡景", "怡景", "x" * 60]


def test_quoted_line_breaks_and_delimiters_belong_to_their_cell() -> None:
    (sheet,) = read_workbook(csv_file([["房号", "备注"], ["101", "a,b\nc"]], "utf-8"), "x.csv")
    assert sheet.rows[1] == ["101", "a,b\nc"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileProblem.EMPTY),
        (b" \r\n", FileProblem.EMPTY),
        (b"a" * (limits.MOST_BYTES + 1), FileProblem.TOO_LARGE),
        (b"%PDF-1.7\n...", FileProblem.WRONG_TYPE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", FileProblem.WRONG_TYPE),
        (b"GIF89a\x00\x01", FileProblem.WRONG_TYPE),
        (b"<html><table><tr><td>1</td></tr></table></html>", FileProblem.WRONG_TYPE),
        (b'{"rooms": []}', FileProblem.WRONG_TYPE),
        (b"\xff\xfe1\x00,\x002\x00", FileProblem.UNKNOWN_ENCODING),
        (b"PK\x03\x04 and nothing else", FileProblem.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, FileProblem.OLD_EXCEL),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            FileProblem.ENCRYPTED,
        ),
        (archive({"word/document.xml": b"<w/>"}), FileProblem.WRONG_TYPE),
        (archive({"xl/workbook.xml": b"<workbook/>"}), FileProblem.BROKEN),
        (
            archive({f"{n}": b"" for n in range(limits.MOST_ENTRIES + 1)}),
            FileProblem.EXPANDS_TOO_FAR,
        ),
        (archive({"xl/workbook.xml": b"<w/>"}, zipfile.ZIP_BZIP2), FileProblem.BROKEN),
        (("1,2\n" * (limits.MOST_ROWS + 1)).encode(), FileProblem.TOO_MANY_ROWS),
        (b"," * (limits.MOST_COLUMNS + 1), FileProblem.TOO_MANY_CELLS),
        (b'"' + b"a" * 200_000 + b'"', FileProblem.BROKEN),
    ],
    ids=lambda value: value.value if isinstance(value, FileProblem) else "",
)
def test_a_file_is_refused_with_its_reason(content: bytes, problem: FileProblem) -> None:
    assert refusal(content) is problem


def test_a_truncated_or_damaged_workbook_is_broken() -> None:
    content = xlsx({"s": [["房号"]] * 500})
    assert refusal(content[: len(content) // 2]) is FileProblem.BROKEN
    garbled = workbook_with_sheet(b"<worksheet><sheetData><row><c t='s'><v>9999</v></c>")
    assert refusal(garbled) is FileProblem.BROKEN


@pytest.fixture(scope="module")
def bomb() -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
        packed.open("xl/workbook.xml", "w") as entry,
    ):
        for _ in range(limits.MOST_UNPACKED_BYTES // len(MEGABYTE) + 1):
            entry.write(MEGABYTE)
    return file.getvalue()


def test_a_file_that_unpacks_without_end_is_refused(bomb: bytes) -> None:
    assert len(bomb) < 5_000_000
    assert refusal(bomb) is FileProblem.EXPANDS_TOO_FAR


def test_a_declared_size_that_lies_is_not_believed(bomb: bytes) -> None:
    size = limits.MOST_UNPACKED_BYTES + len(MEGABYTE)
    lying = bomb.replace(struct.pack("<I", size), struct.pack("<I", 10))
    with zipfile.ZipFile(io.BytesIO(lying)) as packed:
        assert packed.infolist()[0].file_size == 10
    assert refusal(lying) is FileProblem.EXPANDS_TOO_FAR


def test_a_password_protected_archive_is_encrypted() -> None:
    content = bytearray(archive({"xl/workbook.xml": b"<w/>"}))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    assert refusal(bytes(content)) is FileProblem.ENCRYPTED


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (b'<c r="XFD1048576"><v>1</v></c>', FileProblem.TOO_MANY_ROWS),
        (b"<c\tr = 'XFD1'><v>1</v></c>", FileProblem.TOO_MANY_CELLS),
        (b'<c s="1" r="A1048576"><v>1</v></c>', FileProblem.TOO_MANY_ROWS),
        (b'<c r="ZZ150000"><v>1</v></c>', FileProblem.TOO_MANY_CELLS),
        (b'</row><row r="900000"><c><v>1</v></c>', FileProblem.TOO_MANY_ROWS),
        (b'<c r="AAAAAAA1"><v>1</v></c>', FileProblem.TOO_MANY_CELLS),
    ],
)
def test_a_stray_cell_far_away_cannot_ask_for_all_memory(cell: bytes, problem: FileProblem) -> None:
    assert refusal(workbook_with_sheet(SHEET.replace(b"</row>", cell + b"</row>"))) is problem


def test_a_stray_cell_is_found_wherever_the_reading_is_cut() -> None:
    stray = b'<c r="XFD1048576"><v>1</v></c>'
    for shift in range(len(stray)):
        sheet = b"<worksheet>" + b" " * ((1 << 20) - 11 - shift) + stray
        with pytest.raises(UnreadableFileError):
            check_unpacked(archive({"xl/worksheets/sheet1.xml": sheet}))
        with pytest.raises(UnreadableFileError):
            check_unpacked(archive({"xl/s.xml": sheet}, zipfile.ZIP_STORED))


def test_wide_and_long_tables_within_the_limits_are_read() -> None:
    wide = [[f"c{n}" for n in range(60)], list(range(60))]
    (sheet,) = read_workbook(xlsx({"s": wide}), "x.xlsx")
    assert len(sheet.rows[1]) == 60


def test_one_long_text_shared_by_many_cells_is_refused() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as workbook:
        sheet = workbook.add_worksheet()
        for row in range(1000):
            sheet.write_string(row, 0, "x" * 32_000)
    assert len(file.getvalue()) < 20_000
    assert refusal(file.getvalue()) is FileProblem.EXPANDS_TOO_FAR


def test_merged_ranges_that_overlap_are_broken() -> None:
    merges = b'<mergeCells><mergeCell ref="A1:A9"/><mergeCell ref="A1:A9"/></mergeCells>'
    sheet = SHEET.replace(b"</worksheet>", merges + b"</worksheet>")
    assert refusal(workbook_with_sheet(sheet)) is FileProblem.BROKEN


def test_a_refusal_tells_nothing_of_the_file() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_workbook("<王小明>".encode(), "王小明.csv")
    assert "王小明" not in str(refused.value) + repr(refused.value)


def test_progress_is_told_while_reading_parsing_and_planning() -> None:
    told: list[tuple[str, int, int]] = []
    rows = [HEADINGS, *([n, 1, 1, f"{n // 10 + 1}{n % 10 + 1:02d}", 90] for n in range(5_500))]
    content = csv_file(rows, "utf-8")
    sheets = read_workbook(content, "x.csv", lambda *step: told.append(step))
    assert told == [("reading", 5_000, 0)]
    told.clear()
    parsed = parse_roster(sheets, guess_layouts(sheets), progress=lambda *step: told.append(step))
    assert told == [("parsing", done, 5_501) for done in (2_000, 4_000, 5_501)]
    told.clear()
    plan_import(parsed, Snapshot(), lambda *step: told.append(step))
    assert told == [("planning", done, 4) for done in range(5)]


EVIL = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "\t=1",
    "http://x.example",
    "00123",
]


def test_refused_rows_can_hold_no_formula_and_no_link() -> None:
    rows = [HEADINGS, *([1, 1, 1, "?", 90, evil, None, None, None, None, evil] for evil in EVIL)]
    content = write_refused_rows(planned_file(csv_file(rows, "utf-8")).review, lambda _: "=1+1")
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)
    assert all(cell.quotePrefix for row in sheet.iter_rows(min_row=2) for cell in row)
    assert [row[10].value for row in sheet.iter_rows(min_row=2)] == [e.strip() for e in EVIL]


def test_refused_rows_once_put_right_are_imported_as_they_are() -> None:
    rows = [["名册"], HEADINGS, [1, 1, 1, "?", 90, "王明", "13800138000", None, 2, "自住", "党员"]]
    plan = planned_file(xlsx({"一": rows, "二": rows}))
    content = write_refused_rows(plan.review, lambda issue: issue.reason.value)
    workbook = load_workbook(io.BytesIO(content))
    assert workbook.sheetnames == ["一", "二"]
    assert [cell.value for cell in workbook["一"][1]] == [*HEADINGS, "原行号", "原因"]
    assert [cell.value for cell in workbook["一"][2]][-2:] == ["3", "room_unreadable"]
    workbook["一"]["D2"], workbook["二"]["D2"] = "101", "102室"
    again = planned(*read_workbook(saved(workbook), "x.xlsx"))
    assert [new.after.code for new in again.create] == ["1-1-101", "1-1-102"]
    assert again.create[0].after.people == 2


def test_no_refused_rows_make_an_empty_file() -> None:
    (sheet,) = read_workbook(write_refused_rows((), lambda issue: issue.reason.value), "x.xlsx")
    assert sheet.rows == []


def test_deflated_data_is_counted_to_its_very_end() -> None:
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = deflater.compress(b"a" * 5_000_000) + deflater.flush()
    assert len(data) < 6_000
    assert check_unpacked(archive({"a": b"a" * 5_000_000})) == {"a"}
