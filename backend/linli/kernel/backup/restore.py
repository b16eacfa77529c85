"""Restoring: the data comes back, and with it a new epoch.

A restored server lacks what came after the backup while phones believe it was received. The new
epoch tells them so: they send again what it lacks (docs of the client, rule 5). It also names the
log anew, so that what is signed from here on contradicts nothing that was signed before.
"""

from sqlalchemy import update

from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.models import FactHead
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.vault.everywhere import communities


async def begin_epochs(database: Database, backup_made_at: str) -> int:
    """Give every community a new epoch, and its log a fact that says why; how many there are."""
    found = await communities(database)
    heads = table(FactHead)
    for community_id in found:
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            epoch = new_id()
            mine = heads.c.community_id == community_id
            await tx.execute(update(heads).where(mine).values(epoch=epoch))
            restored = {"epoch": epoch, "backup_made_at": backup_made_at}
            kind, now = "kernel.server.restored", clock.now()
            record(tx, FactDraft(kind, None, "community", community_id, now, restored))
    return len(found)
