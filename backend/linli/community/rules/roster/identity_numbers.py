"""Identity numbers are recognised so that they can be left behind at the door.

A roster never needs them (PIPL article 6: no more than the purpose takes), so they are removed
while the file is read: columns by their heading, stray numbers by their shape (GB 11643).
"""

import re

from linli.community.rules.roster.plain_text import compact, plain
from linli.community.rules.roster.sheet import Cell

REMOVED = "•••"
_HEADING = re.compile(
    r"\w{0,8}?(?:身份证件?|证件|公民身份|护照)(?:号码?|编号|信息)?|id(?:card|entity)?(?:no|number)?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(.*?\)|[*:.]")
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
# No other number of a roster has fifteen digits in a row; bank accounts are none of its business.
_LONG_RUN = r"\d{15,}[Xx]?"
_BROKEN_UP = (
    rf"(?<!\d)[1-9]\d{{5}}[\s-]*(?:1[89]|20)\d\d[\s-]*{_MONTH_DAY}[\s-]*\d{{3}}[\s-]?[\dXx]"
)
_NUMBER = re.compile(f"{_LONG_RUN}|{_BROKEN_UP}")
_SHORTEST = 15
_HEADINGS_WITHIN = 50
_BEYOND_REAL_NUMBERS = 10**14


def is_identity_heading(cell: Cell) -> bool:
    """Whether a column so headed holds identity or passport numbers."""
    return isinstance(cell, str) and bool(_HEADING.fullmatch(_BRACKETED.sub("", compact(cell))))


def remove_identity_numbers(rows: list[list[Cell]]) -> None:
    """Take identity numbers out of a sheet's cells, in place.

    Cells under an identity heading become None; a number of that shape anywhere else, also one
    broken by spaces or dashes or typed in full width, becomes `REMOVED`.
    """
    _empty_identity_columns(rows)
    for row in rows:
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                if len(cell) >= _SHORTEST:
                    row[column] = _without_numbers(cell)
            elif isinstance(cell, int | float) and abs(cell) >= _BEYOND_REAL_NUMBERS:
                row[column] = REMOVED


def _empty_identity_columns(rows: list[list[Cell]]) -> None:
    headed = {
        column: at
        for at, row in reversed(list(enumerate(rows[:_HEADINGS_WITHIN])))
        for column, cell in enumerate(row)
        if is_identity_heading(cell)
    }
    for column, at in headed.items():
        for row in rows[at + 1 :]:
            if column < len(row) and not is_identity_heading(row[column]):
                row[column] = None


def _without_numbers(text: str) -> str:
    narrow = plain(text)
    removed = _NUMBER.sub(REMOVED, narrow)
    return text if removed == narrow else removed
