"""Electors as those see them who deliver and record."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, exists, func, or_, select

from linli.community.public import HOUSEHOLDS
from linli.deliberation.permissions.ballots import SEE_ELECTORS
from linli.deliberation.queries.ballots.paper_rows import CONFIRMED
from linli.deliberation.queries.ballots.papers import PAPER_WAITS
from linli.deliberation.queries.ballots.printed_code import PRINTED_CODE, is_printed
from linli.deliberation.queries.ballots.proof import BROUGHT_WITH_PROOF
from linli.deliberation.queries.ballots.round_rows import round_row
from linli.deliberation.queries.ballots.tables import (
    ballots,
    beside,
    confirmations,
    counted,
    deliveries,
    elector_units,
    electors,
)
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of

_e, _u, _d = electors.c, elector_units.c, deliveries.c
_c, _b = counted.c, ballots.c
_HERE = beside(elector_units, electors, _u.elector_id == _e.id)
_BROUGHT = exists().where(beside(deliveries, electors, _d.elector_id == _e.id))
_WAITING = exists(
    select(_b.id)
    .select_from(ballots.outerjoin(confirmations, CONFIRMED))
    .where(beside(ballots, electors, _b.elector_id == _e.id), PAPER_WAITS)
    .correlate(electors)
)


async def list_electors(  # noqa: PLR0913, PLR0917 - three ways to narrow the list
    tx: Tx,
    actor: Actor,
    round_id: UUID,
    page: PageAsked,
    building_id: UUID | None,
    code: str | None,
    missing: bool,  # noqa: FBT001 - as the query parameter says
) -> Row:
    """Electors with a unit within reach, by the first of their doors.

    Args:
        tx: the open transaction.
        actor: who asks.
        round_id: the round.
        page: which part.
        building_id: only of this building.
        code: only the one with this printed code, or with a door that begins so.
        missing: only those whose ballot is not counted.

    Raises:
        Problem: 404; 422 ``bad_cursor``.
    """
    await round_row(tx, round_id)
    asks = _electors().where(_e.community_id == tx.community, _e.round_id == round_id)
    reach = actor.reach(SEE_ELECTORS, Scope.BUILDING)
    if reach is not None:
        asks = asks.where(exists().where(_HERE, _u.building_id.in_(reach)))
    if building_id is not None:
        asks = asks.where(exists().where(_HERE, _u.building_id == building_id))
    if code is not None:
        door = exists().where(_HERE, _u.door.startswith(code, autoescape=True))
        asks = asks.where(or_(is_printed(code), door))
    if missing:
        asks = asks.where(_c.id.is_(None))
    rows = asks.subquery("listed")
    keys = [rows.c.first_door, rows.c.elector_id]
    about = ("electors", round_id, building_id, code, missing, actor.account_id)
    found = await page_of(tx, select(rows), keys, page, *about)
    return {**found, "items": await _shown(tx, found["items"])}


def _electors() -> Select[Any]:
    home = beside(HOUSEHOLDS, elector_units, HOUSEHOLDS.c.id == _u.household_id)
    first = (
        select(func.min(HOUSEHOLDS.c.sort_key))
        .select_from(elector_units.join(HOUSEHOLDS, home))
        .where(_HERE)
        .correlate(electors)
        .scalar_subquery()
    )
    back = and_(_c.community_id == _e.community_id, _c.elector_id == _e.id)
    cast = and_(_b.community_id == _c.community_id, _b.id == _c.ballot_id)
    way = select(_b.way).where(cast).scalar_subquery()
    return select(
        _e.id.label("elector_id"),
        PRINTED_CODE,
        _e.area_dm2,
        _e.voter_owner_id.is_(None).label("co_owned_without_voter"),
        first.label("first_door"),
        _BROUGHT.label("delivered"),
        BROUGHT_WITH_PROOF.label("delivery_proven"),
        _c.id.is_not(None).label("returned"),
        way.label("way"),
        _WAITING.label("paper_waiting"),
    ).outerjoin_from(electors, counted, back)


async def _shown(tx: Tx, rows: list[Row]) -> list[Row]:
    units: defaultdict[UUID, list[Row]] = defaultdict(list)
    asks = select(_u.elector_id, _u.household_id, _u.door).where(
        _u.community_id == tx.community, _u.elector_id.in_([row["elector_id"] for row in rows])
    )
    for unit in await tx.rows(asks.order_by(_u.door)):
        units[unit["elector_id"]].append(unit)
    return [
        {
            **{key: value for key, value in row.items() if key != "first_door"},
            "doors": [unit["door"] for unit in units[row["elector_id"]]],
            "household_ids": [unit["household_id"] for unit in units[row["elector_id"]]],
        }
        for row in rows
    ]
