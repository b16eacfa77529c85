from uuid import UUID

from linli.community.public import time_zone_of
from linli.deliberation.actions.feedback.feedback_work import (
    CLOSING,
    PROMISE,
    WEEKLY_AGENDA,
    next_draft,
)
from linli.deliberation.actions.feedback.take_step import Step, locked_report, take_step
from linli.deliberation.queries.feedback.earlier_steps import may_say_it_is_fixed
from linli.deliberation.queries.feedback.reports import told_report
from linli.deliberation.rules.feedback.asking import OPENS_ONCE, may_reopen
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem, forbidden
from linli.kernel.work.schedule import schedule_unless_waiting, unschedule


async def confirm_fixed(tx: Tx, actor: Actor, report_id: UUID, step_id: UUID | None = None) -> None:
    """A reporter says that it is fixed: the report is closed; ``step_id`` as the phone named it.

    Raises:
        Problem: 404 without the report; 403 to others than its reporters; 403 ``own_work`` to the
            two parties and to who answered it, for nobody says of their own work that it is done;
            409 ``feedback_moved`` unless it is said to be fixed.
    """
    report = await locked_report(tx, report_id)
    await _require_reporter(tx, actor, report_id)
    if not await may_say_it_is_fixed(tx, actor, report_id):
        raise Problem(403, "own_work")
    await take_step(tx, actor, report, Step("closed", "closed", "reporter", id=step_id))
    await unschedule(tx, CLOSING, report_id)


async def reopen_feedback(
    tx: Tx, actor: Actor, report_id: UUID, reason: str, step_id: UUID | None = None
) -> None:
    """A reporter says that it is not fixed; what was closed is opened again once.

    Raises:
        Problem: 404 without the report; 403 to others than its reporters; 409
            ``reopened_before`` or ``feedback_moved``.
    """
    report = await locked_report(tx, report_id)
    await _require_reporter(tx, actor, report_id)
    late = report["state"] in OPENS_ONCE
    if late and not may_reopen(report["state"], report["late_reopenings"]):
        raise Problem(409, "reopened_before")
    changes = {"late_reopenings": report["late_reopenings"] + late, "promised_on": None}
    step = Step("reopened", "reopened", "reporter", reason, changes=changes, id=step_id)
    await take_step(tx, actor, report, step)
    await unschedule(tx, CLOSING, report_id)
    await unschedule(tx, PROMISE, report_id)
    zone = await time_zone_of(tx, tx.community)
    due = next_draft(clock.now(), zone)
    await schedule_unless_waiting(tx, WEEKLY_AGENDA, tx.community, due)


async def _require_reporter(tx: Tx, actor: Actor, report_id: UUID) -> None:
    if not (await told_report(tx, actor, report_id))["mine"]:
        raise forbidden()
