"""Reports to show before somebody sends one: nearby, or of the same kind."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

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
    going_on = _asked(tx).where(c.state.in_(sorted(COUNTS_DAYS_OPEN)))
    asks = going_on.order_by(c.reported_on.desc(), c.id.desc()).limit(newest)
    return list(_as_rules_see(await tx.rows(asks)))


async def reports_as_rules_see(tx: Tx, report_ids: Sequence[UUID]) -> list[Report]:
    """These reports, in the order asked; each must exist."""
    asks = _asked(tx).where(reports.c.id.in_(report_ids))
    found = {report.id: report for report in _as_rules_see(await tx.rows(asks))}
    return [found[str(each)] for each in report_ids]


def _asked(tx: Tx) -> Select[Any]:
    c = reports.c
    home = func.coalesce(c.household_id, c.created_by).label("household")
    place = (c.building_id, c.stairwell_id, c.floor)
    stands = (c.reported_on, c.state, c.promised_on)
    return select(c.id, c.kind, *place, home, *stands).where(c.community_id == tx.community)


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
