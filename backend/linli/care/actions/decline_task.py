from datetime import datetime
from uuid import UUID

from linli.care.actions.change_by_rule import Wish, change_by_rule
from linli.care.queries.task_scope import require_within_reach
from linli.care.rules.task_state import TaskState, decline
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx


async def decline_task(
    tx: Tx, actor: Actor, task_id: UUID, reason: str, seen_version: int | None
) -> None:
    """Give a task back; it is offered again, and escalates if nobody takes it in time.

    Declining what was only offered to everybody changes nothing: it is nobody's.

    Raises:
        Problem: 404 when the actor may not know of it; 409 ``task_not_yours``, ``task_over``; 412.
    """

    def given_back(state: TaskState, now: datetime) -> TaskState:
        return state if state.step == "offered" else decline(state, actor.account_id, now)

    await require_within_reach(tx, actor, task_id)
    wish = Wish("declined", given_back, reason=reason, seen_version=seen_version)
    await change_by_rule(tx, actor, task_id, wish)
