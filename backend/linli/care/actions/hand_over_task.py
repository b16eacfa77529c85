from datetime import datetime
from uuid import UUID

from linli.care.actions.change_by_rule import Wish, change_by_rule
from linli.care.actions.require_helper import require_helper
from linli.care.queries.task_scope import require_within_reach
from linli.care.rules.task_state import TaskState, hand_over
from linli.care.schemas.care_task import HandoverIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx


async def hand_over_task(
    tx: Tx, actor: Actor, task_id: UUID, body: HandoverIn, seen_version: int | None
) -> None:
    """Pass one's own task on to another helper, who is asked to accept.

    Raises:
        Problem: 404 when the actor may not know of it; 409 ``task_not_yours``, ``task_over``,
            ``task_to_yourself``; 422 when the other cannot help; 412.
    """
    to = body.to_account_id

    def passed_on(state: TaskState, now: datetime) -> TaskState:
        return hand_over(state, actor.account_id, to, now)

    await require_within_reach(tx, actor, task_id)
    await require_helper(tx, to, "/to_account_id")
    wish = Wish("handed_over", passed_on, to, body.reason, seen_version)
    await change_by_rule(tx, actor, task_id, wish)
