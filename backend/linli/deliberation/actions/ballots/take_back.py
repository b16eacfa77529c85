"""Steps that lead away from the straight way: recount, annulment, withdrawal. Each has a reason."""

from typing import Final
from uuid import UUID

from linli.deliberation.actions.ballots.due import CLOSE, FINISH, OPEN
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.actions.ballots.hold_subjects import release_subjects
from linli.deliberation.actions.ballots.move_round import check_move, move_round, was_sent_before
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots.objections import upheld_objections
from linli.deliberation.schemas.ballots.round_in import ReasonedRoundStepIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem
from linli.kernel.work.schedule import unschedule

RECOUNT: Final = ("closed", "recounted")
ANNUL: Final = ("annulled", "annulled")
WITHDRAW: Final = ("withdrawn", "withdrawn")


async def take_back(
    tx: Tx, actor: Actor, round_id: UUID, step: ReasonedRoundStepIn, way: tuple[str, str]
) -> bool:
    """Send a round back to be counted again, annul it, or withdraw it before it opens.

    Args:
        tx: the open transaction.
        actor: who takes the step.
        round_id: the round.
        step: with its reason, which everybody can read.
        way: the state it leads to, and the fact's verb.

    Returns:
        Whether it moved; ``False`` when the same was sent before.

    Raises:
        Problem: 404; 409 ``round_step_not_possible``, or ``no_upheld_objection``: a result is
            counted again because somebody objected and was right, and for nothing else.
    """
    target, verb = way
    round_ = await hold_round(tx, round_id)
    if await was_sent_before(tx, round_, step, target):
        return False
    check_move(round_, target, step.reason)
    if way == RECOUNT and not await upheld_objections(tx, round_id):
        raise Problem(409, "no_upheld_objection")
    await move_round(tx, actor, round_, target, step)
    for kind in (OPEN, CLOSE, FINISH):
        await unschedule(tx, kind, round_id)
    if way != RECOUNT:
        await release_subjects(tx, round_id)
    public = {"reason": step.reason}
    record(tx, round_fact(verb, actor.account_id, round_id, clock.now(), **public))
    return True
