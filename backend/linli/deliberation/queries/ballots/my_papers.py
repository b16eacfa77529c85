"""The papers that were recorded for an elector, as their owner sees them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.contested import objections_to
from linli.deliberation.queries.ballots.objections import shown_objection
from linli.deliberation.queries.ballots.paper_photos import photo_here
from linli.deliberation.queries.ballots.round_rows import place_of, profile_in, round_row
from linli.deliberation.queries.ballots.standing import Standing, standings_of
from linli.deliberation.queries.ballots.strikes import strikes_of
from linli.deliberation.queries.ballots.tables import ballots, beside, confirmations, counted
from linli.deliberation.rules.ballots.round_mode import Way
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx

_b, _k, _c = ballots.c, confirmations.c, counted.c


async def papers_for(
    tx: Tx, actor: Actor, standings: Sequence[Standing]
) -> defaultdict[UUID, list[Row]]:
    """Elector → papers recorded for it, the oldest first; only where the actor is told its line."""
    rows = await _rows(tx, {one.elector["id"] for one in standings if one.told_line})
    ids = [row["id"] for row in rows]
    files = await slots_of(tx, ids) if ids else {}
    contested = await objections_to(tx, ids)
    struck = await strikes_of(tx, actor, ids)
    readers = {row[name] for row in rows for name in ("first", "second") if row[name]}
    names = await names_of(tx, readers)
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        its_files = files.get(row["id"], [])
        about = {
            "id": row["id"],
            "handed_in_at": row["cast_at"],
            "recorded_at": row["created_at"],
            "recorded_by": names.get(row["first"]),
            "confirmed_by": names.get(row["second"]),
            "confirmed": row["second"] is not None,
            "by_proxy": row["proxy_id"] is not None,
            "counts": row["counts"] is not None,
            "photo_here": photo_here(its_files),
            "objections": [shown_objection(one, actor) for one in contested.get(row["id"], [])],
            "strike": struck.get(row["id"]),
            "attachments": its_files,
        }
        found[row["elector_id"]].append(about)
    return found


async def _rows(tx: Tx, elector_ids: Collection[UUID]) -> list[Row]:
    if not elector_ids:
        return []
    asks = (
        select(
            _b.id,
            _b.elector_id,
            _b.cast_at,
            _b.created_at,
            _b.proxy_id,
            _b.created_by.label("first"),
            _k.created_by.label("second"),
            _c.id.label("counts"),
        )
        .select_from(
            ballots.outerjoin(
                confirmations, beside(confirmations, ballots, _k.ballot_id == _b.id)
            ).outerjoin(counted, beside(counted, ballots, _c.ballot_id == _b.id))
        )
        .where(_b.community_id == tx.community, _b.elector_id.in_(elector_ids))
        .where(_b.way == str(Way.PAPER))
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
