"""What time does to a report: reminders of a promised day, and closing what nobody contradicts."""

from uuid import UUID

from sqlalchemy import update

from linli.community.public import time_zone_of
from linli.deliberation.actions.feedback.feedback_work import PROMISE, REMIND_EVERY
from linli.deliberation.actions.feedback.take_step import Step, locked_report, take_step
from linli.deliberation.facts.feedback import feedback_moved
from linli.deliberation.queries.feedback.reports import reports
from linli.deliberation.rules.feedback.asking import is_broken
from linli.kernel import clock
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule


async def remind_of_promise(tx: Tx, report_id: UUID) -> None:
    """Remind that a promised day has passed, every few days until something happens."""
    report, now = await locked_report(tx, report_id), clock.now()
    today = clock.day_of(now, await time_zone_of(tx, tx.community))
    if not is_broken(report["state"], report["promised_on"], today):
        return
    number = report["reminders"] + 1
    mine = (reports.c.community_id == tx.community, reports.c.id == report_id)
    await tx.execute(update(reports).where(*mine).values(reminders=number))
    public = {"promised_on": report["promised_on"], "reminder": number}
    record(tx, feedback_moved("reminded", report_id, now, None, public))
    await schedule(tx, PROMISE, report_id, now + REMIND_EVERY)


async def close_uncontradicted(tx: Tx, report_id: UUID) -> None:
    """Close what was said to be fixed and nobody said that it was not."""
    report = await locked_report(tx, report_id)
    if report["state"] == "said_fixed":
        await take_step(tx, None, report, Step("closed", "not_contradicted", "system"))
