"""Grievances as those see them who can do something about them."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select

from linli.care.models.grievance import Grievance, GrievanceAnswer
from linli.care.queries.door_visits import is_mine
from linli.care.queries.people import with_names
from linli.care.queries.places import buildings, households, in_reach, same_community
from linli.care.rules.visit_words import GrievanceStatus
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

grievances = table(Grievance)


async def list_grievances(
    tx: Tx, actor: Actor, status: GrievanceStatus | None, page: PageAsked
) -> Row:
    """Grievances the actor owns, oversees, or hears at their own doors; the oldest first."""
    asks = _seen(actor)
    if status is not None:
        asks = asks.where(grievances.c.status == status)
    about = ("grievances", status, actor.account_id)
    found = await page_of(tx, asks, [grievances.c.id], page, *about)
    return {**found, "items": await _with_answers(tx, found["items"])}


async def read_grievance(tx: Tx, actor: Actor, grievance_id: UUID) -> Row:
    """One grievance with its answers.

    Raises:
        Problem: 404 ``not_found``.
    """
    row = await tx.row(_seen(actor).where(grievances.c.id == grievance_id))
    if row is None:
        raise not_found()
    return (await _with_answers(tx, [row]))[0]


async def _with_answers(tx: Tx, rows: list[Row]) -> list[Row]:
    if not rows:
        return []
    c = table(GrievanceAnswer).c
    asks = (
        select(
            c.grievance_id,
            c.id,
            c.words,
            c.created_by.label("answered_by"),
            c.created_at.label("answered_at"),
        )
        .where(c.community_id == tx.community, c.grievance_id.in_([row["id"] for row in rows]))
        .order_by(c.created_at, c.id)
    )
    answers: dict[UUID, list[Row]] = {}
    for answer in await tx.rows(asks):
        answers.setdefault(answer.pop("grievance_id"), []).append(answer)
    named = await with_names(tx, rows, "owner_account_id", "owner_name")
    return [{**row, "answers": answers.get(row["id"], [])} for row in named]


def _seen(actor: Actor) -> Select[Any]:
    c = grievances.c
    home = and_(same_community(households, grievances), households.c.id == c.household_id)
    place = and_(same_community(buildings, households), buildings.c.id == households.c.building_id)
    return (
        select(
            c.id,
            c.household_id,
            households.c.code.label("household_code"),
            households.c.building_id,
            buildings.c.code.label("building_code"),
            c.matter,
            c.category,
            c.words,
            c.raised_at,
            c.status,
            c.owner_account_id,
            c.closed_at,
            c.version,
        )
        .join_from(grievances, households, home)
        .join(buildings, place)
        .where(
            c.community_id == actor.community_id,
            or_(
                in_reach(actor, households.c.building_id),
                c.owner_account_id == actor.account_id,
                is_mine(actor),
            ),
        )
    )
