"""Reads phone numbers: several in a cell, as floats, with spaces, dashes, +86 or extensions."""

import re
from decimal import Decimal, InvalidOperation

from linli.community.rules.roster.locations import is_blank
from linli.community.rules.roster.plain_text import compact, plain
from linli.community.rules.roster.sheet import Cell

_MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9]\d{9})")
_LANDLINE = re.compile(
    r"(?:\+?86)?(0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7})|([2-9]\d{6,7})|((?:400|800)\d{7})"
)
_BETWEEN = re.compile(r"[/、,;|\n]|或")
_BRACKETS = re.compile(r"\((\D*)\)|[\u4e00-\u9fff]+:?")
_EXTENSION = re.compile(r"(?:转|ext\.?|#)\d{1,5}$", re.IGNORECASE)
_MANTISSA = re.compile(r"[\d.]+E\+?\d+", re.IGNORECASE)
_FIRST_MOBILE, _LAST_MOBILE = 13_000_000_000, 19_999_999_999


def read_phones(cell: Cell) -> tuple[tuple[str, ...], bool]:
    """Numbers as digits only, in the order written, each once; and whether all was readable.

    Mobile numbers have eleven digits, landlines keep their area code; an extension is left out.
    """
    if isinstance(cell, int) and _FIRST_MOBILE <= cell <= _LAST_MOBILE:
        return (str(cell),), True
    text = plain(cell)
    if is_blank(text):
        return (), True
    found: dict[str, None] = {}
    readable = True
    for part in _BETWEEN.split(text):
        numbers = _numbers(part)
        found.update(dict.fromkeys(numbers))
        readable = readable and (bool(numbers) or not compact(part))
    return tuple(found), readable


def _numbers(part: str) -> list[str]:
    bare = _BRACKETS.sub("", _EXTENSION.sub("", compact(part)))
    whole = _number(bare)
    if whole is not None:
        return [whole]
    words = [_number(word) for word in _BRACKETS.sub("", part).split()]
    return [] if None in words else [word for word in words if word is not None]


def _number(text: str) -> str | None:
    digits = _without_exponent(text).replace("-", "").replace("(", "").replace(")", "")
    if mobile := _MOBILE.fullmatch(digits):
        return mobile[1]
    landline = _LANDLINE.fullmatch(digits)
    return landline[1] or landline[2] or landline[3] if landline else None


def _without_exponent(text: str) -> str:
    """The digits behind 1.3777741215E+10, as Excel shows a long number; 1.38E+10 has lost them."""
    if not _MANTISSA.fullmatch(text):
        return text
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    exponent = number.as_tuple().exponent
    complete = isinstance(exponent, int) and exponent == 0
    return str(int(number)) if complete else text
