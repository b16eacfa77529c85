"""Reads building, stairwell and floor from what people write: 1#, １栋, 一单元, 第3层."""

import re
from functools import lru_cache
from typing import NamedTuple

from linli.community.rules.roster.plain_text import arabic, compact
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.sheet import Cell

_LONGEST_NAME = 20
_BUILDING_WORD = r"(?:号楼|[栋幢座]|#楼?|号|楼)"
_BUILDING = re.compile(rf"第?([^\W_]+?){_BUILDING_WORD}?")
_BUILDING_AND_STAIRWELL = re.compile(rf"第?([^\W_]+?){_BUILDING_WORD}-?([^\W_]{{1,6}}?)(?:单元|门)")
_NAMED_BUILDING = re.compile(r"第?([^\W_]+?)(?:号楼|[栋幢座]|#楼?)")
_STAIRWELL = re.compile(r"单元([^\W_]{1,6})|第?([^\W_]{1,6}?)(?:单元|门洞?|梯)?")
_FLOOR = re.compile(
    r"第?(负|地下|-|B)?(\d{1,3}|[零一二三四五六七八九十]{1,3})(?:层|楼|F)?(?:/(\d{1,3})层?)?",
    re.IGNORECASE,
)
_BLANKS = frozenset({"", "-", "/", "无", "--", "/-"})
HIGHEST_FLOOR = 150


class BuildingText(NamedTuple):
    """What a building cell says; the stairwell only where it is written along."""

    building: str | None = None
    stairwell: str | None = None
    problem: Reason | None = None


class FloorText(NamedTuple):
    """What a floor cell says; 3/18 also tells the storeys of the building."""

    floor: int | None = None
    storeys: int | None = None
    readable: bool = True


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, a dash, a stroke or 无."""
    return text in _BLANKS


def canonical(name: str) -> str:
    """One spelling of a building's or stairwell's name: 01, 一 and 1 are the same."""
    name = arabic(name)
    return (name.lstrip("0") or "0") if name.isdigit() else name.upper()


@lru_cache(maxsize=4096)
def read_building(cell: Cell) -> BuildingText:
    """Building from `1`, `1栋`, `１号楼`, `1#`, `A座`, `一幢`, `1栋2单元`."""
    text = compact(cell)
    if is_blank(text):
        return BuildingText()
    if both := _BUILDING_AND_STAIRWELL.fullmatch(text):
        return BuildingText(canonical(both[1]), canonical(both[2]))
    match = _BUILDING.fullmatch(text)
    if match is None or len(match[1]) > _LONGEST_NAME or "单元" in text:
        return BuildingText(problem=Reason.BUILDING_UNREADABLE)
    return BuildingText(canonical(match[1]))


@lru_cache(maxsize=4096)
def read_stairwell(cell: Cell) -> tuple[str | None, Reason | None]:
    """Stairwell from `1`, `1单元`, `一单元`, `甲单元`, `2门`; None where the cell is blank."""
    text = compact(cell)
    if is_blank(text):
        return None, None
    match = _STAIRWELL.fullmatch(text)
    if match is None:
        return None, Reason.STAIRWELL_UNREADABLE
    return canonical(match[1] or match[2]), None


@lru_cache(maxsize=4096)
def read_floor(cell: Cell) -> FloorText:
    """Floor from `3`, `3层`, `三层`, `3F`, `负1层`, `B1`, `3/18`; below ground is negative."""
    text = compact(cell)
    if is_blank(text):
        return FloorText()
    match = _FLOOR.fullmatch(text)
    number = arabic(match[2]) if match else ""
    if match is None or not number.isdigit() or not 0 < int(number) <= HIGHEST_FLOOR:
        return FloorText(readable=False)
    floor = -int(number) if match[1] else int(number)
    return FloorText(floor, int(match[3]) if match[3] else None)


def building_named(sheet_name: str) -> str | None:
    """The building a sheet's name tells, as in a workbook with one sheet a building."""
    match = _NAMED_BUILDING.fullmatch(compact(sheet_name))
    return canonical(match[1]) if match else None
