from uuid import UUID

import orjson
from sqlalchemy import delete, insert

from linli.community.actions.roster.await_plan import await_plan
from linli.community.facts import roster_decided
from linli.community.models import RosterDecision
from linli.community.queries.roster_material import hold_import, read_cells
from linli.community.schemas.rosters import DecisionIn, DecisionsIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.ids import new_id
from linli.kernel.vault.sealer import Sealer

_decision = table(RosterDecision)


async def decide_rows(
    tx: Tx, actor: Actor, import_id: UUID, body: DecisionsIn, expected: int
) -> None:
    """Decide rows that wait; the roster is planned anew. The last decision of a row counts.

    Raises:
        Problem: 404 without such an import, 412 when somebody else was faster, 409
            ``import_is_over``.
    """
    before = await hold_import(tx, import_id)
    if before["version"] != expected:
        raise changed_meanwhile()
    sealer, _ = await read_cells(tx, before)
    last = {each.row_id: each for each in body.decisions}
    theirs = (_decision.c.community_id == tx.community, _decision.c.import_id == import_id)
    await tx.execute(delete(_decision).where(*theirs, _decision.c.row_id.in_(list(last))))
    rows = [_row(tx, actor, sealer, each) for each in last.values() if each.action != "undo"]
    if rows:
        await tx.execute(insert(_decision), rows)
    await await_plan(tx, import_id, version=expected + 1)
    record(tx, roster_decided(actor, import_id, clock.now(), len(last)))


def _row(tx: Tx, actor: Actor, sealer: Sealer, decision: DecisionIn) -> Row:
    decision_id = new_id()
    content = decision.model_dump(mode="json", include={"action", "fields", "accept"})
    return {
        "community_id": tx.community,
        "id": decision_id,
        "import_id": sealer.person_id,
        "row_id": decision.row_id,
        "sealed": sealer.seal("roster_decision", decision_id, orjson.dumps(content)),
        "decided_by": actor.account_id,
        "decided_at": clock.now(),
    }
