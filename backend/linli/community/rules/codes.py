"""Codes in the order people expect: 2 before 10, 1-1-901 before 1-1-1001."""

import re

_DIGITS = re.compile(r"\d+")
_LENGTHS = "0123456789abcdefghijklmnopqrstuvwxyz"


def sort_key(code: str) -> str:
    """A key whose byte order is the natural order of codes.

    Each run of digits is led by its length, so that longer numbers come later. Different codes
    have different keys.

    >>> sort_key("2-1-901") < sort_key("2-1-1001") < sort_key("10-1-101")
    True
    """
    return _DIGITS.sub(_led_by_length, code)


def _led_by_length(match: re.Match[str]) -> str:
    length = min(len(match[0]), len(_LENGTHS) - 1)
    return _LENGTHS[length] + match[0]
