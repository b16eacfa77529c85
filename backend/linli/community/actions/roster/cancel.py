from uuid import UUID

from sqlalchemy import update

from linli.community.actions.roster.erase import erase_import
from linli.community.actions.roster.store_plan import PLAN
from linli.community.facts import roster_cancelled
from linli.community.models import RosterImport
from linli.community.queries.roster_material import hold_import
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem
from linli.kernel.work.schedule import unschedule

_import = table(RosterImport)


async def cancel_import(tx: Tx, actor: Actor, import_id: UUID) -> None:
    """Give an import up and erase what was read of it. Cancelling again changes nothing.

    A plan that is being made meanwhile finds the import changed and is dropped.

    Raises:
        Problem: 404 without such an import, 409 ``import_is_over`` when it has been applied.
    """
    before = await hold_import(tx, import_id)
    if before["status"] == "cancelled":
        return
    if before["status"] == "applied":
        raise Problem(409, "import_is_over")
    this = (_import.c.community_id == tx.community, _import.c.id == import_id)
    given_up = {"status": "cancelled", "version": before["version"] + 1}
    await tx.execute(update(_import).where(*this).values(given_up))
    await unschedule(tx, PLAN, import_id)
    await erase_import(tx, import_id)
    record(tx, roster_cancelled(actor, import_id, clock.now()))
