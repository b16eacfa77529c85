from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update

from linli.community.actions.roster.store_plan import PLAN
from linli.community.models import RosterImport
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.work.schedule import schedule

GRACE = timedelta(minutes=1)
"""After this the worker plans what the process that was asked has not planned."""
_import = table(RosterImport)


async def await_plan(tx: Tx, import_id: UUID, **changes: Any) -> None:
    """Mark an import as being planned, with whatever changed, and see to it that it will be."""
    this = (_import.c.community_id == tx.community, _import.c.id == import_id)
    values = {**changes, "status": "planning", "done": 0, "failure": None}
    await tx.execute(update(_import).where(*this).values(values))
    await schedule(tx, PLAN, import_id, clock.now() + GRACE)
