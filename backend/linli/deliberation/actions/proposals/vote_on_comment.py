from datetime import datetime
from uuid import UUID

from linli.deliberation.facts.proposals import comment_voted
from linli.deliberation.queries.proposals.comments import read_comment
from linli.deliberation.queries.proposals.known import steps_of
from linli.deliberation.queries.proposals.tables import votes
from linli.deliberation.rules.proposals.comment_window import takes_comment
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.facts.record import Recorded, record
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, invalid

ONE_EACH = ("community_id", "comment_id", "account_id")


async def vote_on_comment(tx: Tx, actor: Actor, comment_id: UUID, vote: str) -> None:
    """Agree with what a comment says, or not; the newest word holds, one a person.

    Raises:
        Problem: as ``check_vote``.
    """
    now = clock.now()
    comment = await check_vote(tx, actor, comment_id, now)
    if comment["my_vote"] != vote:
        await keep_vote(tx, actor, new_id(), comment_id, vote, now)


async def check_vote(tx: Tx, actor: Actor, comment_id: UUID, said_at: datetime) -> Row:
    """The comment, when the actor may say what they think of it.

    Raises:
        Problem: 404; 409 ``comments_not_open``; 422 ``own_comment`` or ``only_comments``.
    """
    comment = await read_comment(tx, actor, comment_id)
    if comment["is_mine"]:
        raise invalid("/vote", "own_comment")
    if comment["reply_to"] is not None:
        raise invalid("/vote", "only_comments")
    steps = (await steps_of(tx, actor, [comment["proposal_id"]]))[comment["proposal_id"]]
    if not takes_comment(steps, said_at, clock.now()):
        raise Problem(409, "comments_not_open")
    return comment


async def keep_vote(  # noqa: PLR0913, PLR0917 - a vote is all of this
    tx: Tx, actor: Actor, vote_id: UUID, comment_id: UUID, vote: str, said_at: datetime
) -> Recorded:
    """Store what somebody said; it stays unless they said something later already."""
    row = {
        "community_id": tx.community,
        "id": vote_id,
        "comment_id": comment_id,
        "account_id": actor.account_id,
        "vote": vote,
        "voted_at": said_at,
    }
    new = insert_for(tx, votes).values(row)
    changed = {name: new.excluded[name] for name in ("id", "vote", "voted_at")}
    newest = new.on_conflict_do_update(
        index_elements=ONE_EACH, set_=changed, where=votes.c.voted_at <= new.excluded.voted_at
    )
    await tx.execute(newest)
    return record(tx, comment_voted(actor, vote_id, comment_id, said_at, vote))
