"""Erasing the files of items whose content must go."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, exists, select

from linli.kernel import clock
from linli.kernel.attachments.declare import SWEEP
from linli.kernel.attachments.models import Attachment, AttachmentSlot
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.work.schedule import schedule


async def erase_attachments(tx: Tx, item_kind: str, item_ids: Collection[UUID]) -> None:
    """Forget the files of these items; files that were sent for no other are removed from disk.

    The rows go in this transaction; the files follow as due work as soon as it has committed.
    A slot of another item that only names the hash keeps no file. Rows are locked in the order in
    which an arriving file locks them: slots, then the file.
    """
    slots, stored = table(AttachmentSlot), table(Attachment)
    theirs = (
        slots.c.community_id == tx.community,
        slots.c.item_kind == item_kind,
        slots.c.item_id.in_(list(item_ids)),
    )
    gone = await tx.execute(delete(slots).where(*theirs).returning(slots.c.sha256))
    files = (stored.c.community_id == tx.community, stored.c.sha256.in_(set(gone.scalars())))
    await tx.rows(select(stored.c.sha256).where(*files).order_by(stored.c.sha256).with_for_update())
    filled = exists().where(
        slots.c.community_id == stored.c.community_id,
        slots.c.sha256 == stored.c.sha256,
        slots.c.filled_at.is_not(None),
    )
    if (await tx.execute(delete(stored).where(*files, ~filled))).rowcount:
        await schedule(tx, SWEEP, tx.community, clock.now())
