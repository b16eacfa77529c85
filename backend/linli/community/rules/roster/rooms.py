"""Reads a room from what people write: 101, 102室, 1-04, 1-1-101, 1栋1单元101, 3层02."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from linli.community.rules.roster.locations import HIGHEST_FLOOR, canonical, is_blank
from linli.community.rules.roster.plain_text import compact, plain
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.sheet import Cell

_NAME = r"([A-Z]?\d{1,3}|[A-Z]|[一二三四五六七八九十]{1,3}|[甲乙丙丁])"
_PREFIX = r"([A-Z]?\d{1,2}|[A-Z]|[甲乙丙丁])"
_NUMBER = r"(负?\d{3,4}[A-Z]?)"
_TWO_NUMBERS = re.compile(r"\d\s+\d")
_SUFFIX = re.compile(r"(?:号房|房间|[室房号户])$")


class Room(NamedTuple):
    """What a room cell says.

    Attributes:
        building: Building, where written along.
        stairwell: Stairwell, where written along.
        prefix: The 3 of `3-301`, which may be a building's or a stairwell's number.
        floor: Floor as the room number tells it; None for a bare door number.
        door: Two-digit door with its letter if any: 01, 02A.
        problem: Why the cell cannot be read.
    """

    building: str | None = None
    stairwell: str | None = None
    prefix: str | None = None
    floor: int | None = None
    door: str | None = None
    problem: Reason | None = None


@lru_cache(maxsize=16384)
def read_room(cell: Cell) -> Room:
    """Read one room cell; a cell that Excel turned into a date is not guessed back."""
    if isinstance(cell, date):
        return Room(problem=Reason.ROOM_IS_A_DATE)
    if is_blank(compact(cell)):
        return Room(problem=Reason.ROOM_MISSING)
    if _TWO_NUMBERS.search(plain(cell)):
        return Room(problem=Reason.ROOM_UNREADABLE)
    text = _SUFFIX.sub("", compact(cell).upper())
    for pattern, read in _FORMS:
        if match := pattern.search(text):
            room = read(match)
            return room if _plausible(room) else Room(problem=Reason.ROOM_UNREADABLE)
    return Room(problem=Reason.ROOM_UNREADABLE)


def room_number(floor: int, door: str) -> str:
    """The room part of a household's code: floor 1 door 01 is 101, a basement's is B101."""
    return f"B{-floor}{door}" if floor < 0 else f"{floor}{door}"


def _of_number(number: str) -> Room:
    sign = -1 if number.startswith("负") else 1
    digits = number.lstrip("负")
    letter = "" if digits[-1].isdigit() else digits[-1]
    digits = digits.removesuffix(letter)
    return Room(floor=sign * int(digits[:-2]), door=digits[-2:] + letter)


def _full(match: re.Match[str]) -> Room:
    return _of_number(match[3])._replace(
        building=canonical(match[1]), stairwell=canonical(match[2])
    )


def _with_stairwell(match: re.Match[str]) -> Room:
    return _of_number(match[2])._replace(stairwell=canonical(match[1]))


def _with_building(match: re.Match[str]) -> Room:
    return _of_number(match[2])._replace(building=canonical(match[1]))


def _with_prefix(match: re.Match[str]) -> Room:
    return _of_number(match[2])._replace(prefix=canonical(match[1]))


def _floor_and_door(match: re.Match[str]) -> Room:
    return Room(floor=int(match[1]), door=match[2].zfill(2))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Room]], ...] = (
    (re.compile(rf"^{_NUMBER}$"), lambda match: _of_number(match[1])),
    (re.compile(r"^(\d{1,2})[-层楼](\d{1,2})$"), _floor_and_door),
    (re.compile(rf"^{_NAME}-{_NAME}-{_NUMBER}$"), _full),
    (re.compile(rf"^{_PREFIX}-{_NUMBER}$"), _with_prefix),
    (re.compile(r"^(\d{1,2})$"), lambda match: Room(door=match[1].zfill(2))),
    (
        re.compile(rf"(?<![\dA-Z]){_NAME}(?:号楼|[栋幢座#])-?{_NAME}(?:单元|门)-?{_NUMBER}$"),
        _full,
    ),
    (re.compile(rf"^{_NAME}(?:单元|门)-?{_NUMBER}$"), _with_stairwell),
    (re.compile(rf"(?<![\dA-Z]){_NAME}(?:号楼|[栋幢座#])-?{_NUMBER}$"), _with_building),
)


def _plausible(room: Room) -> bool:
    floor_fits = room.floor is None or (room.floor != 0 and abs(room.floor) <= HIGHEST_FLOOR)
    return floor_fits and room.door is not None and not room.door.startswith("00")
