"""What was recorded at a household's door."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from linli.care.models.grievance import Grievance
from linli.care.queries.door_history import visits
from linli.care.queries.people import with_names
from linli.care.queries.places import (
    assignments,
    covers,
    households,
    in_reach,
    same_community,
)
from linli.care.rules.clock_drift import seconds_ahead
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found


async def list_door_visits(tx: Tx, actor: Actor, household_id: UUID, page: PageAsked) -> Row:
    """The visits to a door, in the order in which they happened.

    A volunteer sees those of the canvasses in which the door is theirs.

    Raises:
        Problem: 404 ``not_found`` where the door is neither the actor's nor overseen.
    """
    await _require_door(tx, actor, household_id)
    asks = _visits(actor).where(visits.c.household_id == household_id)
    keys = [visits.c.happened_at, visits.c.id]
    found = await page_of(tx, asks, keys, page, "visits", household_id, actor.account_id)
    heard = await _grievances(tx, [row["id"] for row in found["items"]])
    named = await with_names(tx, found["items"], "recorded_by", "recorded_by_name")
    items = [{**_shown(row), "grievances": heard.get(row["id"], [])} for row in named]
    return {**found, "items": items}


def _shown(row: Row) -> Row:
    return {**row, "clock_ahead_seconds": seconds_ahead(row["happened_at"], row["recorded_at"])}


async def visible_door_visits(tx: Tx, actor: Actor, visit_ids: Collection[UUID]) -> set[UUID]:
    """Which of these visits the actor sees; their photos and voice notes go with them."""
    asks = _visits(actor).where(visits.c.id.in_(visit_ids))
    return {row["id"] for row in await tx.rows(asks)}


async def _require_door(tx: Tx, actor: Actor, household_id: UUID) -> None:
    seen = select(households.c.id).where(
        households.c.community_id == tx.community,
        households.c.id == household_id,
        or_(in_reach(actor, households.c.building_id), is_mine(actor)),
    )
    if await tx.scalar(seen) is None:
        raise not_found()


def is_mine(actor: Actor, *also: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a household's door is assigned to the actor, in any canvass unless ``also`` says."""
    return exists().where(
        assignments.c.account_id == actor.account_id,
        assignments.c.withdrawn_at.is_(None),
        covers(),
        *also,
    )


def _visits(actor: Actor) -> Select[Any]:
    c = visits.c
    home = and_(same_community(households, visits), households.c.id == c.household_id)
    mine = is_mine(actor, assignments.c.canvass_id == c.canvass_id)
    return (
        select(
            c.id,
            c.canvass_id,
            c.household_id,
            c.happened_at,
            c.created_at.label("recorded_at"),
            c.created_by.label("recorded_by"),
            c.outcome,
            c.stance,
            c.explained,
            c.next_at,
            c.next_part,
            c.leave_alone,
        )
        .join_from(visits, households, home)
        .where(
            c.community_id == actor.community_id,
            or_(in_reach(actor, households.c.building_id), mine),
        )
    )


async def _grievances(tx: Tx, visit_ids: list[UUID]) -> dict[UUID, list[Row]]:
    if not visit_ids:
        return {}
    c = table(Grievance).c
    asks = (
        select(c.visit_id, c.id, c.matter, c.category, c.words)
        .where(c.community_id == tx.community, c.visit_id.in_(visit_ids))
        .order_by(c.id)
    )
    heard: dict[UUID, list[Row]] = {}
    for row in await tx.rows(asks):
        heard.setdefault(row.pop("visit_id"), []).append(row)
    return heard
