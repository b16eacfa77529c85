from uuid import UUID

from sqlalchemy import select, update

from linli.care.actions.stop_lift import replan_stairs
from linli.care.facts.register import register_fact
from linli.care.queries.help_plans import stoppages
from linli.care.schemas.lift_stoppage import LiftRunsIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import invalid, not_found


async def run_lift(
    tx: Tx, actor: Actor, stoppage_id: UUID, body: LiftRunsIn, seen_version: int
) -> None:
    """Say from when on the lift runs again; help planned only for the stoppage is taken off.

    Raises:
        Problem: 404 when there is no such stoppage; 412 when somebody changed it meanwhile; 422
            when it would end before it began.
    """
    this = (stoppages.c.community_id == tx.community, stoppages.c.id == stoppage_id)
    row = await tx.row(select(stoppages).where(*this).with_for_update(key_share=True))
    if row is None:
        raise not_found()
    if row["version"] != seen_version:
        raise changed_meanwhile()
    if body.stopped_until <= row["stopped_from"]:
        raise invalid("/stopped_until", "ends_before_start")
    ends = {"stopped_until": body.stopped_until, "version": seen_version + 1}
    await tx.execute(update(stoppages).where(*this).values(ends))
    record(tx, register_fact("ended", "lift_stoppage", stoppage_id, actor.account_id, clock.now()))
    await replan_stairs(tx, row["building_id"])
