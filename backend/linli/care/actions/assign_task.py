from datetime import datetime
from uuid import UUID

from linli.care.actions.change_by_rule import Wish, change_by_rule
from linli.care.actions.require_helper import require_helper
from linli.care.queries.task_scope import require_directing
from linli.care.rules.task_state import TaskState, assign
from linli.care.schemas.care_task import AssignmentOfTaskIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx


async def assign_task(
    tx: Tx, actor: Actor, task_id: UUID, body: AssignmentOfTaskIn, seen_version: int | None
) -> None:
    """Give a task to a helper, who is asked to accept; also one that is another's.

    Raises:
        Problem: 404 when the task is not the actor's to direct; 409 ``task_over``; 422 when the
            account cannot help; 412.
    """
    to = body.account_id

    def given(state: TaskState, now: datetime) -> TaskState:
        return assign(state, to, now)

    await require_directing(tx, actor, task_id)
    await require_helper(tx, to, "/account_id")
    wish = Wish("assigned", given, to, seen_version=seen_version)
    await change_by_rule(tx, actor, task_id, wish, all_following=body.all_following)
