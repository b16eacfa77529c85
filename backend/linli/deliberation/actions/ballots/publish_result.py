"""Putting a result on notice: objections are taken from now on."""

from datetime import datetime, time
from uuid import UUID

from linli.deliberation.actions.ballots.due import FINISH
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.actions.ballots.move_round import (
    check_move,
    move_round,
    was_sent_before,
)
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots.round_rows import place_of
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.procedure import final_from
from linli.deliberation.schemas.ballots.round_in import RoundStepIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule


async def publish_result(tx: Tx, actor: Actor, round_id: UUID, step: RoundStepIn) -> bool:
    """Publish a counted result; it is final when its notice is over and objections are answered.

    Returns:
        Whether it moved; ``False`` when the same was sent before.

    Raises:
        Problem: 404; 409 ``round_step_not_possible``.
    """
    round_ = await hold_round(tx, round_id)
    if await was_sent_before(tx, round_, step, "on_notice"):
        return False
    check_move(round_, "on_notice")
    zone, _ = await place_of(tx)
    today = clock.today(zone.key)
    await move_round(tx, actor, round_, "on_notice", step, result_on=today)
    first = final_from(today, profile_of(round_["profile"]))
    await schedule(tx, FINISH, round_id, datetime.combine(first, time(tzinfo=zone)))
    record(tx, round_fact("published", actor.account_id, round_id, clock.now(), on=today))
    return True
