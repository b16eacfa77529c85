"""Taking what reporters answer to "is it fixed?", as phones send it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.feedback.confirm_fixed import confirm_fixed, reopen_feedback
from linli.deliberation.facts.feedback import fixed_answered
from linli.deliberation.models.feedback import FeedbackStep
from linli.deliberation.schemas.feedback import FixedAnswerIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem
from linli.kernel.sync.items import SyncItem, Verdict

_steps = table(FeedbackStep)


async def say_whether_fixed(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Close or reopen reports in the order of saying.

    Args:
        tx: a write transaction inside the actor's community.
        actor: a reporter.
        items: each id once; payloads are ``FixedAnswerIn``.

    Returns:
        A verdict for each item, in its place; rejected as ``confirm_fixed`` and
        ``reopen_feedback`` refuse, such as ``feedback_moved`` when somebody else was first.
    """
    return [await _take(tx, actor, item) for item in items]


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Verdict:
    said: FixedAnswerIn = item.payload
    stored = await _stored(tx, item.id)
    if stored is not None:
        return _recognised(stored, said)
    try:
        if said.fixed:
            await confirm_fixed(tx, actor, said.feedback_id, item.id)
        else:
            await reopen_feedback(tx, actor, said.feedback_id, said.reason or "", item.id)
    except Problem as problem:
        stored = await _stored(tx, item.id)  # the same may have come twice at once
        return Verdict.rejected(problem) if stored is None else _recognised(stored, said)
    return Verdict.accepted(record(tx, fixed_answered(item.id, said.feedback_id, said.said_at)))


async def _stored(tx: Tx, step_id: UUID) -> Row | None:
    mine = (_steps.c.community_id == tx.community, _steps.c.id == step_id)
    return await tx.row(select(_steps).where(*mine))


def _recognised(stored: Row, said: FixedAnswerIn) -> Verdict:
    to = "closed" if said.fixed else "reopened"
    known = (stored["feedback_id"], stored["to_state"], stored["words"])
    if known != (said.feedback_id, to, said.reason):
        return Verdict.conflict("id")
    return Verdict.duplicate()
