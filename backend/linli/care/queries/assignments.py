"""Who has which doors."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select

from linli.care.queries.canvasses import read_canvass
from linli.care.queries.people import with_names
from linli.care.queries.places import (
    assignments,
    buildings,
    covers,
    households,
    in_reach,
    same_community,
    stairwells,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found


async def list_assignments(tx: Tx, actor: Actor, canvass_id: UUID, page: PageAsked) -> Row:
    """The assignments of a canvass in buildings the actor oversees, and the actor's own.

    Raises:
        Problem: 404 ``not_found`` without the canvass.
    """
    await read_canvass(tx, actor, canvass_id)
    asks = _seen(actor).where(assignments.c.canvass_id == canvass_id)
    about = ("assignments", canvass_id, actor.account_id)
    found = await page_of(tx, asks, [assignments.c.id], page, *about)
    return {**found, "items": await _named(tx, found["items"])}


async def read_assignment(tx: Tx, actor: Actor, canvass_id: UUID, assignment_id: UUID) -> Row:
    """One assignment of a canvass.

    Raises:
        Problem: 404 ``not_found``.
    """
    mine = (assignments.c.canvass_id == canvass_id, assignments.c.id == assignment_id)
    row = await tx.row(_seen(actor).where(*mine))
    if row is None:
        raise not_found()
    return (await _named(tx, [row]))[0]


async def _named(tx: Tx, rows: list[Row]) -> list[Row]:
    return await with_names(tx, rows, "account_id", "account_name")


def _seen(actor: Actor) -> Select[Any]:
    own = assignments.c.account_id == actor.account_id
    doors = (
        select(func.count())
        .select_from(households)
        .where(covers())
        .correlate(assignments)
        .scalar_subquery()
    )
    stairwell = and_(
        same_community(stairwells, assignments), stairwells.c.id == assignments.c.stairwell_id
    )
    return (
        select(
            assignments.c.id,
            assignments.c.account_id,
            assignments.c.building_id,
            buildings.c.code.label("building_code"),
            assignments.c.stairwell_id,
            stairwells.c.code.label("stairwell_code"),
            assignments.c.floor_from,
            assignments.c.floor_to,
            doors.label("doors"),
            assignments.c.withdrawn_at,
        )
        .join_from(
            assignments,
            buildings,
            and_(
                same_community(buildings, assignments), buildings.c.id == assignments.c.building_id
            ),
        )
        .outerjoin(stairwells, stairwell)
        .where(
            assignments.c.community_id == actor.community_id,
            or_(own, in_reach(actor, assignments.c.building_id)),
        )
    )
