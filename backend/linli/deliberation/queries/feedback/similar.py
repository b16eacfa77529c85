"""Reports to show before somebody sends one: nearby, or of the same kind."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from linli.community.public import time_zone_of
from linli.deliberation.queries.feedback.reports import reports, told_reports
from linli.deliberation.rules.feedback.report import FeedbackKind, Report
from linli.deliberation.rules.feedback.similar import similar_reports
from linli.deliberation.rules.lifecycles.feedback import COUNTS_DAYS_OPEN
from linli.deliberation.schemas.feedback import SimilarAsked
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx

LOOKED_AT = 500
"""Of so many, the newest, it is told before sending whether one is alike."""


async def similar_feedback(tx: Tx, actor: Actor, to_send: SimilarAsked) -> list[Row]:
    """Open reports like one about to be sent, the most alike first."""
    today = clock.today(await time_zone_of(tx, tx.community))
    building, stairwell = _key(to_send.building_id), _key(to_send.stairwell_id)
    asked = Report("", to_send.kind, building, stairwell, to_send.floor, "", today)
    alike = [
        UUID(report.id) for report in similar_reports(asked, await open_reports(tx, LOOKED_AT))
    ]
    told = await told_reports(tx, actor, alike)
    return [told[each] for each in alike]


async def open_reports(tx: Tx, newest: int | None = None) -> list[Report]:
    """Reports that are going on, all or the newest, as the rules see them."""
    c = reports.c
    home = func.coalesce(c.household_id, c.created_by).label("household")
    asks = (
        select(
            c.id,
            c.kind,
            c.building_id,
            c.stairwell_id,
            c.floor,
            home,
            c.reported_on,
            c.state,
            c.promised_on,
        )
        .where(c.community_id == tx.community, c.state.in_(sorted(COUNTS_DAYS_OPEN)))
        .order_by(c.reported_on.desc(), c.id.desc())
        .limit(newest)
    )
    return list(_as_rules_see(await tx.rows(asks)))


def _as_rules_see(rows: Iterable[Row]) -> Iterable[Report]:
    for row in rows:
        day: date = row["reported_on"]
        yield Report(
            str(row["id"]),
            FeedbackKind(row["kind"]),
            _key(row["building_id"]),
            _key(row["stairwell_id"]),
            row["floor"],
            str(row["household"]),
            day,
            row["state"],
            row["promised_on"],
        )


def _key(id_: UUID | None) -> str | None:
    return None if id_ is None else str(id_)
