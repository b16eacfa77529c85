from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.facts.representatives import message_moved
from linli.deliberation.queries.representatives.mandates import ruled
from linli.deliberation.queries.representatives.messages import hands_of, sealed_place
from linli.deliberation.queries.representatives.tables import messages
from linli.deliberation.rules.representatives.addressee import addressee
from linli.kernel import clock
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.vault.many import disclose


async def pass_on_messages(tx: Tx, mandates: Sequence[Row], today: date) -> None:
    """Give what a building's former representatives left unanswered to who speaks for it now.

    Nothing moves while nobody does. The building's mandates are locked.
    """
    known = [ruled(row) for row in mandates]
    c = messages.c
    waiting = select(c.id, c.mandate_id, c.created_by).where(
        c.community_id == tx.community,
        c.mandate_id.in_([row["id"] for row in mandates]),
        c.answered_at.is_(None),
        c.words.is_not(None),
    )
    for message in await tx.rows(waiting.order_by(c.id).with_for_update()):
        named = str(message["mandate_id"])
        building = next(each.building for each in known if each.id == named)
        following = addressee(named, building, known, today)
        if following is not None and following.id != named:
            await _pass_on(tx, message, UUID(following.id), UUID(following.representative))


async def _pass_on(tx: Tx, message: Row, mandate_id: UUID, account_id: UUID) -> None:
    c = messages.c
    this = update(messages).where(c.community_id == tx.community, c.id == message["id"])
    await tx.execute(this.values(mandate_id=mandate_id))
    await disclose(tx, hands_of(sealed_place(message["id"], message["created_by"]), account_id))
    record(tx, message_moved(None, "passed_on", message["id"], clock.now()))
