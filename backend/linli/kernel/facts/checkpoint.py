"""Signed checkpoints (c2sp.org/tlog-checkpoint): the community's log as it stands, under signature.

Before a head is signed, the stored log is checked to contain the head signed last, as the database
remembers it and as a file beside the database remembers it. A database put back to an older state
therefore can't sign a second history under the same epoch; ``linli restore`` begins a new one.
"""

import base64
import json
import os
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, update

from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.facts.merkle import Tree
from linli.kernel.facts.models import FactCheckpoint, FactHead
from linli.kernel.facts.note import Verifier, sign_note
from linli.kernel.facts.proofs import regrow, root_at
from linli.kernel.keyring import Keyring
from linli.kernel.problems import Problem


@dataclass(frozen=True)
class Head:
    """The log of one epoch at one size."""

    epoch: UUID
    size: int
    root_hash: bytes


@dataclass(frozen=True)
class Checkpoint:
    """A signed head."""

    head: Head
    signed_note: str


def origin_of(community_id: UUID, epoch: UUID) -> str:
    """The name of a log: each history of each community has its own."""
    return f"linli/{community_id}/{epoch}"


def verifier_of(keyring: Keyring, community_id: UUID, epoch: UUID) -> Verifier:
    """The public key that a community's checkpoints are verified with."""
    key = keyring.signing_key(f"log {community_id}")
    return Verifier(origin_of(community_id, epoch), key.public_key().public_bytes_raw())


async def latest_checkpoint(database: Database, folder: Path, community_id: UUID) -> Checkpoint:
    """The checkpoint of the log as it stands, signed now unless it was before.

    Args:
        database: checked in a transaction of its own, then swapped in a short one.
        folder: where the files that remember signed heads are.
        community_id: whose log.

    Raises:
        Problem: 503 ``log_inconsistent`` when the log no longer contains what was signed.
    """
    while True:
        async with database.transaction(write=False) as tx:
            await tx.enter(community_id)
            last, head = await _last(tx), await _checked_head(tx, folder)
        if last is not None and last.head == head:
            return last
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            signed = _sign(tx, head)
            if await _swap(tx, last, signed):
                remember(folder, community_id, head)
                return signed


async def _last(tx: Tx) -> Checkpoint | None:
    signed = table(FactCheckpoint)
    row = await tx.row(select(signed).where(signed.c.community_id == tx.community))
    if row is None:
        return None
    return Checkpoint(Head(row["epoch"], row["size"], row["root_hash"]), row["signed_note"])


async def _checked_head(tx: Tx, folder: Path) -> Head:
    """The present head, after the log was found to contain all that was signed of this epoch."""
    c = table(FactHead).c
    row = await tx.row(select(c.epoch, c.size, c.frontier).where(c.community_id == tx.community))
    if row is None:
        raise RuntimeError("the community has no log; open_log was not called")
    head = Head(row["epoch"], row["size"], Tree.load(row["size"], row["frontier"]).root)
    last = await _last(tx)
    signed = [] if last is None else [last.head]
    signed += remembered(folder, tx.community)
    start = 0
    for earlier in signed:
        if earlier.epoch == head.epoch:
            await _require_contained(tx, earlier, head)
            start = max(start, earlier.size)
    if (await regrow(tx, start, head.size)).root != head.root_hash:
        raise _inconsistent()
    return head


async def _require_contained(tx: Tx, earlier: Head, head: Head) -> None:
    if earlier.size > head.size or await root_at(tx, earlier.size) != earlier.root_hash:
        raise _inconsistent()


def _inconsistent() -> Problem:
    return Problem(503, "log_inconsistent")


def _sign(tx: Tx, head: Head) -> Checkpoint:
    origin = origin_of(tx.community, head.epoch)
    root = base64.b64encode(head.root_hash).decode()
    text = f"{origin}\n{head.size}\n{root}\n"
    key = tx.keyring.signing_key(f"log {tx.community}")
    return Checkpoint(head, sign_note(text, origin, key))


async def _swap(tx: Tx, last: Checkpoint | None, signed: Checkpoint) -> bool:
    """Put the new checkpoint in the place of ``last``; ``False`` when another came first."""
    target = table(FactCheckpoint)
    values: Row = {
        "epoch": signed.head.epoch,
        "size": signed.head.size,
        "root_hash": signed.head.root_hash,
        "signed_note": signed.signed_note,
        "signed_at": clock.now(),
    }
    if last is None:
        row = {"community_id": tx.community, **values}
        return await insert_new(tx, target, ("community_id",), row)
    unchanged = (
        target.c.community_id == tx.community,
        target.c.epoch == last.head.epoch,
        target.c.size == last.head.size,
    )
    return (await tx.execute(update(target).where(*unchanged).values(values))).rowcount == 1


def remember(folder: Path, community_id: UUID, head: Head) -> None:
    """Keep a signed head beside the database, durably, before anybody sees it."""
    heads = folder / "heads"
    heads.mkdir(parents=True, exist_ok=True)
    text = json.dumps(
        {"epoch": str(head.epoch), "size": head.size, "root_hash": head.root_hash.hex()}
    )
    fresh = heads / f"{community_id}.new"
    with fresh.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(heads / f"{community_id}.json")


def remembered(folder: Path, community_id: UUID) -> list[Head]:
    """The head that was kept beside the database, if any."""
    path = folder / "heads" / f"{community_id}.json"
    if not path.exists():
        return []
    kept = json.loads(path.read_text())
    return [Head(UUID(kept["epoch"]), kept["size"], bytes.fromhex(kept["root_hash"]))]
