from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.care.actions.change_tasks import TaskChange, change_tasks
from linli.care.queries.task_rows import following_tasks, locked_tasks, state_of
from linli.care.rules.task_state import TaskRefusal, TaskState
from linli.care.rules.task_words import TaskVerb
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import Problem, not_found

Rule = Callable[[TaskState, datetime], TaskState]
"""What the state becomes; raises ``TaskRefusal``."""


@dataclass(frozen=True)
class Wish:
    """What a person wants to happen to a task.

    Attributes:
        verb: what it is called.
        rule: what the state becomes.
        to_account_id: to whom it goes.
        reason: why.
        seen_version: the version the person saw (``If-Match``), where they say it.
    """

    verb: TaskVerb
    rule: Rule
    to_account_id: UUID | None = None
    reason: str | None = None
    seen_version: int | None = None


async def change_by_rule(
    tx: Tx, actor: Actor, task_id: UUID, wish: Wish, *, all_following: bool = False
) -> None:
    """Have a wish done to a task that the actor may know of, if the rule allows it.

    The row is locked first, so of two people who wish at once the second meets what the first
    made of it. ``all_following`` has it done also to later tasks of the same need that nobody has.

    Raises:
        Problem: 409 with the rule's code; 412 when the task is no longer as the person saw it.
    """
    row = (await locked_tasks(tx, [task_id])).get(task_id)
    if row is None:
        raise not_found()
    if wish.seen_version not in {None, row["version"]}:
        raise changed_meanwhile()
    rows = [row]
    if all_following:
        later = await locked_tasks(tx, await following_tasks(tx, row))
        rows += [each for each in later.values() if each["step"] == "offered"]
    try:
        changes = [_change(actor, each, wish) for each in rows]
    except TaskRefusal as refusal:
        raise Problem(409, refusal.code) from refusal
    await change_tasks(tx, [change for change in changes if change.state != state_of(change.row)])


def _change(actor: Actor, row: Row, wish: Wish) -> TaskChange:
    now = clock.now()
    state = wish.rule(state_of(row), now)
    to = wish.to_account_id
    return TaskChange(row, state, wish.verb, actor.account_id, now, to, wish.reason)
