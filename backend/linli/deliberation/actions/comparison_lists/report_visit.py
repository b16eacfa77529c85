from uuid import UUID

from sqlalchemy import select

from linli.community.public import time_zone_of
from linli.deliberation.facts.comparison_lists import visit_reported
from linli.deliberation.models.comparison_lists import SiteVisitReport, SiteVisitSignature
from linli.deliberation.queries.comparison_lists.lists import find_list, newest_content
from linli.deliberation.schemas.comparison_lists.site_visit import ReportIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import invalid

SITE_VISIT_REPORT = "site_visit_report"
"""The item kind of its photos."""


async def report_visit(tx: Tx, actor: Actor, list_id: UUID, body: ReportIn) -> bool:
    """Write down what was seen of an option; whether it is new.

    More photos may follow until somebody signs.

    Raises:
        Problem: 404; 409 as ``create_once``; 422 ``unknown_option`` or ``visit_in_future``.
    """
    await find_list(tx, actor, list_id)
    content = await newest_content(tx, list_id)
    if body.option not in {option["key"] for option in content["options"]}:
        raise invalid("/option", "unknown_option")
    if body.visited_on > clock.today(await time_zone_of(tx, tx.community)):
        raise invalid("/visited_on", "visit_in_future")
    words = body.model_dump(include={"place", "visitors", "findings", "visited_on"})
    values = {"list_id": list_id, "option_key": body.option, **words}
    is_new = await create_once(tx, actor, SiteVisitReport, body, **values)
    if is_new or not await _is_signed(tx, body.id):
        await declare_slots(tx, actor, SITE_VISIT_REPORT, {body.id: body.attachments})
    if is_new:
        private = {"option": body.option, **words}
        record(tx, visit_reported(actor, body.id, clock.now(), list_id, private))
    return is_new


async def _is_signed(tx: Tx, report_id: UUID) -> bool:
    c = table(SiteVisitSignature).c
    asks = select(c.id).where(c.community_id == tx.community, c.report_id == report_id).limit(1)
    return await tx.scalar(asks) is not None
