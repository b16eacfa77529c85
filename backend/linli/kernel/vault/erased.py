"""Erasures that no backup can undo.

Whoever destroys a key says so in two places: a row, in the same transaction, and a line of the file
``erased-keys`` beside the master key, which backups do not hold and a restore does not touch. The
line is written after the commit, so a rolled-back erasure is never among them; should the process
die between the two, the row brings the line back at the next start. A restored backup has keys
that were destroyed after it was taken: the file tells which, and they are destroyed again.
A record that went while its person's key had to stay is noted in the same way, by its own id.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import structlog
from sqlalchemy import delete, select

from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.keyring import Keyring
from linli.kernel.vault.everywhere import communities
from linli.kernel.vault.models import VaultErasure, VaultKey

FILE = "erased-keys"
log = structlog.get_logger("linli.vault")
_key, _erasure = table(VaultKey).c, table(VaultErasure).c


@dataclass(frozen=True, order=True)
class Erased:
    """A person's key of a community, destroyed at a moment; later keys are others.

    Or a record without a key of its own; ``person_id`` is its id then.
    """

    community_id: UUID
    person_id: UUID
    at: datetime

    @property
    def line(self) -> str:
        """As it stands in the file."""
        return f"{self.community_id} {self.person_id} {self.at.isoformat()}\n"


def note_erased(keyring: Keyring, erased: Iterable[Erased]) -> None:
    """Append lines and wait for the disk. A failure is logged: the rows will say it again."""
    if keyring.folder is None:
        return
    try:
        with (keyring.folder / FILE).open("ab") as file:
            if file.tell() and not _ends_whole(keyring.folder / FILE):
                file.write(b"\n")
            file.writelines(each.line.encode() for each in erased)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        log.exception("erased_keys.not_noted")


def _ends_whole(path: Path) -> bool:
    """Whether the last line was written to its end."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"


def read_erased(folder: Path) -> set[Erased]:
    """All that stands in the file; a last line that was cut off is none."""
    path = folder / FILE
    if not path.exists():
        return set()
    lines = path.read_text("ascii").split("\n")[:-1]
    return {_read(line) for line in lines if line.count(" ") == 2}  # noqa: PLR2004 - three parts


def _read(line: str) -> Erased:
    community, person, at = line.split(" ")
    return Erased(UUID(community), UUID(person), datetime.fromisoformat(at))


async def keep_erasures(database: Database) -> list[Erased]:
    """Destroy what a restored backup brought back, and note in the file what it lacks.

    Returns:
        The erasures whose keys were there again.
    """
    folder = database.keyring.folder
    if folder is None:
        return []
    known, again = read_erased(folder), []
    for community_id in await communities(database):
        mine = sorted(each for each in known if each.community_id == community_id)
        again += await _destroy(database, community_id, mine)
        missing = await _rows(database, community_id) - known
        if missing:
            note_erased(database.keyring, sorted(missing))
    return again


async def _destroy(database: Database, community_id: UUID, mine: list[Erased]) -> list[Erased]:
    if not mine:
        return []
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        asks = select(_key.id, _key.made_at).where(_key.community_id == community_id)
        made = {row["id"]: row["made_at"] for row in await tx.rows(asks)}
    back = [each for each in mine if each.person_id in made and made[each.person_id] <= each.at]
    if back:
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            for each in back:
                this = (_key.community_id == community_id, _key.id == each.person_id)
                older = _key.made_at <= each.at
                await tx.execute(delete(table(VaultKey)).where(*this, older))
    return back


async def _rows(database: Database, community_id: UUID) -> set[Erased]:
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        asks = select(_erasure.person_id, _erasure.erased_at).where(
            _erasure.community_id == community_id
        )
        rows = await tx.rows(asks)
    return {Erased(community_id, row["person_id"], row["erased_at"]) for row in rows}
