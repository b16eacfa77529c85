"""The cells of a workbook as compact bytes, to be sealed and kept until the import is over."""

import zlib
from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson

from linli.community.rules.roster import Sheet, Span

_FAST = 1
_DAY = "day"


def pack_sheets(sheets: Sequence[Sheet]) -> bytes:
    """All sheets with every cell's type kept; days are tagged."""
    told = [
        {
            "name": sheet.name,
            "hidden": sheet.hidden,
            "merged": [_span_as_list(span) for span in sheet.merged],
            "rows": sheet.rows,
        }
        for sheet in sheets
    ]
    packed = orjson.dumps(told, default=_tagged, option=orjson.OPT_PASSTHROUGH_DATETIME)
    return zlib.compress(packed, _FAST)


def unpack_sheets(packed: bytes) -> tuple[Sheet, ...]:
    """What ``pack_sheets`` packed."""
    return tuple(_sheet(told) for told in orjson.loads(zlib.decompress(packed)))


def _tagged(value: object) -> object:
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    raise TypeError(type(value).__name__)


def _span_as_list(span: Span) -> list[int]:
    return [span.first_row, span.last_row, span.first_column, span.last_column]


def _sheet(told: dict[str, Any]) -> Sheet:
    rows: list[list[Any]] = told["rows"]
    for row in rows:
        for column, cell in enumerate(row):
            if isinstance(cell, dict):
                row[column] = date.fromisoformat(cell[_DAY])
    merged = tuple(Span(*span) for span in told["merged"])
    return Sheet(told["name"], rows, merged, hidden=told["hidden"])
