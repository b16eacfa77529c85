from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from linli.care.actions.change_tasks import TaskChange, change_tasks
from linli.care.queries.task_rows import locked_tasks, state_of
from linli.care.rules.task_state import cancel
from linli.kernel.db.transaction import Tx


async def cancel_tasks(
    tx: Tx, task_ids: Collection[UUID], by: UUID | None, at: datetime, reason: str | None = None
) -> None:
    """Take tasks off for good; those that are over stay as they are."""
    if not task_ids:
        return
    rows = await locked_tasks(tx, task_ids)
    states = {task_id: state_of(row) for task_id, row in rows.items()}
    changes = [
        TaskChange(rows[task_id], cancel(state), "cancelled", by, at, reason=reason)
        for task_id, state in states.items()
        if not state.is_over
    ]
    await change_tasks(tx, changes)
