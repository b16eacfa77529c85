from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.facts.proposals import comment_moderated
from linli.deliberation.models.proposals.comment import CommentModeration
from linli.deliberation.queries.proposals.tables import comments
from linli.deliberation.schemas.proposals.comment import ModerationIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, not_found


async def moderate_comment(tx: Tx, actor: Actor, comment_id: UUID, body: ModerationIn) -> bool:
    """Hide a comment's words from others, or show them again; whether it is new.

    Nothing is deleted: the place stays with the public reason, the author goes on reading the own
    words, and the position and the homes behind it go on counting.

    Raises:
        Problem: 404; 409 ``hidden_already`` or ``shown_already``, and as ``create_once``.
    """
    c = comments.c
    this = (c.community_id == tx.community, c.id == comment_id)
    comment = await tx.row(select(c.id, c.hidden_at).where(*this).with_for_update())
    if comment is None:
        raise not_found()
    told = {"verb": body.verb, "reason": body.reason}
    if not await create_once(tx, actor, CommentModeration, body, comment_id=comment_id, **told):
        return False
    hides, now = body.verb == "hide", clock.now()
    if hides is (comment["hidden_at"] is not None):
        raise Problem(409, "hidden_already" if hides else "shown_already")
    hidden = {"hidden_at": now, "hidden_because": body.reason}
    values = hidden if hides else dict.fromkeys(hidden)
    await tx.execute(update(comments).where(*this).values(**values))
    record(tx, comment_moderated(actor, body.verb, comment_id, now, body.reason))
    return True
