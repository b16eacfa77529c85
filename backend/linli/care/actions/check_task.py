from uuid import UUID

from linli.care.actions.change_tasks import TaskChange, change_tasks
from linli.care.actions.need_work import CHECK_TASK
from linli.care.queries.task_rows import locked_tasks, state_of
from linli.care.rules.task_state import grow_late, next_check
from linli.kernel import clock
from linli.kernel.db.transaction import Tx
from linli.kernel.work.schedule import schedule


async def check_task(tx: Tx, task_id: UUID) -> None:
    """Let a task grow late if it is time: reminder, building lead, social worker. Due work."""
    row = (await locked_tasks(tx, [task_id])).get(task_id)
    if row is None:
        return
    state, now = state_of(row), clock.now()
    grown = grow_late(state, now)
    if grown is not None:
        await change_tasks(tx, [TaskChange(row, grown[0], grown[1], None, now)])
        return
    check = next_check(state)
    if check is not None:
        await schedule(tx, CHECK_TASK, task_id, check)
