"""The papers that were recorded for an elector, as their owner sees them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.paper_rows import paper_rows, told_papers
from linli.deliberation.queries.ballots.round_rows import place_of, profile_in, round_row
from linli.deliberation.queries.ballots.standing import Standing, standings_of
from linli.deliberation.queries.ballots.tables import ballots
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx

_b = ballots.c


async def papers_for(
    tx: Tx, actor: Actor, standings: Sequence[Standing]
) -> defaultdict[UUID, list[Row]]:
    """Elector → papers recorded for it, the oldest first; only where the actor is told its line."""
    rows = await _rows(tx, {one.elector["id"] for one in standings if one.told_line})
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row, told in zip(rows, await told_papers(tx, actor, rows), strict=True):
        found[row["elector_id"]].append(told)
    return found


async def _rows(tx: Tx, elector_ids: Collection[UUID]) -> list[Row]:
    if not elector_ids:
        return []
    asks = (
        paper_rows()
        .where(_b.community_id == tx.community, _b.elector_id.in_(elector_ids))
        .order_by(_b.elector_id, _b.sequence)
    )
    return await tx.rows(asks)


async def is_for(tx: Tx, actor: Actor, round_: Row, ballot_id: UUID) -> bool:
    """Whether it is a paper of the round that was recorded for an elector whose line is told."""
    return ballot_id in await papers_of_actor(tx, actor, round_)


async def papers_of_actor(tx: Tx, actor: Actor, round_: Row) -> set[UUID]:
    """The papers of a round that were recorded for the actor."""
    _, city = await place_of(tx)
    standings = await standings_of(tx, actor, round_, profile_in(round_, city).proxy_limit)
    own = {one.elector["id"] for one in standings if one.told_line}
    return {row["id"] for row in await _rows(tx, own)}


async def own_papers(tx: Tx, actor: Actor, ids: Collection[UUID]) -> set[UUID]:
    """Of some ballots, those that are papers recorded for the actor."""
    asks = select(_b.round_id).where(_b.community_id == tx.community, _b.id.in_(ids)).distinct()
    found: set[UUID] = set()
    for row in await tx.rows(asks):
        found |= await papers_of_actor(tx, actor, await round_row(tx, row["round_id"]))
    return found & set(ids)
