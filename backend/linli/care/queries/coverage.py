"""How far a canvass has come."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.sql.expression import true

from linli.care.permissions.canvass import OVERSEE_DOORS
from linli.care.queries.door_history import visits
from linli.care.queries.places import (
    buildings,
    canvasses,
    doors,
    homes_of_canvasses,
    households,
    in_reach,
    same_community,
    with_doors,
    with_places,
)
from linli.care.rules.coverage import STANCES, Counts, coverage_of, for_everybody
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found


async def read_coverage(tx: Tx, actor: Actor, canvass_id: UUID) -> Counts:
    """The figures of the buildings that the actor oversees, else the ones for everybody.

    Raises:
        Problem: 404 ``not_found`` without such a canvass in the community.
    """
    if actor.may(OVERSEE_DOORS):
        own = await _coverage(tx, canvass_id, in_reach(actor, households.c.building_id))
        if own["by_building"]:
            return own
    mine = (canvasses.c.community_id == tx.community, canvasses.c.id == canvass_id)
    if await tx.scalar(select(canvasses.c.id).where(*mine)) is None:
        raise not_found()
    return for_everybody(await _coverage(tx, canvass_id, true()))


async def _coverage(tx: Tx, canvass_id: UUID, within: ColumnElement[bool]) -> Counts:
    here = (canvasses.c.community_id == tx.community, canvasses.c.id == canvass_id, within)
    by_building = await tx.rows(_by_building().where(*here))
    visited = await tx.rows(_visited_by_day().where(*here))
    done = await tx.rows(_done_by_day().where(*here))
    return coverage_of(by_building, _days(visited, done))


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _by_building() -> Select[Any]:
    stances = (_how_many(doors.c.stance == name).label(name) for name in STANCES)
    return (
        select(
            buildings.c.id.label("building_id"),
            buildings.c.code,
            func.count().label("total"),
            _how_many(doors.c.visits > 0).label("visited"),
            _how_many(doors.c.done_at.is_not(None)).label("done"),
            _how_many(doors.c.state == "tried").label("nobody_home"),
            _how_many(doors.c.state == "escalated").label("escalated"),
            *stances,
        )
        .select_from(with_places(with_doors(homes_of_canvasses())))
        .group_by(buildings.c.id, buildings.c.code, buildings.c.sort_key)
        .order_by(buildings.c.sort_key)
    )


def _visited_by_day() -> Select[Any]:
    here = and_(
        same_community(visits, canvasses),
        visits.c.canvass_id == canvasses.c.id,
        visits.c.household_id == households.c.id,
    )
    return (
        select(visits.c.happened_on.label("date"), func.count().label("visits"))
        .select_from(homes_of_canvasses().join(visits, here))
        .group_by(visits.c.happened_on)
    )


def _done_by_day() -> Select[Any]:
    return (
        select(doors.c.done_on.label("date"), func.count().label("done"))
        .select_from(with_doors(homes_of_canvasses()))
        .where(doors.c.done_on.is_not(None))
        .group_by(doors.c.done_on)
    )


def _days(visited: list[Row], done: list[Row]) -> list[Row]:
    knocked = {row["date"]: row["visits"] for row in visited}
    finished = {row["date"]: row["done"] for row in done}
    return [
        {"date": day, "visits": knocked.get(day, 0), "done": finished.get(day, 0)}
        for day in sorted({*knocked, *finished})
    ]
