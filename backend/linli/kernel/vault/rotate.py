"""Another master key: the keys of all communities are wrapped anew, while servers work.

The key file first names both keys; servers notice, wrap with the new one and open with either.
Then every row is wrapped anew; when none is left the old key is dropped. Cut off anywhere, it goes
on where it was: the key file says that a rotation is under way.
"""

import asyncio
from pathlib import Path
from uuid import UUID

from sqlalchemy import select, text, update

from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.keyring import carried_from, new_key, read_key_file, write_key_file
from linli.kernel.vault.everywhere import communities
from linli.kernel.vault.models import VaultRoot
from linli.kernel.vault.seal import BrokenSealError
from linli.kernel.vault.vault import bound_root
from linli.kernel.vault.wrapping import rewrapped, unwrap

LONGEST_WAIT = 120
LOOK_SECONDS = 0.1
_root = table(VaultRoot).c
_OLDER = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND usename = current_user AND pid <> pg_backend_pid() AND xact_start <= :began"
)


class WrongKeyError(Exception):
    """The master key does not open what this database holds."""


def begin_rotation(path: Path) -> bool:
    """Put a new master key before the old one; ``False`` when that was done before."""
    master, carried, previous = read_key_file(path)
    if previous is not None:
        return False
    write_key_file(path, new_key(), carried or carried_from(master), master)
    return True


def finish_rotation(path: Path) -> None:
    """Forget the old master key: from now on it opens nothing."""
    master, carried, _ = read_key_file(path)
    write_key_file(path, master, carried or carried_from(master))


async def wait_for_others(database: Database) -> None:
    """Wait until no transaction is under way that began before the new key was in place.

    It may have wrapped with the old key what nobody else sees yet. On SQLite there is one writer:
    whoever writes after it has waited.

    Raises:
        TimeoutError: when one goes on for too long.
    """
    if not database.on_postgres:
        async with database.transaction(write=True):
            return
    async with database.transaction(write=False) as tx:
        began = await tx.scalar(text("SELECT clock_timestamp()"))
    async with asyncio.timeout(LONGEST_WAIT):
        while True:
            async with database.transaction(write=False) as tx:
                if not await tx.scalar(_OLDER, {"began": began}):
                    return
            await asyncio.sleep(LOOK_SECONDS)


async def rewrap_roots(database: Database) -> int:
    """Wrap the keys of all communities under the master key of now; how many were not yet."""
    return sum([await _rewrap(database, each) for each in await communities(database)])


async def _rewrap(database: Database, community_id: UUID) -> int:
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        mine = _root.community_id == community_id
        wrapped = await tx.scalar(select(_root.wrapped).where(mine))
        bound = bound_root(community_id)
        fresh = None if wrapped is None else rewrapped(database.keyring, wrapped, bound)
        if fresh is None:
            return 0
        same = _root.wrapped == wrapped
        await tx.execute(update(table(VaultRoot)).where(mine, same).values(wrapped=fresh))
        return 1


async def refuse_wrong_key(database: Database) -> None:
    """Refuse to work with a master key that is not this database's.

    Raises:
        WrongKeyError: when the key of some community does not open.
    """
    for community_id in await communities(database):
        async with database.transaction(write=False) as tx:
            await tx.enter(community_id)
            mine = _root.community_id == community_id
            wrapped = await tx.scalar(select(_root.wrapped).where(mine))
        if wrapped is None:
            continue
        try:
            unwrap(database.keyring, wrapped, bound_root(community_id))
        except BrokenSealError as error:
            raise WrongKeyError("the master key is not the one of this database") from error
