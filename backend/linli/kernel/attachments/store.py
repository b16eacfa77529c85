"""Where the files are, and who may touch them at the same time."""

import hmac
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from linli.kernel import ids
from linli.kernel.db.transaction import Tx
from linli.kernel.vault.vault import community_key


@dataclass(frozen=True)
class Store:
    """The files of all communities: ``folder/community/ab/abcd…``."""

    folder: Path

    def place(self, community_id: UUID, sha256: str) -> Path:
        """Where a file is once it is stored."""
        return self.folder / str(community_id) / sha256[:2] / sha256

    def fresh(self, community_id: UUID) -> Path:
        """Where a file is while it arrives."""
        return self.folder / str(community_id) / "arriving" / str(ids.new_id())


def bound_to(community_id: UUID, sha256: str) -> str:
    """What the seal of a file is bound to."""
    return f"{community_id}|attachment|{sha256}"


async def key_of(tx: Tx, sha256: str) -> bytes:
    """The key of one file, derived from the community's."""
    return hmac.digest(await community_key(tx), b"file|" + sha256.encode(), "sha256")


async def hold_files(tx: Tx) -> None:
    """Let nobody else add or remove files of this community until the transaction ends.

    SQLite has one writer at a time anyway.
    """
    if tx.on_postgres:
        name = func.hashtextextended(f"files {tx.community}", 0)
        await tx.execute(select(func.pg_advisory_xact_lock(name)))
