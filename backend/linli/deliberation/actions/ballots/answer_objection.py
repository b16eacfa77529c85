from uuid import UUID

from sqlalchemy import select, union_all

from linli.deliberation.actions.ballots.due import FINISH
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.outcome import ObjectionAnswer
from linli.deliberation.queries.ballots.objections import open_objections
from linli.deliberation.queries.ballots.tables import (
    ballots,
    confirmations,
    objection_answers,
    objections,
)
from linli.deliberation.schemas.ballots.objections import ObjectionAnswerIn
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
        Problem: 404; 403 ``own_objection`` for who raised it, ``third_person_needed`` for who read
            the paper that it is about; 409 ``already_answered``.
    """
    await hold_round(tx, round_id)
    o, a = objections.c, objection_answers.c
    mine = (o.community_id == tx.community, o.round_id == round_id, o.id == objection_id)
    found = await tx.row(select(o.ballot_id, o.created_by).where(*mine))
    if found is None:
        raise not_found()
    if found["created_by"] == actor.account_id:
        raise Problem(403, "own_objection")
    if found["ballot_id"] is not None:
        await _refuse_reader(tx, actor, found["ballot_id"])
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


async def _refuse_reader(tx: Tx, actor: Actor, ballot_id: UUID) -> None:
    """Nobody judges their own reading of a paper."""
    b, k = ballots.c, confirmations.c
    read = union_all(
        select(b.created_by).where(b.community_id == tx.community, b.id == ballot_id),
        select(k.created_by).where(k.community_id == tx.community, k.ballot_id == ballot_id),
    )
    if actor.account_id in {row["created_by"] for row in await tx.rows(read)}:
        raise Problem(403, "third_person_needed")
