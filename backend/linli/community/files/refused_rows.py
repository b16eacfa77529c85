"""Writes the rows that wait for a person as an xlsx file, to be put right and read again."""

import io
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from linli.community.rules.roster import Issue, ReviewRow

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_SHEET_NAME = 31
_NO_FORMULAS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_refused_rows(
    rows: Sequence[ReviewRow],
    explain: Callable[[Issue], str],
    headings: tuple[str, str] = ("原行号", "原因"),
) -> bytes:
    """An xlsx file with one sheet for each sheet that has refused rows.

    The columns are those that were read, under their own headings, so that the corrected file
    can be imported as it is; row number and reasons follow. All cells are text: nothing that
    stood in the roster can become a formula or a link.

    Args:
        rows: The rows, in the order of the file.
        explain: An issue in the reader's language.
        headings: Of the two columns added.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - few ask for it, and it fills memory

    file = io.BytesIO()
    with Workbook(file, _NO_FORMULAS) as workbook:
        as_text = workbook.add_format({"num_format": "@", "quote_prefix": True})
        bold = workbook.add_format({"bold": True, "num_format": "@"})
        for name, of_sheet in groupby(rows, key=lambda row: row.sheet):
            sheet = workbook.add_worksheet(_sheet_name(name))
            _write_sheet(sheet, list(of_sheet), explain, headings, (bold, as_text))
        if not rows:
            workbook.add_worksheet()
    return file.getvalue()


def _write_sheet(
    sheet: "Worksheet",
    rows: list[ReviewRow],
    explain: Callable[[Issue], str],
    headings: tuple[str, str],
    formats: "tuple[Format, Format]",
) -> None:
    bold, as_text = formats
    header = [heading or field.value for field, heading, _ in rows[0].cells]
    for column, text in enumerate([*header, *headings]):
        sheet.write_string(0, column, text, bold)
    for at, row in enumerate(rows, start=1):
        reasons = "; ".join(explain(issue) for issue in row.issues)
        texts = [text for _, _, text in row.cells]
        for column, text in enumerate([*texts, str(row.row), reasons]):
            sheet.write_string(at, column, text, as_text)


def _sheet_name(name: str) -> str:
    allowed = "".join(" " if sign in "[]:*?/\\" else sign for sign in name)
    return allowed[:_LONGEST_SHEET_NAME].strip("'") or "roster"
