from uuid import UUID

from linli.deliberation.facts.proposals import comment_voted
from linli.deliberation.queries.proposals.comments import read_comment
from linli.deliberation.queries.proposals.known import steps_of
from linli.deliberation.queries.proposals.tables import votes
from linli.deliberation.rules.proposals.comment_window import takes_comment
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, invalid

ONE_EACH = ("community_id", "comment_id", "account_id")


async def vote_on_comment(tx: Tx, actor: Actor, comment_id: UUID, vote: str) -> None:
    """Agree with what a comment says, or not; the newest word holds, one a person.

    Raises:
        Problem: 404; 409 ``comments_not_open``; 422 ``own_comment`` or ``only_comments``.
    """
    comment, now = await read_comment(tx, actor, comment_id), clock.now()
    if comment["is_mine"]:
        raise invalid("/vote", "own_comment")
    if comment["reply_to"] is not None:
        raise invalid("/vote", "only_comments")
    if comment["my_vote"] == vote:
        return
    steps = (await steps_of(tx, actor, [comment["proposal_id"]]))[comment["proposal_id"]]
    if not takes_comment(steps, now, now):
        raise Problem(409, "comments_not_open")
    row = {
        "community_id": tx.community,
        "id": new_id(),
        "comment_id": comment_id,
        "account_id": actor.account_id,
        "vote": vote,
        "voted_at": now,
    }
    new = insert_for(tx, votes).values(row)
    changed = {"vote": new.excluded.vote, "voted_at": new.excluded.voted_at}
    await tx.execute(new.on_conflict_do_update(index_elements=ONE_EACH, set_=changed))
    record(tx, comment_voted(actor, comment_id, now, vote))
