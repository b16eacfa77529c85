"""The homes of a canvass, and which of them an actor sees."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, and_, func, or_
from sqlalchemy.sql.expression import false, true

from linli.care.models.canvass import Canvass, CanvassAssignment, CanvassDoor
from linli.care.permissions.canvass import OVERSEE_DOORS
from linli.community.public import (
    BUILDINGS,
    COMMUNITIES,
    HOUSEHOLDS,
    PROJECT_BUILDINGS,
    STAIRWELLS,
)
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.rows import table

STREET_FLOOR = 1
"""Where a shop stands that names no floor."""

canvasses = table(Canvass)
assignments = table(CanvassAssignment)
doors = table(CanvassDoor)
households = HOUSEHOLDS
project_buildings = PROJECT_BUILDINGS
buildings = BUILDINGS
stairwells = STAIRWELLS
communities = COMMUNITIES


def same_community(first: Any, second: Any) -> ColumnElement[bool]:
    """That two tables' rows belong to one community."""
    matches: ColumnElement[bool] = first.c.community_id == second.c.community_id
    return matches


@cache
def homes_of_canvasses() -> FromClause:
    """Canvasses joined with the households of the buildings that their projects concern."""
    return canvasses.join(
        project_buildings,
        and_(
            same_community(project_buildings, canvasses),
            project_buildings.c.project_id == canvasses.c.project_id,
        ),
    ).join(
        households,
        and_(
            same_community(households, canvasses),
            households.c.building_id == project_buildings.c.building_id,
        ),
    )


def with_doors(homes: FromClause) -> FromClause:
    """The same with the latest about each door; nothing where nothing has happened yet."""
    return homes.outerjoin(
        doors,
        and_(
            same_community(doors, households),
            doors.c.canvass_id == canvasses.c.id,
            doors.c.household_id == households.c.id,
        ),
    )


def with_places(homes: FromClause) -> FromClause:
    """The same with each household's building and, where it has one, stairwell."""
    return homes.join(
        buildings,
        and_(same_community(buildings, households), buildings.c.id == households.c.building_id),
    ).outerjoin(
        stairwells,
        and_(same_community(stairwells, households), stairwells.c.id == households.c.stairwell_id),
    )


def covers(assignment: Any = assignments, home: Any = households) -> ColumnElement[bool]:
    """Whether an assignment takes in a household.

    A shop that belongs to no stairwell goes with each of its building.
    """
    given, at = assignment.c, home.c
    floor = func.coalesce(at.floor, STREET_FLOOR)
    return and_(
        same_community(assignment, home),
        given.building_id == at.building_id,
        or_(
            given.stairwell_id.is_(None),
            at.stairwell_id.is_(None),
            given.stairwell_id == at.stairwell_id,
        ),
        or_(given.floor_from.is_(None), floor >= given.floor_from),
        or_(given.floor_to.is_(None), floor <= given.floor_to),
    )


def overseen(actor: Actor) -> frozenset[UUID] | None:
    """The buildings whose doors the actor sees without being assigned; ``None`` for all."""
    return actor.reach(OVERSEE_DOORS, Scope.BUILDING)


def oversees(actor: Actor, building_id: UUID | None) -> bool:
    """Whether the actor sees all doors of a building."""
    buildings = overseen(actor)
    return buildings is None or building_id in buildings


def in_reach(actor: Actor, building_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """``oversees`` as a condition."""
    buildings = overseen(actor)
    if buildings is None:
        return true()
    return building_id.in_(buildings) if buildings else false()
