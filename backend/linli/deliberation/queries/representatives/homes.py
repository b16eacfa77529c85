"""Homes of a building: which have a voice, and which are the actor's."""

from uuid import UUID

from sqlalchemy import and_, func, select

from linli.community.public import HOUSEHOLD_MEMBERS, HOUSEHOLDS, homes_of
from linli.deliberation.queries.representatives.tables import election_homes
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


async def voiced_homes(tx: Tx, building_id: UUID) -> list[UUID]:
    """Which homes these are, in the order of their ids."""
    h = HOUSEHOLDS.c
    asks = select(h.id).where(
        h.community_id == tx.community, h.building_id == building_id, h.kind == "home"
    )
    return [row["id"] for row in await tx.rows(asks.order_by(h.id))]


async def own_homes_for(tx: Tx, actor: Actor, election: Row) -> list[Row]:
    """The actor's homes that an election is about, by code, each with whether it ``may_vote``.

    Until voting begins these are the building's homes; then those that it had at that moment may
    vote, whatever becomes of them. One that came later is told, and may not.
    """
    homes = await homes_of(tx, actor.account_id)
    own = [home["household_id"] for home in homes]
    voiced = set(await voiced_homes(tx, election["building_id"])) if own else set()
    frozen = voiced
    if election["opened_at"] is not None:
        frozen = await _frozen_among(tx, election["id"], own)
    return [
        {**home, "may_vote": home["household_id"] in frozen}
        for home in homes
        if home["household_id"] in voiced | frozen
    ]


async def _frozen_among(tx: Tx, election_id: UUID, household_ids: list[UUID]) -> set[UUID]:
    e = election_homes.c
    asks = select(e.household_id).where(
        e.community_id == tx.community,
        e.election_id == election_id,
        e.household_id.in_(household_ids),
    )
    return {row["household_id"] for row in await tx.rows(asks)}


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
