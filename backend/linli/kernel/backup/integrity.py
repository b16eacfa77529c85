"""Whether a database is whole: its own checks, every log from its first leaf, every file."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, text

from linli.kernel.attachments.models import Attachment
from linli.kernel.attachments.store import Store
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.checkpoint import remembered
from linli.kernel.facts.merkle import Tree
from linli.kernel.facts.models import FactCheckpoint, FactHead
from linli.kernel.facts.proofs import regrow, root_at
from linli.kernel.facts.series import series_faults


@dataclass(frozen=True)
class Findings:
    """What was found of one community.

    Attributes:
        community_id: which one.
        facts: length of its log.
        files: attachments that are stored.
        faults: in words; empty when all is well.
    """

    community_id: UUID
    facts: int
    files: int
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """What was found of the whole server: faults of the database, and each community."""

    faults: tuple[str, ...]
    communities: tuple[Findings, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults and not any(each.faults for each in self.communities)


async def database_faults(database: Database) -> list[str]:
    """What SQLite's own checks find; PostgreSQL checks its pages and keys while it works."""
    if database.on_postgres:
        return []
    async with database.transaction(write=False) as tx:
        told = [row["integrity_check"] for row in await tx.rows(text("PRAGMA integrity_check"))]
        orphans = await tx.rows(text("PRAGMA foreign_key_check"))
    faults = [line for line in told if line != "ok"]
    return faults + [f"{row['table']} refers to a row that is not there" for row in orphans]


async def examine(database: Database, folder: Path, community_id: UUID) -> Findings:
    """Check one community.

    Args:
        database: opened as the serving role.
        folder: the data folder, with files and remembered heads.
        community_id: which community.
    """
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        size, faults = await _log_faults(tx, folder)
        files = await tx.rows(
            select(table(Attachment).c.sha256).where(
                table(Attachment).c.community_id == community_id
            )
        )
    store = Store(folder / "attachments")
    lost = [row for row in files if not store.place(community_id, row["sha256"]).is_file()]
    if lost:
        faults.append(f"{len(lost)} of {len(files)} files are not there")
    return Findings(community_id, size, len(files), tuple(faults))


async def _log_faults(tx: Tx, folder: Path) -> tuple[int, list[str]]:
    heads, signed = table(FactHead).c, table(FactCheckpoint).c
    head = await tx.row(
        select(heads.epoch, heads.size, heads.frontier).where(heads.community_id == tx.community)
    )
    if head is None:
        return 0, ["there is no log"]
    faults = await _tree_faults(tx, head) + await series_faults(tx, head["size"])
    last = await tx.row(
        select(signed.epoch, signed.size, signed.root_hash).where(
            signed.community_id == tx.community
        )
    )
    known = [] if last is None else [(last["epoch"], last["size"], last["root_hash"])]
    known += [(each.epoch, each.size, each.root_hash) for each in remembered(folder, tx.community)]
    for epoch, size, root in known:
        if epoch == head["epoch"] and not await _contains(tx, head["size"], size, root):
            faults.append(f"the log does not contain what was signed at size {size}")
    return head["size"], faults


async def _tree_faults(tx: Tx, head: Row) -> list[str]:
    expected = Tree.load(head["size"], head["frontier"])
    grown = await regrow(tx, 0, head["size"])
    if (grown.size, grown.root) != (expected.size, expected.root):
        return ["the log's leaves do not make up its head"]
    if await root_at(tx, head["size"]) != expected.root:
        return ["the log's stored nodes do not make up its head"]
    return []


async def _contains(tx: Tx, size: int, signed_size: int, root: bytes) -> bool:
    return signed_size <= size and await root_at(tx, signed_size) == root
