from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.ballots.due import FINISH
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.outcome import ObjectionAnswer
from linli.deliberation.queries.ballots.objections import open_objections
from linli.deliberation.queries.ballots.tables import objection_answers, objections
from linli.deliberation.schemas.ballots.result import ObjectionAnswerIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, not_found
from linli.kernel.work.schedule import schedule


async def answer_objection(
    tx: Tx, actor: Actor, round_id: UUID, objection_id: UUID, body: ObjectionAnswerIn
) -> bool:
    """Answer an objection, once; whether the answer is new.

    An upheld one does not change the result by itself: a recount or an annulment does, each with
    its own reason.

    Raises:
        Problem: 404; 409 ``already_answered``.
    """
    await hold_round(tx, round_id)
    o, a = objections.c, objection_answers.c
    mine = (o.community_id == tx.community, o.round_id == round_id, o.id == objection_id)
    if await tx.scalar(select(o.id).where(*mine)) is None:
        raise not_found()
    theirs = (a.community_id == tx.community, a.objection_id == objection_id)
    known = await tx.scalar(select(a.id).where(*theirs))
    if known is not None and known != body.id:
        raise Problem(409, "already_answered")
    values = {"round_id": round_id, "objection_id": objection_id}
    values |= body.model_dump(exclude={"id"})
    if not await create_once(tx, actor, ObjectionAnswer, body, **values):
        return False
    public = {"round": round_id, "objection": objection_id, "upheld": body.upheld}
    private = {"words": body.words}
    fact = ledger_fact(actor, "objection_answer.made", body.id, clock.now(), public, private)
    record(tx, fact)
    if not await open_objections(tx, round_id):
        await schedule(tx, FINISH, round_id, clock.now())
    return True
