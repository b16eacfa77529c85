from uuid import UUID

from linli.community.public import time_zone_of
from linli.deliberation.actions.feedback.feedback_work import PROMISE, after
from linli.deliberation.actions.feedback.take_step import Step, locked_report, part_of, take_step
from linli.deliberation.rules.feedback.asking import PROMISED_WITHIN_DAYS
from linli.deliberation.schemas.feedback import FeedbackAnswerIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import invalid
from linli.kernel.work.schedule import schedule


async def answer_feedback(tx: Tx, actor: Actor, report_id: UUID, body: FeedbackAnswerIn) -> None:
    """Answer a report with the day by which it is done; when the day has passed, this reminds.

    Raises:
        Problem: 404 without the report; 422 ``day_is_past`` or ``day_too_far``; 409
            ``feedback_moved``.
    """
    report = await locked_report(tx, report_id)
    zone = await time_zone_of(tx, tx.community)
    today = clock.today(zone)
    if body.promised_on < today:
        raise invalid("/promised_on", "day_is_past")
    if (body.promised_on - today).days > PROMISED_WITHIN_DAYS:
        raise invalid("/promised_on", "day_too_far")
    changes = {"promised_on": body.promised_on, "reminders": 0}
    step = Step("answered", "answered", part_of(actor), body.words, body.promised_on, changes)
    await take_step(tx, actor, report, step)
    await schedule(tx, PROMISE, report_id, after(body.promised_on, zone))
