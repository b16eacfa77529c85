"""Logging visits that come one by one; those of the same moment share a transaction."""

from collections.abc import Sequence
from uuid import UUID

from linli.care.actions.log_door_visits import Brought, log_brought_visits
from linli.kernel.attachments.declare import declare_slots, slots_of
from linli.kernel.db.together import Together
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.receipts import receipts_of
from linli.kernel.facts.record import append_facts
from linli.kernel.sync.items import Verdict

KIND = "door_visit"
Logged = tuple[Verdict, Row]
"""What became of a visit, and what the visitor is told when it is stored."""


async def _log(tx: Tx, brought: Sequence[Brought]) -> list[Logged]:
    verdicts = await log_brought_visits(tx, brought)
    of = {item.id: verdict for (_, item), verdict in zip(brought, verdicts, strict=True)}
    stored = [(actor, item) for actor, item in brought if of[item.id].problem is None]
    slots = await _declare(tx, [(actor, item) for actor, item in stored if item.attachments])
    await append_facts(tx)
    receipts = await receipts_of(tx, KIND, [i.id for _, i in stored if of[i.id].recorded is None])
    receipts |= {key: each.recorded.receipt for key, each in of.items() if each.recorded}
    told: dict[UUID, Row] = {
        item.id: {
            "id": item.id,
            "receipt": receipts[item.id].as_json(),
            "attachments": slots.get(item.id, []),
        }
        for _, item in stored
    }
    return [(verdict, told.get(visit_id, {})) for visit_id, verdict in of.items()]


async def _declare(tx: Tx, with_files: Sequence[Brought]) -> dict[UUID, list[Row]]:
    for actor, item in with_files:
        await declare_slots(tx, actor, KIND, {item.id: item.attachments})
    return await slots_of(tx, [item.id for _, item in with_files]) if with_files else {}


LOGGING: Together[Brought, Logged] = Together(_log, key=lambda brought: brought[1].id)
