"""Whose photos and documents an actor may see."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Table, exists, select
from sqlalchemy.sql.expression import ColumnElement, true

from linli.community.public import HOUSEHOLDS
from linli.deliberation.permissions.ballots import (
    AGREE_ON_VOTER,
    RECORD_PAPER,
    RECORD_PROXY,
    SEE_ELECTORS,
    SEE_ROUND,
)
from linli.deliberation.queries.ballots.my_papers import own_papers
from linli.deliberation.queries.ballots.papers import paper_in_reach
from linli.deliberation.queries.ballots.tables import (
    agreements,
    authorizations,
    ballots,
    deliveries,
    elector_units,
    official_results,
)
from linli.kernel.access.actor import Actor, Permission, Scope
from linli.kernel.db.transaction import Tx

_u, _h = elector_units.c, HOUSEHOLDS.c


async def visible_papers(tx: Tx, actor: Actor, ids: Collection[UUID]) -> Collection[UUID]:
    """Photos of paper ballots: for those who record within reach, and for whose paper it is."""
    own = await own_papers(tx, actor, ids)
    if not actor.may(RECORD_PAPER):
        return own
    return own | await _found(tx, ballots, ids, paper_in_reach(actor))


async def visible_deliveries(tx: Tx, actor: Actor, ids: Collection[UUID]) -> Collection[UUID]:
    """Photos of deliveries: for those who see electors within reach."""
    return await _by_elector(tx, actor, deliveries, ids, SEE_ELECTORS)


async def visible_proxies(tx: Tx, actor: Actor, ids: Collection[UUID]) -> Collection[UUID]:
    """Documents of proxies: for those who record them within reach."""
    return await _by_elector(tx, actor, authorizations, ids, RECORD_PROXY)


async def visible_agreements(tx: Tx, actor: Actor, ids: Collection[UUID]) -> Collection[UUID]:
    """Papers of co-owners: for those who record them within reach."""
    if not actor.may(AGREE_ON_VOTER):
        return ()
    reach = actor.reach(AGREE_ON_VOTER, Scope.BUILDING)
    here: ColumnElement[bool] = true()
    if reach is not None:
        here = exists().where(
            _h.community_id == tx.community,
            _h.id == agreements.c.household_id,
            _h.building_id.in_(reach),
        )
    return await _found(tx, agreements, ids, here)


async def visible_official(tx: Tx, actor: Actor, ids: Collection[UUID]) -> Collection[UUID]:
    """Documents of official results: for every member."""
    if not actor.may(SEE_ROUND):
        return ()
    return await _found(tx, official_results, ids, true())


async def _by_elector(
    tx: Tx, actor: Actor, of: Table, ids: Collection[UUID], permission: Permission
) -> Collection[UUID]:
    if not actor.may(permission):
        return ()
    reach = actor.reach(permission, Scope.BUILDING)
    here: ColumnElement[bool] = true()
    if reach is not None:
        here = exists().where(
            _u.community_id == tx.community,
            _u.elector_id == of.c.elector_id,
            _u.building_id.in_(reach),
        )
    return await _found(tx, of, ids, here)


async def _found(tx: Tx, of: Table, ids: Collection[UUID], here: ColumnElement[bool]) -> set[UUID]:
    asks = select(of.c.id).where(of.c.community_id == tx.community, of.c.id.in_(ids), here)
    return {row["id"] for row in await tx.rows(asks)}
