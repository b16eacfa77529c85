from uuid import UUID

from linli.deliberation.actions.feedback.feedback_work import PROMISE
from linli.deliberation.actions.feedback.take_step import Step, locked_report, part_of, take_step
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.work.schedule import unschedule


async def decline_feedback(tx: Tx, actor: Actor, report_id: UUID, reason: str) -> None:
    """Say why nothing can be done; the reporter can have it opened again, once.

    Raises:
        Problem: 404 without the report; 409 ``feedback_moved``.
    """
    report = await locked_report(tx, report_id)
    await take_step(tx, actor, report, Step("declined", "declined", part_of(actor), reason))
    await unschedule(tx, PROMISE, report_id)
