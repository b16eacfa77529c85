"""The ballots of electors, as the rule takes them that says which one counts."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam, select

from linli.deliberation.queries.ballots.proxies import standing_of_proxies
from linli.deliberation.queries.ballots.tables import (
    ballots,
    beside,
    confirmations,
    strike_agreements,
)
from linli.deliberation.rules.ballots.counted_ballot import CastBallot
from linli.deliberation.rules.ballots.proxies import ProxyState
from linli.deliberation.rules.ballots.round_mode import Way
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

_b, _k, _s = ballots.c, confirmations.c, strike_agreements.c
_OF_ELECTOR = Fast(
    select(
        _b.id,
        _b.elector_id,
        _b.way,
        _b.sequence,
        _b.cast_at,
        _b.corrects,
        _b.proxy_id,
        _k.id.is_not(None).label("confirmed"),
        _s.id.is_not(None).label("struck"),
    )
    .outerjoin_from(ballots, confirmations, beside(confirmations, ballots, _k.ballot_id == _b.id))
    .outerjoin(strike_agreements, beside(strike_agreements, ballots, _s.ballot_id == _b.id))
    .where(
        _b.community_id == bindparam("community_id", type_=Uuid),
        _b.elector_id == bindparam("elector_id", type_=Uuid),
    )
    .order_by(_b.sequence)
)


async def ballots_of_elector(
    tx: Tx, round_id: UUID, elector_id: UUID, limit: int
) -> list[CastBallot]:
    """Every ballot of one elector, in the order of recording."""
    rows = await tx.rows(_OF_ELECTOR, {"community_id": tx.community, "elector_id": elector_id})
    states: dict[UUID, ProxyState] = {}
    if any(row["proxy_id"] for row in rows):
        states = await standing_of_proxies(tx, round_id, elector_id, limit)
    standing = {key for key, state in states.items() if state is ProxyState.STANDS}
    return [cast_ballot_of(row, standing) for row in rows]


def cast_ballot_of(row: Row, standing: Collection[UUID]) -> CastBallot:
    """A ballot as the rule takes it; ``standing`` are the authorizations that stand."""
    way, proxy = Way(row["way"]), row["proxy_id"]
    return CastBallot(
        id=str(row["id"]),
        elector=str(row["elector_id"]),
        way=way,
        sequence=row["sequence"],
        cast_at=row["cast_at"],
        confirmed=way is not Way.PAPER or bool(row["confirmed"]),
        struck=bool(row["struck"]),
        corrects=str(row["corrects"]) if row["corrects"] else None,
        holder=str(proxy) if proxy else None,
        proxy_stands=proxy is None or proxy in standing,
    )
