"""Neighbours who can be nominated or appointed."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.permissions.representatives import MINUTE_ASSEMBLY
from linli.deliberation.queries.representatives.homes import lives_in, page_neighbours
from linli.deliberation.queries.representatives.tables import elections
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked
from linli.kernel.problems import Problem, forbidden


async def list_neighbours(tx: Tx, actor: Actor, building_id: UUID, page: PageAsked) -> Row:
    """Names and doors of a building's people, as far as nominating needs them (PIPL, art. 6).

    Raises:
        Problem: 403 to others than those of the building and the office; 409
            ``nominations_over`` to neighbours while nobody can be nominated.
    """
    if not actor.may(MINUTE_ASSEMBLY):
        if not await lives_in(tx, actor.account_id, building_id):
            raise forbidden()
        if not await _nominating(tx, building_id):
            raise Problem(409, "nominations_over")
    found = await page_neighbours(tx, building_id, page)
    names = await names_of(tx, {row["account_id"] for row in found["items"]})
    items = [{**row, "name": names.get(row["account_id"], "")} for row in found["items"]]
    return {**found, "items": items}


async def _nominating(tx: Tx, building_id: UUID) -> bool:
    c = elections.c
    asks = select(c.id).where(
        c.community_id == tx.community,
        c.building_id == building_id,
        c.opened_at.is_(None),
        c.cancelled_at.is_(None),
    )
    return await tx.scalar(asks) is not None
