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
    """Forget the files of these items; files that no other item declared are removed from disk.

    The rows go in this transaction; the files follow as due work as soon as it has committed.
    """
    slots, stored = table(AttachmentSlot), table(Attachment)
    theirs = (
        slots.c.community_id == tx.community,
        slots.c.item_kind == item_kind,
        slots.c.item_id.in_(list(item_ids)),
    )
    files = {row["sha256"] for row in await tx.rows(select(slots.c.sha256).where(*theirs))}
    await tx.execute(delete(slots).where(*theirs))
    declared = exists().where(
        slots.c.community_id == stored.c.community_id, slots.c.sha256 == stored.c.sha256
    )
    unused = (stored.c.community_id == tx.community, stored.c.sha256.in_(files), ~declared)
    if (await tx.execute(delete(stored).where(*unused))).rowcount:
        await schedule(tx, SWEEP, tx.community, clock.now())
