"""Recognising the passwords that are tried first.

Lists of leaked passwords are mostly made by a few recipes. Recognising the recipes catches more
than any list that fits a package, and the well-known rest stands in ``common_words``.
"""

import re
import unicodedata
from datetime import date

from linli.identity.rules.common_words import KNOWN, LUCKY, WORDS

_LEET = str.maketrans("013457@$!|", "oleastasil")
_AROUND = "0123456789!@#$%^&*()_+-=.,?~ "
_ROWS = (
    "01234567890",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "!@#$%^&*()",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "147258369",
    "1a2b3c4d5e6f7g8h9i",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "a1b2c3d4e5f6g7h8i9",
    "a1s2d3f4g5h6j7k8l9",
)
_WALKS = tuple(row for line in _ROWS for row in (line, line[::-1]))
_FEW_CHARACTERS = 3
_SHORT_BLOCK = 6
_SHORT_NUMBER = 4
_INITIALS = 4
_PIECES = 3
_RUN = 3
_SPARE = 1
_MOST_WORDS = 3
_MOBILE = re.compile(r"1[3-9]\d{9}")
_YEARS = (1900, 2049)


def is_common(password: str) -> bool:
    """Whether a password follows a recipe that everybody knows."""
    plain = unicodedata.normalize("NFKC", password).casefold()
    return plain in KNOWN or _is_monotonous(plain) or _is_walk(plain) or _is_word_and_number(plain)


def _is_monotonous(text: str) -> bool:
    """``11111111``, ``abababab``, ``520520520``, ``11223344``."""
    if len(set(text)) <= _FEW_CHARACTERS or (text[::2] == text[1::2] and _is_walk(text[::2])):
        return True
    return any(_repeats(text, size) for size in range(1, _SHORT_BLOCK + 1))


def _repeats(text: str, size: int) -> bool:
    block = text[:size]
    return len(text) >= 2 * size and (block * (len(text) // size + 1))[: len(text)] == text


def _is_walk(text: str) -> bool:
    """``qwertyuiop``, ``1qaz2wsx``, ``abcd1234``: runs along keys, counting or the alphabet."""
    place = covered = 0
    while place < len(text):
        run = _longest_run(text, place)
        covered += run
        place += max(run, 1)
    return covered >= len(text) - _SPARE


def _longest_run(text: str, place: int) -> int:
    """How many characters from ``place`` lie on one walk or repeat one key; 0 below three."""
    end = place + _RUN
    if end > len(text):
        return 0
    found = 0
    while end <= len(text) and _is_run(text[place:end]):
        found, end = end - place, end + 1
    return found


def _is_run(part: str) -> bool:
    return len(set(part)) == 1 or any(part in walk for walk in _WALKS)


def _is_word_and_number(text: str) -> bool:
    """``zhangwei1988``, ``p@ssw0rd!``, ``wxy19880808``, ``1965-12-03``, ``woaini1314``."""
    pieces = re.findall(r"[^\W\d_]+|\d+|[\W_]+", text)
    words = [piece for piece in pieces if piece[0].isalpha()]
    number = "".join(piece for piece in pieces if piece.isdecimal())
    if _is_made_of("".join(words), WORDS) and (not number or _is_plain_number(number)):
        return True
    if number and _is_plain_number(number) and _has_initials_only(words, pieces):
        return True
    return _is_leet(text)


def _has_initials_only(words: list[str], pieces: list[str]) -> bool:
    """``wxy`` beside a number, or a number alone however it is written."""
    return not words or (len(words) == 1 and len(words[0]) <= _INITIALS and len(pieces) <= _PIECES)


def _is_leet(text: str) -> bool:
    """``p@ssw0rd123``: digits and signs inside a word stand for letters, a few follow it."""
    core = text.strip(_AROUND)
    few = len(text) - len(core) <= _SHORT_NUMBER + _SPARE
    return few and _is_made_of(core.translate(_LEET), WORDS)


def _is_made_of(text: str, vocabulary: frozenset[str]) -> bool:
    """Whether a text is up to three known words in a row."""
    reached = {0}
    for _ in range(_MOST_WORDS):
        reached |= {
            end
            for start in reached
            for end in range(start + 1, len(text) + 1)
            if text[start:end] in vocabulary
        }
    return bool(text) and len(text) in reached


def _is_plain_number(digits: str) -> bool:
    if len(digits) <= _SHORT_NUMBER or _is_made_of(digits, LUCKY) or _MOBILE.fullmatch(digits):
        return True
    return _is_monotonous(digits) or _is_walk(digits) or _is_date(digits)


def _is_date(digits: str) -> bool:
    """Written as 19651203, 03121965, 12031965 or 651203."""
    forms = {8: ("0:4,4:6,6:8", "4:8,2:4,0:2", "4:8,0:2,2:4"), 6: ("0:2,2:4,4:6",)}
    return any(_reads_as_date(digits, form) for form in forms.get(len(digits), ()))


def _reads_as_date(digits: str, form: str) -> bool:
    year, month, day = (
        int(digits[int(start) : int(end)])
        for start, end in (part.split(":") for part in form.split(","))
    )
    year += 1900 if year < 100 else 0  # noqa: PLR2004 - a year written with two digits
    try:
        date(year, month, day)
    except ValueError:
        return False
    return _YEARS[0] <= year <= _YEARS[1]
