"""Homes of a building: how many have a voice, and which are the actor's."""

from uuid import UUID

from sqlalchemy import and_, func, select

from linli.community.public import HOUSEHOLD_MEMBERS, HOUSEHOLDS, homes_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of

_LIVES = and_(
    HOUSEHOLD_MEMBERS.c.community_id == HOUSEHOLDS.c.community_id,
    HOUSEHOLD_MEMBERS.c.household_id == HOUSEHOLDS.c.id,
    HOUSEHOLD_MEMBERS.c.ended_at.is_(None),
)


async def homes_with_a_voice(tx: Tx, building_id: UUID) -> int:
    """How many homes a building has; a shop is no home of anybody."""
    h = HOUSEHOLDS.c
    asks = select(func.count()).where(
        h.community_id == tx.community, h.building_id == building_id, h.kind == "home"
    )
    return int(await tx.scalar(asks))


async def own_homes_in(tx: Tx, actor: Actor, building_id: UUID) -> list[Row]:
    """The actor's homes in a building, ordered by code."""
    homes = await homes_of(tx, actor.account_id)
    inside = [home["household_id"] for home in homes if home["building_id"] == building_id]
    if not inside:
        return []
    h = HOUSEHOLDS.c
    voiced = select(h.id).where(h.community_id == tx.community, h.id.in_(inside), h.kind == "home")
    kept = {row["id"] for row in await tx.rows(voiced)}
    return [home for home in homes if home["household_id"] in kept]


async def lives_in(tx: Tx, account_id: UUID, building_id: UUID) -> bool:
    """Whether an account is at home in a building."""
    asks = (
        select(HOUSEHOLDS.c.id)
        .join_from(HOUSEHOLDS, HOUSEHOLD_MEMBERS, _LIVES)
        .where(
            HOUSEHOLDS.c.community_id == tx.community,
            HOUSEHOLDS.c.building_id == building_id,
            HOUSEHOLDS.c.kind == "home",
            HOUSEHOLD_MEMBERS.c.account_id == account_id,
        )
    )
    return await tx.scalar(asks.limit(1)) is not None


async def page_neighbours(tx: Tx, building_id: UUID, page: PageAsked) -> Row:
    """A page of the accounts that are at home in a building, by door."""
    h, m = HOUSEHOLDS.c, HOUSEHOLD_MEMBERS.c
    asks = (
        select(m.account_id, h.code.label("household_code"), h.sort_key)
        .join_from(HOUSEHOLDS, HOUSEHOLD_MEMBERS, _LIVES)
        .where(h.community_id == tx.community, h.building_id == building_id, h.kind == "home")
    )
    return await page_of(tx, asks, [h.sort_key, m.account_id], page, "neighbours", building_id)
