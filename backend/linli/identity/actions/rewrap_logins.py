"""Sealing all logins under another master key."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from linli.identity.models import Account
from linli.identity.queries.logins import bound_login
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.vault.wrapping import rewrapped

AT_ONCE = 200
_a = table(Account).c


async def rewrap_logins(database: Database) -> int:
    """Seal every login under the master key of now; how many were not yet.

    A few in a transaction, so that servers go on in between.
    """
    done, after = 0, None
    while (found := await _some(database, after)) is not None:
        after, changed = found
        done += changed
    return done


async def _some(database: Database, after: UUID | None) -> tuple[UUID, int] | None:
    asks: Any = select(_a.id, _a.login_sealed).order_by(_a.id).limit(AT_ONCE)
    if after is not None:
        asks = asks.where(_a.id > after)
    async with database.transaction(write=True) as tx:
        rows = await tx.rows(asks)
        changed = 0
        for row in rows:
            fresh = rewrapped(tx.keyring, row["login_sealed"], bound_login(row["id"]))
            if fresh is not None:
                same = (_a.id == row["id"], _a.login_sealed == row["login_sealed"])
                await tx.execute(update(table(Account)).where(*same).values(login_sealed=fresh))
                changed += 1
    return (rows[-1]["id"], changed) if rows else None
