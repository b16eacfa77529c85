from uuid import UUID

from sqlalchemy import delete, update

from linli.community.models import RosterContent, RosterDecision, RosterImport, RosterPlanPage
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.vault.vault import destroy_person_key

_import = table(RosterImport)


async def erase_import(tx: Tx, import_id: UUID) -> None:
    """Erase all that quotes a roster: cells, plan and decisions, and the key they share.

    What remains is the file's name, its mapping and the counts. Also due work.
    """
    for model in (RosterPlanPage, RosterDecision):
        kept = table(model)
        theirs = (kept.c.community_id == tx.community, kept.c.import_id == import_id)
        await tx.execute(delete(kept).where(*theirs))
    content = table(RosterContent)
    mine = (content.c.community_id == tx.community, content.c.id == import_id)
    await tx.execute(delete(content).where(*mine))
    this = (_import.c.community_id == tx.community, _import.c.id == import_id)
    await tx.execute(update(_import).where(*this).values(samples=None))
    await destroy_person_key(tx, import_id)
