from uuid import UUID

from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.facts.ballots import objection_raised
from linli.deliberation.models.ballots.outcome import Objection
from linli.deliberation.queries.ballots.my_papers import is_for
from linli.deliberation.queries.ballots.round_rows import place_of
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.procedure import objections_until
from linli.deliberation.schemas.ballots.objections import ObjectionIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, not_found

BEFORE_THE_COUNT = frozenset({"open", "closed"})


async def raise_objection(tx: Tx, actor: Actor, round_id: UUID, body: ObjectionIn) -> bool:
    """Object to a result on notice, or to a paper; whether it is new.

    Words stay out of the public log.

    Raises:
        Problem: 404, also for a paper that was not recorded for the actor; 409
            ``no_result_on_notice`` before and after the days of the notice; a paper is contested
            from the opening on.
    """
    round_ = await hold_round(tx, round_id, shared=True)
    if body.ballot_id is not None and not await is_for(tx, actor, round_, body.ballot_id):
        raise not_found()
    values = {"round_id": round_id, "ballot_id": body.ballot_id, "words": body.words}
    if not await create_once(tx, actor, Objection, body, **values):
        return False
    await _check(tx, round_, body.ballot_id)
    said = {"words": body.words, **({"ballot": body.ballot_id} if body.ballot_id else {})}
    record(tx, objection_raised(actor, body.id, round_id, clock.now(), said))
    return True


async def _check(tx: Tx, round_: Row, ballot_id: UUID | None) -> None:
    if ballot_id is not None and round_["state"] in BEFORE_THE_COUNT:
        return
    if round_["state"] == "on_notice":
        zone, _ = await place_of(tx)
        last = objections_until(round_["result_on"], profile_of(round_["profile"]))
        if clock.today(zone.key) <= last:
            return
    raise Problem(409, "no_result_on_notice")
