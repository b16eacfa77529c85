"""Puts building, stairwell, floor and room columns together into one place."""

from typing import NamedTuple

from linli.community.rules.roster.columns import Field, RowCells
from linli.community.rules.roster.household_kinds import names_shop, shop_door
from linli.community.rules.roster.locations import read_building, read_floor, read_stairwell
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.rooms import Room, read_room, room_number

Problem = tuple[Field, Reason]


class Place(NamedTuple):
    """Where a household is; see `RosterRow` for the parts."""

    building: str | None = None
    stairwell: str | None = None
    floor: int | None = None
    door: str | None = None
    number: str | None = None
    prefix: str | None = None
    storeys: int | None = None
    is_shop: bool = False
    problems: tuple[Problem, ...] = ()


def read_place(cells: RowCells, building: str | None) -> Place:
    """Read where a row's household is.

    Columns and the room's own text must agree. Nothing is guessed: what is missing or in doubt is
    listed in `problems`, but a missing stairwell is left to `settle_stairwells`, which knows
    the other rows.

    Args:
        cells: The row.
        building: The building of a sheet that lists only one.
    """
    if cells.shop is not None or names_shop(cells.room):
        return _shop_place(cells, building)
    return _home_place(cells, building)


def _shop_place(cells: RowCells, sheet_building: str | None) -> Place:
    door = shop_door(cells.shop if cells.shop is not None else cells.room)
    stated = read_building(cells.building)
    if door is None:
        return Place(is_shop=True, problems=((Field.SHOP, Reason.ROOM_UNREADABLE),))
    problems = ((Field.BUILDING, stated.problem),) if stated.problem else ()
    return Place(
        building=stated.building or sheet_building,
        floor=read_floor(cells.floor).floor,
        door=door,
        number=f"商铺{door}",
        is_shop=True,
        problems=problems,
    )


def _home_place(cells: RowCells, sheet_building: str | None) -> Place:
    problems: list[Problem] = []
    room_field = Field.ADDRESS if cells.room is None and cells.address is not None else Field.ROOM
    room = read_room(cells.address if room_field is Field.ADDRESS else cells.room)
    if room.problem:
        problems.append((room_field, room.problem))
    building = _building(cells, room, sheet_building, problems)
    stairwell = _stairwell(cells, room, building, problems)
    floor, storeys = _floor(cells, room, problems)
    door = room.door
    numbered = room.floor or floor
    return Place(
        building=building,
        stairwell=stairwell,
        floor=floor,
        door=door,
        number=room_number(numbered, door) if numbered and door else None,
        prefix=room.prefix,
        storeys=storeys,
        problems=tuple(problems),
    )


def _building(
    cells: RowCells, room: Room, sheet_building: str | None, problems: list[Problem]
) -> str | None:
    stated = read_building(cells.building)
    if stated.problem:
        problems.append((Field.BUILDING, stated.problem))
        return None
    building = stated.building or room.building or sheet_building
    if building is None:
        problems.append((Field.BUILDING, Reason.BUILDING_MISSING))
    elif room.building and not _same_building(building, room.building):
        problems.append((Field.ROOM, Reason.ROOM_CONTRADICTS_COLUMNS))
    return building


def _same_building(stated: str, in_room: str) -> bool:
    """Whether the 3 of a room 3-1-101 is the stated building, be that 3 or 翠苑3."""
    before = stated.removesuffix(in_room)
    return before != stated and (not before or not before[-1].isascii())


def _stairwell(
    cells: RowCells, room: Room, building: str | None, problems: list[Problem]
) -> str | None:
    stated, problem = read_stairwell(cells.stairwell)
    if problem:
        problems.append((Field.STAIRWELL, problem))
        return None
    stated = stated or read_building(cells.building).stairwell
    told = {name for name in (stated, room.stairwell) if name}
    prefix_fits = room.prefix is None or room.prefix in {stated, building}
    if len(told) > 1 or (stated and not prefix_fits):
        problems.append((Field.ROOM, Reason.ROOM_CONTRADICTS_COLUMNS))
    if not told and room.prefix is not None and room.prefix != building:
        return room.prefix
    return stated or room.stairwell


def _floor(cells: RowCells, room: Room, problems: list[Problem]) -> tuple[int | None, int | None]:
    stated = read_floor(cells.floor)
    if not stated.readable:
        problems.append((Field.FLOOR, Reason.FLOOR_UNREADABLE))
    if stated.floor is None and room.floor is None and room.problem is None:
        problems.append((Field.ROOM, Reason.FLOOR_MISSING))
    if None not in {stated.floor, room.floor} and stated.floor != room.floor:
        problems.append((Field.FLOOR, Reason.FLOOR_DIFFERS_FROM_ROOM))
    return stated.floor or room.floor, stated.storeys
