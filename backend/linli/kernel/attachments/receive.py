"""Taking a file: streamed, hashed, looked at and sealed outside any transaction; then the row.

The order is: file durable under a name of its own, renamed to its hash, row committed. Whatever
fails in between leaves at most a file without a row, which ``sweep`` removes.
"""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.content import HEAD_BYTES, MAX_PIXELS, pixels, sniff
from linli.kernel.attachments.models import Attachment, AttachmentSlot
from linli.kernel.attachments.place_watch import PlaceWatch
from linli.kernel.attachments.sealed_file import SealedWriter
from linli.kernel.attachments.store import Store, bound_to, hold_files, key_of
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, not_found


@dataclass(frozen=True)
class Expected:
    """What was declared of a file, and the key to seal it with."""

    sizes: frozenset[int]
    content_types: frozenset[str]
    key: bytes
    stored: bool


async def receive_file(
    database: Database, store: Store, actor: Actor, sha256: str, body: AsyncIterator[bytes]
) -> tuple[Row, bool]:
    """Store a declared file.

    Args:
        database: opened for short transactions before and after the body arrives.
        store: where files are kept.
        actor: who sends it; any member may fill a slot, since the hash says what belongs there.
        sha256: the name of the file.
        body: the bytes as they arrive.

    Returns:
        ``{sha256, size, content_type, state}`` and whether the file is new.

    Raises:
        Problem: 404 when no item declared this hash; 413 when it is longer than declared; 415 when
            it is no type that is taken, another one than declared, too large a picture or one that
            tells a place; 422 when its hash or size differ; 503 when the disk fails.
    """
    async with database.transaction(write=True) as tx:
        await tx.enter(actor.community_id)
        expected = await _expected(tx, sha256)
    if expected.stored:
        async for _ in body:
            pass
        return await _told(database, actor, sha256), False
    fresh = store.fresh(actor.community_id)
    try:
        size, content_type = await _take(fresh, expected, actor, sha256, body)
        arrived = {"sha256": sha256, "size": size, "content_type": content_type}
        async with database.transaction(write=True) as tx:
            await tx.enter(actor.community_id)
            new = await _keep(tx, store, actor, fresh, arrived)
    except OSError as error:
        raise Problem(503, "storage_failed", headers={"Retry-After": "60"}) from error
    finally:
        fresh.unlink(missing_ok=True)
    return {**arrived, "state": "stored"}, new


async def _expected(tx: Tx, sha256: str) -> Expected:
    slots, stored = table(AttachmentSlot).c, table(Attachment).c
    declared = await tx.rows(
        select(slots.size, slots.content_type).where(
            slots.community_id == tx.community, slots.sha256 == sha256
        )
    )
    if not declared:
        raise not_found()
    is_here = select(stored.sha256).where(
        stored.community_id == tx.community, stored.sha256 == sha256
    )
    return Expected(
        frozenset(row["size"] for row in declared),
        frozenset(row["content_type"] for row in declared),
        await key_of(tx, sha256),
        await tx.scalar(is_here) is not None,
    )


async def _told(database: Database, actor: Actor, sha256: str) -> Row:
    c = table(Attachment).c
    async with database.transaction(write=False) as tx:
        await tx.enter(actor.community_id)
        asks = select(c.sha256, c.size, c.content_type)
        row = await tx.row(asks.where(c.community_id == tx.community, c.sha256 == sha256))
    if row is None:
        raise not_found()
    return {**row, "state": "stored"}


async def _take(
    fresh: Path, expected: Expected, actor: Actor, sha256: str, body: AsyncIterator[bytes]
) -> tuple[int, str]:
    """Write the file under a fresh name; its size and its type, once both were found right."""
    hashed, head, size, watch = hashlib.sha256(), bytearray(), 0, PlaceWatch()
    with SealedWriter(fresh, expected.key, bound_to(actor.community_id, sha256)) as writer:
        async for part in body:
            size += len(part)
            if size > max(expected.sizes):
                raise Problem(413, "too_large")
            hashed.update(part)
            watch.see(part)
            head += part[: HEAD_BYTES - len(head)]
            writer.write(part)
        if hashed.hexdigest() != sha256 or size not in expected.sizes:
            raise Problem(422, "not_as_declared")
        content_type = _accepted_type(bytes(head), expected)
        if content_type.startswith("image/") and watch.tells_place():
            raise Problem(415, "picture_tells_place")
        await asyncio.to_thread(writer.finish)
    return size, content_type


def _accepted_type(head: bytes, expected: Expected) -> str:
    found = sniff(head)
    if found is None or found not in expected.content_types:
        raise Problem(415, "type_not_taken")
    area = pixels(found, head)
    if area is None or area > MAX_PIXELS:
        raise Problem(415, "picture_not_taken")
    return found


async def _keep(tx: Tx, store: Store, actor: Actor, fresh: Path, arrived: Row) -> bool:
    """Rename, then the row, then one fact for each item that had waited for the file."""
    await hold_files(tx)
    place = store.place(tx.community, arrived["sha256"])
    await asyncio.to_thread(_rename, fresh, place)
    now = clock.now()
    row = {
        "community_id": tx.community,
        "stored_by": actor.account_id,
        "stored_at": now,
        **arrived,
    }
    if not await insert_new(tx, table(Attachment), ("community_id", "sha256"), row):
        return False
    slots = table(AttachmentSlot).c
    waiting = select(slots.item_kind, slots.item_id).where(
        slots.community_id == tx.community, slots.sha256 == arrived["sha256"]
    )
    for slot in await tx.rows(waiting):
        kind, item_id = slot["item_kind"], slot["item_id"]
        stored = "kernel.attachment.stored"
        record(tx, FactDraft(stored, actor.account_id, kind, item_id, now, {}, arrived))
    return True


def _rename(fresh: Path, place: Path) -> None:
    """Give a file its name and wait until the disk knows it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh.replace(place)
    handle = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
