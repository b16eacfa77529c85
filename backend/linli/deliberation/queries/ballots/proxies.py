"""Written proxies and whether they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, or_, select

from linli.deliberation.queries.ballots.tables import authorizations, beside, revocations
from linli.deliberation.rules.ballots.proxies import (
    ProxyAuthorization,
    ProxyState,
    proxy_states,
)
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

_HELD = Fast(
    select(authorizations.c.elector_id).where(
        authorizations.c.community_id == bindparam("community_id", type_=Uuid),
        authorizations.c.round_id == bindparam("round_id", type_=Uuid),
        authorizations.c.holder_account_id == bindparam("account_id", type_=Uuid),
    )
)


@dataclass(frozen=True)
class StandingProxy:
    """One authorization, and whether it may be used now."""

    id: UUID
    elector_id: UUID
    stands: bool


async def proxies_held_by(
    tx: Tx, round_id: UUID, account_id: UUID, limit: int
) -> list[StandingProxy]:
    """The newest authorization of each elector that an account holds in a round."""
    a = authorizations.c
    asked = {"community_id": tx.community, "round_id": round_id, "account_id": account_id}
    about = {row["elector_id"] for row in await tx.rows(_HELD, asked)}
    if not about:
        return []
    rows = await _rows(
        tx, round_id, or_(a.elector_id.in_(about), a.holder_account_id == account_id)
    )
    states = states_of(rows, limit)
    newest = {row["elector_id"]: row for row in rows if row["holder_account_id"] == account_id}
    return [
        StandingProxy(row["id"], row["elector_id"], states[row["id"]] is ProxyState.STANDS)
        for row in newest.values()
    ]


async def standing_of_proxies(
    tx: Tx, round_id: UUID, elector_id: UUID, limit: int
) -> dict[UUID, ProxyState]:
    """The state of every authorization of an elector.

    What stands depends on what its holders carry, and that on what others replaced since: so all
    are read, which are few.
    """
    rows = await every_proxy(tx, round_id)
    states = states_of(rows, limit)
    return {row["id"]: states[row["id"]] for row in rows if row["elector_id"] == elector_id}


async def every_proxy(tx: Tx, round_id: UUID) -> list[Row]:
    """All authorizations of a round in the order of recording, each with ``revoked``."""
    return await _rows(tx, round_id)


async def _rows(tx: Tx, round_id: UUID, *only: ColumnElement[bool]) -> list[Row]:
    a, r = authorizations.c, revocations.c
    taken_back = beside(revocations, authorizations, r.authorization_id == a.id)
    asks = (
        select(authorizations, r.id.is_not(None).label("revoked"))
        .outerjoin(revocations, taken_back)
        .where(a.community_id == tx.community, a.round_id == round_id, *only)
        .order_by(a.sequence)
    )
    return await tx.rows(asks)


def states_of(rows: Iterable[Row], limit: int) -> dict[UUID, ProxyState]:
    """The state of each authorization; those of all electors of their holders must be given."""
    states = proxy_states([_authorization(row) for row in rows], limit)
    return {UUID(key): state for key, state in states.items()}


def _authorization(row: Row) -> ProxyAuthorization:
    return ProxyAuthorization(
        str(row["id"]),
        str(row["elector_id"]),
        row["holder_key"],
        row["sequence"],
        bool(row["revoked"]),
    )
