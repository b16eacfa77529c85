"""What people type, brought to one spelling: half-width, one kind of dash, digits for numerals."""

import re
import unicodedata
from datetime import date

from linli.community.rules.roster.sheet import Cell

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣", "-"))
_UNSEEN = re.compile(r"[\u200b-\u200f\u2060\ufeff]")
_NUMERALS = {"零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
_NUMERALS |= {"两": 2, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def plain(cell: Cell) -> str:
    """A cell's text without width variants, odd dashes, unseen marks or outer spaces."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip() if cell.isascii() else _narrow(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def as_written(cell: Cell) -> str:
    """A cell's text for showing it: as somebody typed it."""
    return cell if isinstance(cell, str) else plain(cell)


def compact(cell: Cell) -> str:
    """Like `plain`, without any space inside."""
    return "".join(plain(cell).split())


def arabic(text: str) -> str:
    """A whole number in Chinese numerals up to 99 as digits; anything else unchanged."""
    if not text or any(sign not in _NUMERALS for sign in text):
        return text
    if "十" not in text:
        return "".join(str(_NUMERALS[sign]) for sign in text)
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return text
    return str(_NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0))


def _narrow(text: str) -> str:
    narrow = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return _UNSEEN.sub("", narrow).strip()
