"""Rows of care tasks, for the actions that change them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.care.models.care_task import CareTask, CareTaskStep
from linli.care.rules.task_state import TaskState
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

tasks = table(CareTask)
steps = table(CareTaskStep)


async def locked_tasks(tx: Tx, task_ids: Collection[UUID]) -> dict[UUID, Row]:
    """Those of these tasks that exist, held, in the order of ids, until the transaction ends."""
    c = tasks.c
    asks = select(tasks).where(c.community_id == tx.community, c.id.in_(task_ids)).order_by(c.id)
    rows = await tx.rows(asks.with_for_update(key_share=True))
    return {row["id"]: row for row in rows}


def state_of(row: Row) -> TaskState:
    """The state in a row."""
    return TaskState(
        due_from=row["due_from"],
        expected_by=row["expected_by"],
        offered_at=row["offered_at"],
        step=row["step"],
        assignee_id=row["assignee_id"],
        lateness=row["lateness"],
        late_at=row["late_at"],
        attempts=row["attempts"],
        urgent=row["urgency"] == "urgent",
    )


async def following_tasks(tx: Tx, task: Row) -> list[UUID]:
    """Later tasks of the same need that are offered to whoever takes them."""
    c = tasks.c
    if task["need_id"] is None:
        return []
    asks = select(c.id).where(
        c.community_id == tx.community,
        c.need_id == task["need_id"],
        c.due_from > task["due_from"],
        c.step == "offered",
    )
    return [row["id"] for row in await tx.rows(asks)]
