"""The ballots of electors, as the rule takes them that says which one counts."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.proxies import standing_of_proxies
from linli.deliberation.queries.ballots.tables import ballots, beside, confirmations
from linli.deliberation.rules.ballots.counted_ballot import CastBallot
from linli.deliberation.rules.ballots.proxies import ProxyState
from linli.deliberation.rules.ballots.round_mode import Way
from linli.kernel.db.transaction import Row, Tx


async def ballots_of_elector(
    tx: Tx, round_id: UUID, elector_id: UUID, limit: int
) -> list[CastBallot]:
    """Every ballot of one elector, in the order of recording."""
    b, k = ballots.c, confirmations.c
    confirmed = beside(confirmations, ballots, k.ballot_id == b.id)
    asks = (
        select(
            b.id,
            b.elector_id,
            b.way,
            b.sequence,
            b.cast_at,
            b.corrects,
            b.proxy_id,
            k.id.is_not(None).label("confirmed"),
        )
        .outerjoin(confirmations, confirmed)
        .where(b.community_id == tx.community, b.elector_id == elector_id)
        .order_by(b.sequence)
    )
    rows = await tx.rows(asks)
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
        corrects=str(row["corrects"]) if row["corrects"] else None,
        holder=str(proxy) if proxy else None,
        proxy_stands=proxy is None or proxy in standing,
    )
