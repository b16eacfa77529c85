from datetime import datetime
from uuid import UUID

from linli.care.actions.change_by_rule import Wish, change_by_rule
from linli.care.queries.task_scope import require_within_reach
from linli.care.rules.task_state import TaskState, accept
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx


async def accept_task(
    tx: Tx, actor: Actor, task_id: UUID, seen_version: int | None, *, all_following: bool = False
) -> None:
    """Take a task on. Accepting what one has accepted changes nothing.

    Raises:
        Problem: 404 when the actor may not know of it; 409 ``task_taken`` when somebody else was
            first, ``task_over`` when it is; 412 when it is no longer as the actor saw it.
    """
    me = actor.account_id

    def taken(state: TaskState, now: datetime) -> TaskState:
        return accept(state, me, now)

    await require_within_reach(tx, actor, task_id)
    wish = Wish("accepted", taken, to_account_id=me, seen_version=seen_version)
    await change_by_rule(tx, actor, task_id, wish, all_following=all_following)
