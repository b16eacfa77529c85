"""Due work that keeps slots and files tidy."""

import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, select

from linli.kernel import clock
from linli.kernel.attachments.declare import EXPIRE, KEEP_EMPTY, SWEEP
from linli.kernel.attachments.models import Attachment, AttachmentSlot
from linli.kernel.attachments.store import Store, hold_files
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule
from linli.kernel.work.worker import Handler

EVERY = timedelta(days=1)
STALE_SECONDS = 86_400
PART = 500


def attachment_handlers(folder: Path) -> dict[str, Handler]:
    """The handlers of this due work."""
    store = Store(folder)

    async def sweep_community(tx: Tx, community_id: UUID) -> None:
        await sweep(tx, store, community_id)

    return {EXPIRE: expire, SWEEP: sweep_community}


async def expire(tx: Tx, item_id: UUID) -> None:
    """Give up slots of an item that have waited too long for their files; a fact says so."""
    slots = table(AttachmentSlot)
    mine = (slots.c.community_id == tx.community, slots.c.item_id == item_id)
    empty = (*mine, slots.c.filled_at.is_(None))
    rows = await tx.rows(select(slots.c.item_kind, slots.c.declared_at).where(*empty))
    now = clock.now()
    late = [row for row in rows if row["declared_at"] <= now - KEEP_EMPTY]
    if late:
        await tx.execute(delete(slots).where(*empty, slots.c.declared_at <= now - KEEP_EMPTY))
        kind, count = late[0]["item_kind"], {"files": len(late)}
        record(tx, FactDraft("kernel.attachment.expired", None, kind, item_id, now, count))
    waiting = [row["declared_at"] for row in rows if row not in late]
    if waiting:
        await schedule(tx, EXPIRE, item_id, min(waiting) + KEEP_EMPTY)


async def sweep(tx: Tx, store: Store, community_id: UUID) -> int:
    """Remove files that no row speaks of; the number removed.

    A file under its final name without a row was left by a crash or by an erasure: names and rows
    change only while ``hold_files`` is held.
    """
    await hold_files(tx)
    removed, files = 0, _files(store, community_id)
    while part := list(islice(files, PART)):
        kept = await _known(tx, [path.name for path in part])
        unknown = [path for path in part if path.name not in kept]
        for path in unknown:
            path.unlink(missing_ok=True)
        removed += len(unknown)
    _remove_stale(store.fresh(community_id).parent)
    await schedule(tx, SWEEP, community_id, clock.now() + EVERY)
    return removed


async def _known(tx: Tx, names: list[str]) -> set[str]:
    c = table(Attachment).c
    asks = select(c.sha256).where(c.community_id == tx.community, c.sha256.in_(names))
    return {row["sha256"] for row in await tx.rows(asks)}


def _files(store: Store, community_id: UUID) -> Iterator[Path]:
    folder = store.folder / str(community_id)
    return folder.glob("[0-9a-f][0-9a-f]/*")


def _remove_stale(folder: Path) -> None:
    """Remove what began to arrive and never did."""
    for path in folder.glob("*"):
        if time.time() - path.stat().st_mtime > STALE_SECONDS:
            path.unlink(missing_ok=True)
