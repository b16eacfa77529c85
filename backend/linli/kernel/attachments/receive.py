"""Taking a file: streamed, hashed, looked at and sealed outside any transaction; then the row.

The order is: file durable under a name of its own, renamed to its hash, row committed. Whatever
fails in between leaves at most a file without a row, which ``sweep`` removes. A file that is here
already is taken again for another's slot: only who has the bytes may have the file.
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
from linli.kernel.attachments.filling import Waiting, fill, waiting_for
from linli.kernel.attachments.models import Attachment
from linli.kernel.attachments.place_watch import PlaceWatch
from linli.kernel.attachments.sealed_file import SealedWriter
from linli.kernel.attachments.store import Store, bound_to, hold_files, key_of
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.problems import Problem, not_found

FILE_KEY = ("community_id", "sha256")


@dataclass(frozen=True)
class Expected:
    """What was declared of a file, and the key to seal it with."""

    waiting: Waiting
    key: bytes


async def receive_file(
    database: Database, store: Store, actor: Actor, sha256: str, body: AsyncIterator[bytes]
) -> tuple[Row, bool]:
    """Store a declared file.

    Args:
        database: opened for short transactions before and after the body arrives.
        store: where files are kept.
        actor: who sends it; any member may, since the hash says what belongs there. It fills the
            slots that ``waiting_for`` tells.
        sha256: the name of the file.
        body: the bytes as they arrive.

    Returns:
        ``{sha256, size, content_type, state}`` and whether it filled a slot.

    Raises:
        Problem: 404 when no item declared this hash; 413 when it is longer than declared; 415 when
            it is no type that is taken, another one than declared, too large a picture or one that
            tells a place; 422 when its hash or size differ; 503 when the disk fails.
    """
    async with database.transaction(write=True) as tx:
        await tx.enter(actor.community_id)
        expected = Expected(await waiting_for(tx, actor, sha256), await key_of(tx, sha256))
    if expected.waiting.done:
        async for _ in body:
            pass
        return await _told(database, actor, sha256), False
    fresh = store.fresh(actor.community_id)
    try:
        size, content_type = await _take(fresh, expected, actor, sha256, body)
        arrived = {"sha256": sha256, "size": size, "content_type": content_type}
        async with database.transaction(write=True) as tx:
            await tx.enter(actor.community_id)
            await hold_files(tx)
            new = await fill(tx, actor, expected.waiting, arrived)
            if new:  # otherwise nobody waits for it
                await _keep(tx, store, actor, fresh, arrived)
    except OSError as error:
        raise Problem(503, "storage_failed", headers={"Retry-After": "60"}) from error
    finally:
        fresh.unlink(missing_ok=True)
    return await _told(database, actor, sha256), new


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
            if size > max(expected.waiting.sizes):
                raise Problem(413, "too_large")
            hashed.update(part)
            watch.see(part)
            head += part[: HEAD_BYTES - len(head)]
            writer.write(part)
        if hashed.hexdigest() != sha256 or size not in expected.waiting.sizes:
            raise Problem(422, "not_as_declared")
        content_type = _accepted_type(bytes(head), expected.waiting)
        if content_type.startswith("image/") and watch.tells_place():
            raise Problem(415, "picture_tells_place")
        await asyncio.to_thread(writer.finish)
    return size, content_type


def _accepted_type(head: bytes, waiting: Waiting) -> str:
    found = sniff(head)
    if found is None or found not in waiting.content_types:
        raise Problem(415, "type_not_taken")
    area = pixels(found, head)
    if area is None or area > MAX_PIXELS:
        raise Problem(415, "picture_not_taken")
    return found


async def _keep(tx: Tx, store: Store, actor: Actor, fresh: Path, arrived: Row) -> None:
    """Rename, then the row; one that is there already is locked against an erasure."""
    await asyncio.to_thread(_rename, fresh, store.place(tx.community, arrived["sha256"]))
    who = {"stored_by": actor.account_id, "stored_at": clock.now()}
    new = insert_for(tx, table(Attachment))
    size = {"size": new.excluded.size}
    keep = new.on_conflict_do_update(index_elements=FILE_KEY, set_=size)
    await tx.execute(keep, {"community_id": tx.community, **who, **arrived})


def _rename(fresh: Path, place: Path) -> None:
    """Give a file its name and wait until the disk knows it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh.replace(place)
    handle = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
