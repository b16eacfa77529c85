from datetime import timedelta
from uuid import UUID

from linli.deliberation.actions.feedback.feedback_work import CLOSING, PROMISE
from linli.deliberation.actions.feedback.take_step import Step, locked_report, part_of, take_step
from linli.deliberation.rules.feedback.asking import ASKED_FOR_DAYS
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.work.schedule import schedule, unschedule


async def say_fixed(tx: Tx, actor: Actor, report_id: UUID, words: str | None) -> None:
    """Say that it is done; from here on its reporters are asked whether it is.

    Raises:
        Problem: 404 without the report; 409 ``feedback_moved`` unless it was answered.
    """
    report = await locked_report(tx, report_id)
    await take_step(tx, actor, report, Step("said_fixed", "said_fixed", part_of(actor), words))
    await unschedule(tx, PROMISE, report_id)
    await schedule(tx, CLOSING, report_id, clock.now() + timedelta(days=ASKED_FOR_DAYS))
