"""Taking what neighbours think of comments, as phones send it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.proposals.vote_on_comment import check_vote, keep_vote
from linli.deliberation.queries.proposals.tables import votes
from linli.deliberation.rules.proposals.said_when import said_when
from linli.deliberation.schemas.proposals.comment import CommentVoteRecord
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.receipts import receipts_of
from linli.kernel.problems import Problem
from linli.kernel.sync.items import SyncItem, Verdict

KIND = "comment_vote"


async def log_comment_votes(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Take votes in the order of saying; of a person's votes on a comment the newest holds.

    A vote that a later one replaced is known by its entry in the log.

    Args:
        tx: a write transaction inside the actor's community.
        actor: who agrees or not.
        items: each id once; payloads are ``CommentVoteRecord``.

    Returns:
        A verdict for each item, in its place; rejected as ``check_vote`` refuses.
    """
    ids = [item.id for item in items]
    known, rows = await receipts_of(tx, KIND, ids), await _rows(tx, ids)
    return [
        _recognised(item, rows.get(item.id)) if item.id in known else await _take(tx, actor, item)
        for item in items
    ]


async def _rows(tx: Tx, ids: Collection[UUID]) -> dict[UUID, Row]:
    asks = select(votes).where(votes.c.community_id == tx.community, votes.c.id.in_(ids))
    return {row["id"]: row for row in await tx.rows(asks)}


def _recognised(item: SyncItem, stored: Row | None) -> Verdict:
    said: CommentVoteRecord = item.payload
    told = (said.comment_id, said.vote)
    if stored is not None and (stored["comment_id"], stored["vote"]) != told:
        return Verdict.conflict("id")
    return Verdict.duplicate()


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Verdict:
    said: CommentVoteRecord = item.payload
    at = said_when(said.said_at, clock.now())
    try:
        await check_vote(tx, actor, said.comment_id, at)
    except Problem as problem:
        return Verdict.rejected(problem)
    return Verdict.accepted(await keep_vote(tx, actor, item.id, said.comment_id, said.vote, at))
