"""Mandates as the community sees them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, exists, select

from linli.community.public import BUILDINGS, time_zone_of
from linli.deliberation.queries.representatives.tables import (
    candidacies,
    mandates,
    of_building,
)
from linli.deliberation.rules.representatives.mandate import Mandate, speaking_for
from linli.identity.public import names_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_OWN = ("id", "building_id", "account_id", "election_id", "assembly_id", "from_on", "until_on")
_MORE = ("stands_in_for", "phone", "ended_on", "ended_how", "ended_because", "version")


async def page_mandates(tx: Tx, actor: Actor, building_id: UUID | None, page: PageAsked) -> Row:
    """A page of all mandates there were, by building and beginning."""
    asks = _all(tx)
    if building_id is not None:
        asks = asks.where(mandates.c.building_id == building_id)
    keys = [BUILDINGS.c.sort_key, mandates.c.from_on, mandates.c.id]
    found = await page_of(tx, asks, keys, page, "mandates", building_id)
    return {**found, "items": await _told(tx, actor, found["items"])}


async def read_mandate(tx: Tx, actor: Actor, mandate_id: UUID) -> Row:
    """One mandate.

    Raises:
        Problem: 404 ``not_found``.
    """
    row = await tx.row(_all(tx).where(mandates.c.id == mandate_id))
    if row is None:
        raise not_found()
    return (await _told(tx, actor, [row]))[0]


async def mandates_in_force(tx: Tx, actor: Actor, building_ids: set[UUID]) -> list[Row]:
    """Those who speak for these buildings today."""
    if not building_ids:
        return []
    asks = _all(tx).where(mandates.c.building_id.in_(building_ids))
    rows = await tx.rows(asks.order_by(mandates.c.from_on, mandates.c.id))
    return [row for row in await _told(tx, actor, rows) if row["standing"] == "in_force"]


async def last_mandates(tx: Tx, actor: Actor, day: date, until: date, limit: int) -> list[Row]:
    """Mandates in force whose term ends from a day to another, with nobody named for later."""
    later = mandates.alias()
    followed = exists().where(
        later.c.community_id == mandates.c.community_id,
        later.c.building_id == mandates.c.building_id,
        later.c.until_on > mandates.c.until_on,
        later.c.ended_on.is_(None),
    )
    asks = _all(tx).where(mandates.c.until_on.between(day, until), ~followed)
    rows = await tx.rows(asks.order_by(mandates.c.until_on, mandates.c.id).limit(limit))
    return [row for row in await _told(tx, actor, rows) if row["standing"] == "in_force"]


def _all(tx: Tx) -> Select[Any]:
    c = candidacies.c
    stood = and_(
        c.community_id == mandates.c.community_id,
        c.election_id == mandates.c.election_id,
        c.account_id == mandates.c.account_id,
    )
    columns = [mandates.c[name] for name in (*_OWN, *_MORE)]
    named = (BUILDINGS.c.code.label("building_code"), BUILDINGS.c.name.label("building_name"))
    return (
        select(*columns, *named, BUILDINGS.c.sort_key, c.statement)
        .join_from(mandates, BUILDINGS, of_building(mandates))
        .outerjoin(candidacies, stood)
        .where(mandates.c.community_id == tx.community)
    )


async def _told(tx: Tx, actor: Actor, rows: list[Row]) -> list[Row]:
    """Rows with names, and how each stands today among all of its building."""
    if not rows:
        return []
    today = clock.today(await time_zone_of(tx, tx.community))
    acting = await acting_on(tx, today, {row["building_id"] for row in rows})
    names = await names_of(tx, {row["account_id"] for row in rows})
    return [
        {
            **row,
            "name": names.get(row["account_id"], ""),
            "is_me": row["account_id"] == actor.account_id,
            "basis": "appointment" if row["election_id"] is None else "election",
            "standing": _standing(row, today, acting),
        }
        for row in rows
    ]


def _standing(row: Row, today: date, acting: set[UUID]) -> str:
    if row["id"] in acting:
        return "in_force"
    if today > row["until_on"] or row["ended_on"] is not None:
        return "over"
    return "to_come" if row["stands_in_for"] is None else "substitute"


async def acting_for(tx: Tx, building_ids: set[UUID]) -> set[UUID]:
    """The mandates of these buildings that are in force today."""
    return await acting_on(tx, clock.today(await time_zone_of(tx, tx.community)), building_ids)


async def acting_on(tx: Tx, day: date, building_ids: set[UUID]) -> set[UUID]:
    """The mandates of these buildings that are in force on a day."""
    asks = select(mandates).where(
        mandates.c.community_id == tx.community, mandates.c.building_id.in_(building_ids)
    )
    known = [ruled(row) for row in await tx.rows(asks)]
    return {
        UUID(mandate.id)
        for building in building_ids
        for mandate in speaking_for(str(building), known, day)
    }


def ruled(row: Row) -> Mandate:
    """A stored mandate as the rules know it."""
    first = row["stands_in_for"]
    return Mandate(
        id=str(row["id"]),
        representative=str(row["account_id"]),
        building=str(row["building_id"]),
        from_on=row["from_on"],
        until_on=row["until_on"],
        ended_on=row["ended_on"],
        stands_in_for=None if first is None else str(first),
    )


async def buildings_of(tx: Tx, mandate_ids: set[UUID]) -> dict[UUID, UUID]:
    """Of which building each of these mandates is."""
    c = mandates.c
    asks = select(c.id, c.building_id).where(c.community_id == tx.community, c.id.in_(mandate_ids))
    return {row["id"]: row["building_id"] for row in await tx.rows(asks)}


async def lock_mandates_of(tx: Tx, building_id: UUID) -> None:
    """Let one transaction at a time keep the mandates of a building, also those still to come."""
    b = BUILDINGS.c
    asks = select(b.id).where(b.community_id == tx.community, b.id == building_id)
    await tx.execute(asks.with_for_update(key_share=True))


async def mandates_of(tx: Tx, building_id: UUID) -> list[Row]:
    """All mandates that a building ever had."""
    c = mandates.c
    asks = select(mandates).where(c.community_id == tx.community, c.building_id == building_id)
    return await tx.rows(asks.order_by(c.id))


async def locked_mandate(tx: Tx, mandate_id: UUID) -> Row:
    """One mandate, with all of its building locked.

    Raises:
        Problem: 404 ``not_found``.
    """
    c = mandates.c
    this = (c.community_id == tx.community, c.id == mandate_id)
    building_id = await tx.scalar(select(c.building_id).where(*this))
    if building_id is not None:
        await lock_mandates_of(tx, building_id)
    row = await tx.row(select(mandates).where(*this))
    if row is None:
        raise not_found()
    return row
