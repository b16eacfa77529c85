"""The register as a workbook, marked on every page with who took it out and when."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Text = Callable[[str], str]
"""The words of the reader's language, by key of the catalogue."""


@dataclass(frozen=True)
class RegisterFile:
    """What goes into the file.

    Attributes:
        by: who took it out.
        at: when, in the community's time zone.
        purpose: why.
        needs: needs with their content.
    """

    by: str
    at: datetime
    purpose: str
    needs: list[dict[str, Any]]


COLUMNS = (
    "code",
    "kind",
    "urgency",
    "person_name",
    "instruction",
    "contact_name",
    "contact_phone",
    "when",
    "starts_on",
    "review_on",
    "ends_on",
    "basis",
)
_WIDTHS = {"instruction": 50, "person_name": 14, "contact_phone": 16, "when": 20}
_FIRST_ROW = 3


def register_xlsx(file: RegisterFile, text: Text) -> bytes:
    """The bytes of the workbook.

    Every cell is written as text, so nothing that was typed becomes a formula.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - few ask for it, and it fills memory

    packed = io.BytesIO()
    book = Workbook(packed, {"in_memory": True, "strings_to_formulas": False})
    mark = f"{file.by} · {file.at:%Y-%m-%d %H:%M} · {file.purpose}"
    book.set_properties({"title": text("register.title"), "author": file.by, "comments": mark})
    sheet = book.add_worksheet(text("register.title"))
    _watermark(sheet, text("register.secret"), mark)
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(COLUMNS):
        sheet.write_string(_FIRST_ROW - 1, column, text(f"register.{name}"), bold)
        sheet.set_column(column, column, _WIDTHS.get(name, 12))
    for row, need in enumerate(file.needs, _FIRST_ROW):
        for column, name in enumerate(COLUMNS):
            sheet.write_string(row, column, cell(name, need, text), wrapped)
    book.close()
    return packed.getvalue()


def _watermark(sheet: "Worksheet", secret: str, mark: str) -> None:
    """Who and when, in the first lines, and in head and foot of every printed page."""
    sheet.write_string(0, 0, secret)
    sheet.write_string(1, 0, mark)
    quoted = mark.replace("&", "&&")[:180]
    sheet.set_header(f'&C&"Arial,Bold"&14{quoted}')
    sheet.set_footer(f"&L{quoted}&R&P / &N")
    sheet.set_landscape()
    sheet.repeat_rows(0, _FIRST_ROW - 1)
    sheet.freeze_panes(_FIRST_ROW, 1)


def cell(name: str, need: dict[str, object], text: Text) -> str:
    """One cell in words."""
    value = need.get(name)
    if name == "kind":
        return text(f"care_task.{value}")
    if name in {"urgency", "basis"}:
        return text(f"register.{name}.{value}")
    if name == "when":
        return _when(need, text)
    return "" if value is None else str(value)


def _when(need: dict[str, object], text: Text) -> str:
    weekdays = need["weekdays"]
    if not isinstance(weekdays, list):
        return text("register.once")
    days = "、".join(text(f"register.weekday.{day}") for day in weekdays)
    part = text(f"register.part.{need['part']}")
    return f"{days} {part}"
