"""Opening a round: electorate, weights and rule are frozen and their digest is published."""

from uuid import UUID

from linli.deliberation.actions.ballots.by_rule import by_rule
from linli.deliberation.actions.ballots.due import CLOSE, OPEN
from linli.deliberation.actions.ballots.freeze_electorate import freeze_electorate
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.actions.ballots.move_round import (
    check_move,
    move_by_clock,
    move_round,
    was_sent_before,
)
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.rules.ballots.procedure import refuse_unnoticed
from linli.deliberation.schemas.ballots.round_in import RoundStepIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem
from linli.kernel.work.schedule import schedule


async def open_round(tx: Tx, actor: Actor, round_id: UUID, step: RoundStepIn) -> bool:
    """Open a round whose day has come, should the worker not have done so yet.

    Returns:
        Whether it moved; ``False`` when the same was sent before.

    Raises:
        Problem: 404; 409 ``round_step_not_possible``, ``opens_later``, ``no_electors``, or
            ``not_in_notice`` when a question is not the one that was noticed.
    """
    round_ = await hold_round(tx, round_id)
    if await was_sent_before(tx, round_, step, "open"):
        return False
    check_move(round_, "open")
    if clock.now() < round_["opens_at"]:
        raise Problem(409, "opens_later", opens_on=round_["opens_on"].isoformat())
    frozen = await _freeze(tx, round_)
    await move_round(tx, actor, round_, "open", step, **frozen)
    await _publish(tx, round_, actor.account_id)
    return True


async def open_when_due(tx: Tx, round_id: UUID) -> None:
    """Open a round at its first moment (due work)."""
    round_ = await hold_round(tx, round_id)
    if round_["state"] != "noticed":
        return
    if clock.now() < round_["opens_at"]:
        await schedule(tx, OPEN, round_id, round_["opens_at"])
        return
    await move_by_clock(tx, round_, "open", **await _freeze(tx, round_))
    await _publish(tx, round_, None)


async def _freeze(tx: Tx, round_: Row) -> Row:
    questions = await questions_of(tx, round_["id"])
    with by_rule():
        refuse_unnoticed(
            [question.digest for question in questions], set(round_["noticed_questions"])
        )
    return await freeze_electorate(tx, round_, questions)


async def _publish(tx: Tx, round_: Row, by: UUID | None) -> None:
    await schedule(tx, CLOSE, round_["id"], round_["closes_at"])
    public = {
        "electorate": round_["electorate_digest"],
        "heads": round_["heads"],
        "area_dm2": round_["area_dm2"],
    }
    record(tx, round_fact("opened", by, round_["id"], clock.now(), **public))
