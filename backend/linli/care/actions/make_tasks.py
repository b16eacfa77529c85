"""Storing new care tasks."""

from collections.abc import Sequence

from sqlalchemy import insert

from linli.care.actions.change_tasks import disclose_to_helpers
from linli.care.actions.need_work import CHECK_TASK
from linli.care.facts.register import task_fact
from linli.care.queries.task_rows import state_of, steps, tasks
from linli.care.rules.task_state import next_check
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.work.schedule import schedule_many

NEW: Row = {
    "title": None,
    "lateness": 0,
    "late_at": None,
    "attempts": 0,
    "closed_at": None,
    "sealed": None,
    "body_digest": None,
    "created_by": None,
    "version": 1,
}
"""What all new tasks have in common, unless told."""


async def insert_tasks(tx: Tx, rows: Sequence[Row]) -> None:
    """Insert whole rows of tasks that do not exist yet, and have them followed up."""
    if not rows:
        return
    await tx.execute(insert(tasks), [{"community_id": tx.community, **row} for row in rows])
    await begin_tasks(tx, rows)


async def begin_tasks(tx: Tx, rows: Sequence[Row]) -> None:
    """Note how tasks begin, tell their helpers, and schedule their first check."""
    await tx.execute(insert(steps), [_first_step(tx, row) for row in rows])
    for row in rows:
        verb = "offered" if row["assignee_id"] is None else "assigned"
        record(tx, task_fact(verb, row["id"], row["created_by"], row["created_at"]))
    await disclose_to_helpers(tx, rows, {})
    checks = [(row["id"], next_check(state_of(row)) or row["due_until"]) for row in rows]
    await schedule_many(tx, CHECK_TASK, sorted(checks))


def _first_step(tx: Tx, row: Row) -> Row:
    return {
        "community_id": tx.community,
        "id": new_id(),
        "task_id": row["id"],
        "verb": "offered" if row["assignee_id"] is None else "assigned",
        "at": row["created_at"],
        "by": row["created_by"],
        "to_account_id": row["assignee_id"],
        "reason": None,
    }
