from uuid import UUID

from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.facts.ballots import objection_raised
from linli.deliberation.models.ballots.outcome import Objection
from linli.deliberation.queries.ballots.round_rows import place_of
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.procedure import objections_until
from linli.deliberation.schemas.ballots.result import ObjectionIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem


async def raise_objection(tx: Tx, actor: Actor, round_id: UUID, body: ObjectionIn) -> bool:
    """Object to a result on notice; whether it is new. Words stay out of the public log.

    Raises:
        Problem: 404; 409 ``no_result_on_notice`` before and after the days of the notice.
    """
    round_ = await hold_round(tx, round_id, shared=True)
    values = {"round_id": round_id, "words": body.words}
    if not await create_once(tx, actor, Objection, body, **values):
        return False
    await _check(tx, round_)
    record(tx, objection_raised(actor, body.id, round_id, clock.now(), body.words))
    return True


async def _check(tx: Tx, round_: Row) -> None:
    if round_["state"] == "on_notice":
        zone, _ = await place_of(tx)
        last = objections_until(round_["result_on"], profile_of(round_["profile"]))
        if clock.today(zone.key) <= last:
            return
    raise Problem(409, "no_result_on_notice")
