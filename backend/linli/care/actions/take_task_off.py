from datetime import datetime
from uuid import UUID

from linli.care.actions.change_by_rule import Wish, change_by_rule
from linli.care.queries.task_scope import require_directing
from linli.care.rules.task_state import TaskState, cancel
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx


async def take_task_off(
    tx: Tx, actor: Actor, task_id: UUID, reason: str, seen_version: int | None
) -> None:
    """Cancel a task for a reason that stands in its history. What is over stays as it is.

    Raises:
        Problem: 404 when the task is not the actor's to direct; 412.
    """

    def cancelled(state: TaskState, _now: datetime) -> TaskState:
        return cancel(state)

    await require_directing(tx, actor, task_id)
    wish = Wish("cancelled", cancelled, reason=reason, seen_version=seen_version)
    await change_by_rule(tx, actor, task_id, wish)
