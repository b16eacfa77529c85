from uuid import UUID

from sqlalchemy import delete

from linli.deliberation.actions.ballots.check_scope import check_scope
from linli.deliberation.actions.ballots.draft_round import (
    check_draft,
    draft_values,
    put_questions,
)
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.actions.ballots.move_round import change_round
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.round_rows import scope_of
from linli.deliberation.queries.ballots.tables import options, questions
from linli.deliberation.rules.lifecycles.ballot_round import QUESTIONS_MAY_CHANGE
from linli.deliberation.schemas.ballots.round_in import RoundDraft
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import Problem


async def revise_round(
    tx: Tx, actor: Actor, round_id: UUID, body: RoundDraft, expected: int
) -> None:
    """Change a draft. What was noticed can no longer change (物业管理条例, art. 14).

    Raises:
        Problem: 404; 409 ``round_is_noticed``; 412 when it was changed meanwhile; as
            ``draft_round``.
    """
    round_ = await hold_round(tx, round_id)
    if round_["state"] not in QUESTIONS_MAY_CHANGE:
        raise Problem(409, "round_is_noticed")
    if round_["version"] != expected:
        raise changed_meanwhile()
    await check_draft(tx, body)
    for target in (options, questions):
        theirs = (target.c.community_id == tx.community, target.c.round_id == round_id)
        await tx.execute(delete(target).where(*theirs))
    await put_questions(tx, round_id, body.mode, body.questions)
    values = draft_values(body)
    await check_scope(tx, scope_of(values), await questions_of(tx, round_id))
    await change_round(tx, round_id, **values)
    record(tx, round_fact("revised", actor.account_id, round_id, clock.now(), mode=body.mode))
