from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.facts.representatives import message_moved
from linli.deliberation.queries.representatives.messages import (
    own_mandates_in_force,
    sealed_answer,
)
from linli.deliberation.queries.representatives.tables import messages
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, not_found
from linli.kernel.vault.vault import seal_content


async def answer_message(tx: Tx, actor: Actor, message_id: UUID, words: str) -> datetime:
    """Answer a message to one's own mandate, once.

    Returns:
        When.

    Raises:
        Problem: 404 for another's message; 409 ``message_answered``; 410 ``erased``.
    """
    c = messages.c
    this = (c.community_id == tx.community, c.id == message_id)
    message = await tx.row(select(messages).where(*this).with_for_update())
    if message is None or message["mandate_id"] not in await own_mandates_in_force(tx, actor):
        raise not_found()
    if message["answered_at"] is not None:
        raise Problem(409, "message_answered")
    if message["words"] is None:
        raise Problem(410, "erased")
    now = clock.now()
    sealed = await seal_content(
        tx, sealed_answer(message_id, message["created_by"]), {"words": words}
    )
    done = {"answer": sealed, "answered_by": actor.account_id, "answered_at": now}
    await tx.execute(update(messages).where(*this).values(done))
    record(tx, message_moved(actor.account_id, "answered", message_id, now))
    return now
