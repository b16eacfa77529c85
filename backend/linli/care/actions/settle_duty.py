from datetime import datetime
from uuid import UUID

from linli.care.actions.settle_duties import settle_duties
from linli.care.facts.register import register_fact
from linli.care.queries.register_duties import locked_duty
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, not_found

SETTLED_BY_DOING = frozenset({"review_due", "consent_due", "task_escalated"})
"""These go when the need is reviewed, the consent taken, the task seen to; not by a tick."""


async def settle_duty(tx: Tx, actor: Actor, duty_id: UUID) -> datetime:
    """Tick a duty off that was seen to elsewhere.

    Returns:
        When it was settled, also when that was before.

    Raises:
        Problem: 404 when there is none; 409 ``settled_by_doing`` for those that are settled by
            seeing to what they are about.
    """
    duty = await locked_duty(tx, duty_id)
    if duty is None:
        raise not_found()
    if duty["settled_at"] is not None:
        before: datetime = duty["settled_at"]
        return before
    if duty["kind"] in SETTLED_BY_DOING:
        raise Problem(409, "settled_by_doing")
    now = clock.now()
    await settle_duties(tx, [duty["subject_id"]], actor.account_id, duty["kind"])
    record(tx, register_fact("settled", "register_duty", duty_id, actor.account_id, now))
    return now
