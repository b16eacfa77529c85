from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import and_, select

from linli.deliberation.queries.sessions.sessions import COMING
from linli.deliberation.queries.sessions.tables import agenda, agenda_reports, sessions
from linli.deliberation.rules.feedback.report import Report
from linli.kernel.db.transaction import Tx


async def carried_over(tx: Tx, reports: Sequence[Report]) -> list[Report]:
    """Open reports that no coming session answers; what a session left without an answer waits."""
    a, r, s = agenda.c, agenda_reports.c, sessions.c
    of_item = and_(a.community_id == r.community_id, a.id == r.agenda_item_id)
    of_session = and_(s.community_id == a.community_id, s.id == a.session_id)
    asks = (
        select(r.feedback_id)
        .join_from(agenda_reports, agenda, of_item)
        .join(sessions, of_session)
        .where(r.community_id == tx.community, s.state.in_(COMING), a.withdrawn_at.is_(None))
    )
    awaited = {str(row["feedback_id"]) for row in await tx.rows(asks)}
    waiting = [report for report in reports if report.id not in awaited]
    return [replace(r, state="reported") if r.state == "on_agenda" else r for r in waiting]
