"""Doors on the street: shops in a building, but in none of its stairwells."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from linli.care.rules.assignment_proposal import Floor


def with_street_doors(floors: Sequence[Floor]) -> list[Floor]:
    """Floors with the doors outside stairwells counted to their building's first stairwell.

    Args:
        floors: building by building, each from its first stairwell to the doors outside them
            (``stairwell_id`` is ``None``), each from the lowest floor up.
    """
    return [
        floor
        for _, group in groupby(floors, key=lambda floor: floor.building_id)
        for floor in _in_building(list(group))
    ]


def _in_building(floors: list[Floor]) -> list[Floor]:
    first = floors[0].stairwell_id
    inside = [floor for floor in floors if floor.stairwell_id == first]
    others = [floor for floor in floors if floor.stairwell_id not in {first, None}]
    if first is None:
        return inside
    doors = {floor.floor: floor for floor in inside}
    for outside in (floor for floor in floors if floor.stairwell_id is None):
        known = doors.get(outside.floor, replace(outside, stairwell_id=first, doors=0))
        doors[outside.floor] = replace(known, doors=known.doors + outside.doors)
    return [doors[number] for number in sorted(doors)] + others
