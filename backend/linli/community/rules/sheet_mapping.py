"""How a roster's sheets are read, as a person sees and corrects it.

The mapping is plain data, kept between requests; layouts are always made from it, so what is shown
is what is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from linli.community.rules.roster import (
    Field,
    Layout,
    Sheet,
    SkippedSheet,
    guess_layouts,
    layout_at,
    with_columns,
)
from linli.community.rules.roster.plain_text import plain

_LONGEST_HEADER = 60
_LONGEST_SAMPLE = 40
_ROWS_SAMPLED = 50
_MOST_COLUMNS = 60

SheetMapping = dict[str, Any]
"""name, use, kind, reason, header_row, fill_down, columns: [{index, header, field}]."""
Samples = dict[str, list[str]]
"""By sheet, the first cell that says something in each column of its mapping."""


def guess_mapping(sheets: Sequence[Sheet]) -> list[SheetMapping]:
    """What the program makes of a workbook before a person has looked at it."""
    found = zip(sheets, guess_layouts(sheets), strict=True)
    return [
        _unused(sheet, layout) if isinstance(layout, SkippedSheet) else _used(sheet, layout)
        for sheet, layout in found
    ]


def correct_sheet(
    sheet: Sheet, before: SheetMapping, correction: Mapping[str, Any]
) -> SheetMapping:
    """The mapping of a sheet after a person's correction.

    Args:
        sheet: the sheet.
        before: how it was read.
        correction: ``use``, ``header_row`` (from 1), ``columns`` (column by field) and
            ``fill_down``; what is missing or ``None`` stays, except that other headings are
            guessed anew when the header row moves.
    """
    header_row = correction.get("header_row") or before["header_row"]
    if header_row is None or not correction.get("use", before["use"]):
        return {**before, "use": False}
    columns = correction.get("columns")
    if columns is None and header_row == before["header_row"]:
        columns = _columns_by_field(before)
    layout = layout_at(sheet, header_row)
    if columns is not None:
        layout = with_columns(sheet, layout, {Field(name): at for name, at in columns.items()})
    fill_down = correction.get("fill_down")
    kept = before["fill_down"] if fill_down is None else fill_down
    return _used(sheet, replace(layout, fill_down=frozenset(Field(name) for name in kept)))


def layouts_of(sheets: Sequence[Sheet], mapping: Sequence[SheetMapping]) -> list[Layout]:
    """The layouts of the sheets that are used."""
    by_name = {sheet.name: sheet for sheet in sheets}
    return [
        _layout(by_name[told["name"]], told)
        for told in mapping
        if told["use"] and told["name"] in by_name
    ]


def samples_of(sheets: Sequence[Sheet], mapping: Sequence[SheetMapping]) -> Samples:
    """A cell of each column, so that a person sees what stands there."""
    by_name = {sheet.name: sheet for sheet in sheets}
    return {
        told["name"]: [
            _sample(by_name[told["name"]], told["header_row"], column["index"])
            for column in told["columns"]
        ]
        for told in mapping
        if told["header_row"] is not None
    }


def _layout(sheet: Sheet, told: SheetMapping) -> Layout:
    layout = layout_at(sheet, told["header_row"])
    columns = {Field(name): at for name, at in _columns_by_field(told).items()}
    fill_down = frozenset(Field(name) for name in told["fill_down"])
    return replace(with_columns(sheet, layout, columns), fill_down=fill_down)


def _columns_by_field(told: SheetMapping) -> dict[str, int]:
    return {each["field"]: each["index"] for each in told["columns"] if each["field"]}


def _unused(sheet: Sheet, skipped: SkippedSheet) -> SheetMapping:
    return {
        "name": sheet.name,
        "use": False,
        "kind": "none",
        "reason": skipped.reason.value,
        "header_row": None,
        "fill_down": [],
        "columns": [],
    }


def _used(sheet: Sheet, layout: Layout) -> SheetMapping:
    fields = {column: field.value for field, column in layout.columns.items()}
    headings = sheet.rows[layout.header_row - 1][:_MOST_COLUMNS]
    shown = {at for at, cell in enumerate(headings) if cell is not None} | fields.keys()
    return {
        "name": sheet.name,
        "use": True,
        "kind": "shops" if Field.SHOP in layout.columns else "homes",
        "reason": None,
        "header_row": layout.header_row,
        "fill_down": sorted(layout.fill_down),
        "columns": [
            {
                "index": at,
                "header": plain(sheet.cell(layout.header_row, at))[:_LONGEST_HEADER],
                "field": fields.get(at),
            }
            for at in sorted(shown)
        ],
    }


def _sample(sheet: Sheet, header_row: int, column: int) -> str:
    below = range(header_row + 1, header_row + 1 + _ROWS_SAMPLED)
    texts = (plain(sheet.cell(row, column)) for row in below)
    return next((text for text in texts if text), "")[:_LONGEST_SAMPLE]
