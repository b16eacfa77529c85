"""A step in the life of a report: the move, who took it, and the fact, all in one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from linli.community.public import time_zone_of
from linli.deliberation.facts.feedback import feedback_moved
from linli.deliberation.models.feedback import FeedbackStep
from linli.deliberation.queries.feedback.earlier_steps import OFFICES
from linli.deliberation.queries.feedback.reports import reports
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.lifecycles.feedback import COUNTS_DAYS_OPEN, FEEDBACK
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, not_found


@dataclass(frozen=True)
class Step:
    """What is done about a report.

    Attributes:
        to: the state it comes to.
        verb: as the fact names it.
        part: in which part somebody acts; ``system`` when nobody does.
        words: the answer or the reason; private in the log when a neighbour wrote them.
        promised_on: the day an answer names.
        changes: further columns of the report.
        id: of the step, where a phone named it.
    """

    to: str
    verb: str
    part: str
    words: str | None = None
    promised_on: date | None = None
    changes: dict[str, Any] | None = None
    id: UUID | None = None


async def locked_report(tx: Tx, report_id: UUID) -> Row:
    """A report, locked until the transaction ends.

    Raises:
        Problem: 404 ``not_found``.
    """
    mine = (reports.c.community_id == tx.community, reports.c.id == report_id)
    row = await tx.row(select(reports).where(*mine).with_for_update())
    if row is None:
        raise not_found()
    return row


def part_of(actor: Actor) -> str:
    """In which part somebody answers: one of the other two parties, or the office."""
    return next((role for role in OFFICES if actor.holds(role)), "office")


async def take_step(tx: Tx, actor: Actor | None, report: Row, step: Step) -> None:
    """Move a locked report and keep who did it and when.

    Raises:
        Problem: 409 ``feedback_moved`` when it is not in a state to do this from.
    """
    try:
        FEEDBACK.check(report["state"], step.to, step.words or "")
    except RuleBrokenError as broken:
        raise Problem(409, "feedback_moved", state=report["state"]) from broken
    now = clock.now()
    ended = None
    if step.to not in COUNTS_DAYS_OPEN:
        ended = clock.day_of(now, await time_zone_of(tx, tx.community))
    mine = (reports.c.community_id == tx.community, reports.c.id == report["id"])
    values = {"state": step.to, "state_since": now, "ended_on": ended, **(step.changes or {})}
    await tx.execute(update(reports).where(*mine).values(**values, version=reports.c.version + 1))
    await _keep(tx, actor, report["id"], step, now)
    record(tx, _fact(actor, report["id"], step, now))


def _fact(actor: Actor | None, report_id: UUID, step: Step, now: datetime) -> Any:
    public: Row = {"by": step.part, "promised_on": step.promised_on}
    if step.part == "reporter" and actor is not None:
        private = {"words": step.words, "account": actor.account_id}
        return feedback_moved(step.verb, report_id, now, None, public, **private)
    return feedback_moved(step.verb, report_id, now, actor, public, words=step.words)


async def _keep(tx: Tx, actor: Actor | None, report_id: UUID, step: Step, now: datetime) -> None:
    row = {
        "community_id": tx.community,
        "id": step.id or new_id(),
        "feedback_id": report_id,
        "to_state": step.to,
        "part": step.part,
        "by_account_id": actor.account_id if actor else None,
        "at": now,
        "words": step.words,
        "promised_on": step.promised_on,
    }
    await tx.execute(insert(table(FeedbackStep)).values(row))


async def first_step(tx: Tx, actor: Actor, report: Row) -> None:
    """Keep that it was reported, or joined to another report."""
    step = Step(report["state"], "reported", "reporter")
    await _keep(tx, actor, report["id"], step, report["created_at"])
