"""A table made elsewhere, read as household codes and fen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_CODE_WORDS = ("房号", "户号", "住户", "房屋", "code", "home", "household")
_AMOUNT_WORDS = ("金额", "分摊", "应付", "应缴", "元", "amount", "yuan", "share")
_AMOUNT = re.compile(r"-?\d{1,11}(\.\d{1,4})?")
_LOOKED_AT = 20
"""So many rows are searched for headings."""

Rows = Sequence[Sequence[object]]
"""Cells as a workbook or a text file gives them: read by their words, never reckoned with."""


@dataclass(frozen=True, slots=True)
class TableRead:
    """What was read: ``(code, fen)``, and rows that could not be (number from 1, code, cell)."""

    rows: tuple[tuple[str, int], ...]
    problems: tuple[tuple[int, str, str], ...]


def read_table(cells: Rows) -> TableRead:
    """Find the two columns by their headings, else take the first two; amounts are in yuan.

    An amount with more than two decimals is a problem, never rounded: a table that is agreed
    (Civil Code, art. 283) is taken as it stands.
    """
    head, code_at, amount_at = _columns(cells)
    rows: list[tuple[str, int]] = []
    problems: list[tuple[int, str, str]] = []
    for number, row in enumerate(cells, 1):
        code, amount = _cell(row, code_at), _cell(row, amount_at)
        if number <= head or not (code or amount):
            continue
        fen = _fen(amount)
        if code and fen is not None:
            rows.append((code, fen))
        else:
            problems.append((number, code, amount))
    return TableRead(tuple(rows), tuple(problems))


def _columns(cells: Rows) -> tuple[int, int, int]:
    """The row of the headings (0 where there is none) and both columns."""
    for number, row in enumerate(cells[:_LOOKED_AT], 1):
        code = next(_named(row, _CODE_WORDS), None)
        amount = next((at for at in _named(row, _AMOUNT_WORDS) if at != code), None)
        if code is not None and amount is not None:
            return number, code, amount
    return 0, 0, 1


def _named(row: Sequence[object], words: tuple[str, ...]) -> Iterator[int]:
    for at, cell in enumerate(row):
        if isinstance(cell, str) and any(word in cell.lower() for word in words):
            yield at


def _cell(row: Sequence[object], at: int) -> str:
    value = row[at] if at < len(row) else None
    return "" if value is None else str(value).strip()


def _fen(text: str) -> int | None:
    plain = re.sub(r"[,，\s¥￥元]", "", text)
    if not _AMOUNT.fullmatch(plain):
        return None
    whole, _, part = plain.lstrip("-").partition(".")
    if part[2:].strip("0"):
        return None
    fen = int(whole) * 100 + int(part[:2].ljust(2, "0"))
    return -fen if plain.startswith("-") else fen
