from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.facts.representatives import message_moved
from linli.deliberation.queries.representatives.tables import messages
from linli.kernel import clock
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.erase import erase_private
from linli.kernel.facts.record import record
from linli.kernel.vault.vault import destroy_person_key


async def erase_messages(tx: Tx, account_id: UUID) -> None:
    """Erase what an account wrote to representatives, and their answers, backups included."""
    c = messages.c
    theirs = (c.community_id == tx.community, c.created_by == account_id, c.words.is_not(None))
    ids = [row["id"] for row in await tx.rows(select(c.id).where(*theirs).order_by(c.id))]
    if not ids:
        return
    gone = {"words": None, "answer": None, "body_digest": b""}
    await tx.execute(update(messages).where(*theirs).values(gone))
    await destroy_person_key(tx, account_id)
    await erase_private(tx, ids)
    for message_id in ids:
        record(tx, message_moved(None, "erased", message_id, clock.now()))
