"""One report with all that was done about it."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, select

from linli.community.public import BUILDINGS, HOUSEHOLDS
from linli.deliberation.models.feedback import FeedbackStep
from linli.deliberation.permissions.feedback import ANSWER_FEEDBACK
from linli.deliberation.queries.feedback.earlier_steps import may_say_it_is_fixed
from linli.deliberation.queries.feedback.reports import reports, told_report
from linli.deliberation.rules.feedback.asking import may_reopen
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

_steps = table(FeedbackStep).c
_TOLD_OF_FILES = ("sha256", "content_type", "state")


async def read_feedback(tx: Tx, actor: Actor, report_id: UUID) -> Row:
    """A report, its steps, and what only its reporter and whoever answers may see.

    Raises:
        Problem: 404 ``not_found``.
    """
    told = await told_report(tx, actor, report_id)
    answers = actor.may(ANSWER_FEEDBACK)
    reporter = await _reporter(tx, report_id)
    own = bool(await reports_with_files(tx, actor, [report_id]))
    files = await _files(tx, report_id) if own else []
    again = told["mine"] and may_reopen(told["state"], reporter["late_reopenings"])
    return {
        **told,
        "reporter_building": reporter["code"] if answers else None,
        "may_reopen": again,
        "may_confirm": told["mine"]
        and told["state"] == "said_fixed"
        and await may_say_it_is_fixed(tx, actor, report_id),
        "may_separate": told["state"] == "merged" and reporter["account_id"] == actor.account_id,
        "steps": await _told_steps(tx, report_id),
        "files": files,
    }


async def _reporter(tx: Tx, report_id: UUID) -> Row:
    """Of the reporter no more than the building: a neighbour of building 3."""
    c = reports.c
    home = and_(HOUSEHOLDS.c.community_id == c.community_id, HOUSEHOLDS.c.id == c.household_id)
    place = and_(
        BUILDINGS.c.community_id == HOUSEHOLDS.c.community_id,
        BUILDINGS.c.id == HOUSEHOLDS.c.building_id,
    )
    asks = (
        select(BUILDINGS.c.code, c.late_reopenings, c.created_by.label("account_id"))
        .select_from(reports.outerjoin(HOUSEHOLDS, home).outerjoin(BUILDINGS, place))
        .where(c.community_id == tx.community, c.id == report_id)
    )
    return await tx.row(asks) or {"code": None, "late_reopenings": 0, "account_id": None}


async def _told_steps(tx: Tx, report_id: UUID) -> list[Row]:
    asks = (
        select(_steps.id, _steps.to_state, _steps.part, _steps.at, _steps.words, _steps.promised_on)
        .where(_steps.community_id == tx.community, _steps.feedback_id == report_id)
        .order_by(_steps.at, _steps.id)
    )
    return await tx.rows(asks)


async def _files(tx: Tx, report_id: UUID) -> list[Row]:
    found = (await slots_of(tx, [report_id])).get(report_id, [])
    return [{name: slot[name] for name in _TOLD_OF_FILES} for slot in found]


async def reports_with_files(tx: Tx, actor: Actor, report_ids: Collection[UUID]) -> set[UUID]:
    """Whose photos the actor sees: one's own, and all for whoever answers.

    Joining a neighbour's report does not show what the neighbour took at the own door.
    """
    c = reports.c
    asks = select(c.id).where(c.community_id == tx.community, c.id.in_(report_ids))
    if not actor.may(ANSWER_FEEDBACK):
        asks = asks.where(c.created_by == actor.account_id)
    return {row["id"] for row in await tx.rows(asks)}
