from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.actions.feedback.take_step import Step, locked_report, part_of, take_step
from linli.deliberation.queries.feedback.earlier_steps import was_joined_before
from linli.deliberation.queries.feedback.known_reports import open_roots
from linli.deliberation.queries.feedback.reports import reports
from linli.deliberation.queries.feedback.similar import reports_as_rules_see
from linli.deliberation.rules.feedback.similar import may_be_joined
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import invalid


async def join_feedback(tx: Tx, actor: Actor, report_id: UUID, other: UUID, reason: str) -> None:
    """Let a report go on under an open one that it repeats, with the homes behind it.

    Raises:
        Problem: 404 without the report; 422 ``unknown_report`` when the other one is not open and
            ``another_matter`` when it is of another kind or place, or its reporter took it out of
            a report before; 409 ``feedback_moved``.
    """
    await _hold_both(tx, report_id, other)
    report = await locked_report(tx, report_id)
    root = (await open_roots(tx, [other])).get(other)
    if root is None or root == report_id:
        raise invalid("/into_id", "unknown_report")
    one, into = await reports_as_rules_see(tx, [report_id, root])
    if not may_be_joined(one, into) or await was_joined_before(tx, report_id):
        raise invalid("/into_id", "another_matter")
    step = Step("merged", "merged", part_of(actor), reason, changes={"merged_into_id": root})
    await take_step(tx, actor, report, step)
    c = reports.c
    under = (c.community_id == tx.community, c.merged_into_id == report_id)
    await tx.execute(update(reports).where(*under).values(merged_into_id=root))


async def _hold_both(tx: Tx, *report_ids: UUID) -> None:
    """In one order: of two that are joined to each other at once, one goes under the other."""
    c = reports.c
    asks = select(c.id).where(c.community_id == tx.community, c.id.in_(report_ids))
    await tx.rows(asks.order_by(c.id).with_for_update())
