from uuid import UUID

from linli.community.public import time_zone_of
from linli.deliberation.actions.feedback.feedback_work import WEEKLY_AGENDA, next_draft
from linli.deliberation.actions.feedback.take_step import Step, locked_report, take_step
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem, forbidden
from linli.kernel.work.schedule import schedule_unless_waiting


async def separate_feedback(tx: Tx, actor: Actor, report_id: UUID, reason: str) -> None:
    """A reporter takes the own report out of the one that it was joined to: it is another matter.

    Raises:
        Problem: 404 without the report; 403 to others than its reporter; 409 ``feedback_moved``
            unless it is joined to another one.
    """
    report = await locked_report(tx, report_id)
    if report["created_by"] != actor.account_id:
        raise forbidden()
    if report["state"] != "merged":
        raise Problem(409, "feedback_moved", state=report["state"])
    step = Step("reported", "separated", "reporter", reason, changes={"merged_into_id": None})
    await take_step(tx, actor, report, step)
    due = next_draft(clock.now(), await time_zone_of(tx, tx.community))
    await schedule_unless_waiting(tx, WEEKLY_AGENDA, tx.community, due)
