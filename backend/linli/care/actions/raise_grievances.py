from collections.abc import Sequence

from linli.care.facts.canvass import grievance_raised
from linli.care.models.grievance import Grievance
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.facts.record import record
from linli.kernel.problems import conflict


async def raise_grievances(tx: Tx, actor: Actor, grievances: Sequence[Row]) -> None:
    """Store grievances that new visits brought.

    Raises:
        Problem: 409 ``conflict`` when one of the ids is taken.
    """
    if not grievances:
        return
    stored = table(Grievance)
    write = (
        insert_for(tx, stored)
        .on_conflict_do_nothing(index_elements=("community_id", "id"))
        .returning(stored.c.id)
    )
    rows = sorted(grievances, key=lambda row: row["id"])
    if len((await tx.execute(write, rows)).all()) < len(rows):
        raise conflict("grievances")
    for grievance in grievances:
        record(tx, grievance_raised(actor, grievance))
