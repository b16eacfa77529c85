"""Canvasses as an actor sees them."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy import exists as sql_exists

from linli.care.queries.places import (
    assignments,
    canvasses,
    communities,
    in_reach,
    overseen,
    project_buildings,
    same_community,
)
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found


async def list_canvasses(tx: Tx, actor: Actor, page: PageAsked) -> Row:
    """The canvasses the actor works in or oversees, the oldest first."""
    found = await page_of(tx, _seen(actor), [canvasses.c.id], page, "canvasses", actor.account_id)
    return {**found, "items": [_shown(row) for row in found["items"]]}


async def read_canvass(tx: Tx, actor: Actor, canvass_id: UUID) -> Row:
    """One canvass.

    Raises:
        Problem: 404 ``not_found``, also where the actor neither works in it nor oversees it.
    """
    row = await tx.row(_seen(actor).where(canvasses.c.id == canvass_id))
    if row is None:
        raise not_found()
    return _shown(row)


def _shown(row: Row) -> Row:
    today = clock.today(row.pop("time_zone"))
    return {**row, "open": row["starts_on"] <= today <= row["ends_on"]}


def seen_canvass(actor: Actor) -> ColumnElement[bool]:
    """Whether the actor works in a canvass, or oversees one of its buildings."""
    works = sql_exists().where(
        same_community(assignments, canvasses),
        assignments.c.canvass_id == canvasses.c.id,
        assignments.c.account_id == actor.account_id,
        assignments.c.withdrawn_at.is_(None),
    )
    if overseen(actor) is None:
        return canvasses.c.community_id == actor.community_id
    oversees_some = sql_exists().where(
        same_community(project_buildings, canvasses),
        project_buildings.c.project_id == canvasses.c.project_id,
        in_reach(actor, project_buildings.c.building_id),
    )
    return and_(canvasses.c.community_id == actor.community_id, or_(works, oversees_some))


def _seen(actor: Actor) -> Select[Any]:
    c = canvasses.c
    return (
        select(
            c.id,
            c.project_id,
            c.title,
            c.starts_on,
            c.ends_on,
            c.explains,
            c.created_at,
            communities.c.time_zone,
        )
        .join_from(canvasses, communities, communities.c.id == c.community_id)
        .where(seen_canvass(actor))
    )
