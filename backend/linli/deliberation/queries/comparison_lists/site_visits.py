"""Site-visit reports with their photos and signatures."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, select

from linli.deliberation.models.comparison_lists import SiteVisitReport, SiteVisitSignature
from linli.deliberation.queries.comparison_lists.lists import find_list, lists, seen_lists
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found

reports = table(SiteVisitReport)
signatures = table(SiteVisitSignature)


async def reports_of(tx: Tx, actor: Actor, list_id: UUID) -> list[Row]:
    """The reports of a list, the oldest visit first.

    Raises:
        Problem: 404 ``not_found``.
    """
    await find_list(tx, actor, list_id)
    asks = _reports(tx).where(reports.c.list_id == list_id)
    return await _whole(tx, await tx.rows(asks))


async def read_report(tx: Tx, actor: Actor, report_id: UUID) -> Row:
    """One report.

    Raises:
        Problem: 404 ``not_found``.
    """
    rows = await tx.rows(_reports(tx).where(reports.c.id == report_id))
    if not rows:
        raise not_found()
    await find_list(tx, actor, rows[0]["list_id"])
    (told,) = await _whole(tx, rows)
    return told


def _reports(tx: Tx) -> Select[Any]:
    r = reports.c
    return (
        select(
            r.id,
            r.list_id,
            r.option_key.label("option"),
            r.visited_on,
            r.place,
            r.visitors,
            r.findings,
            r.created_at.label("reported_at"),
        )
        .where(r.community_id == tx.community)
        .order_by(r.visited_on, r.id)
    )


async def _whole(tx: Tx, rows: list[Row]) -> list[Row]:
    s = signatures.c
    ids = [row["id"] for row in rows]
    asks = (
        select(s.id, s.report_id, s.name, s.created_by, s.how, s.created_at.label("signed_at"))
        .where(s.community_id == tx.community, s.report_id.in_(ids))
        .order_by(s.created_at, s.id)
    )
    signed = await tx.rows(asks)
    accounts = await names_of(tx, {row["created_by"] for row in signed})
    files = await slots_of(tx, [*ids, *(row["id"] for row in signed)])
    by_report: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in signed:
        by_name = accounts.get(row.pop("created_by"), "")
        drawn = next(iter(files.get(row["id"], [])), None)
        by_report[row.pop("report_id")].append({**row, "by_name": by_name, "drawn": drawn})
    return [
        {**row, "photos": files.get(row["id"], []), "signatures": by_report[row["id"]]}
        for row in rows
    ]


async def visible_reports(tx: Tx, actor: Actor, report_ids: Collection[UUID]) -> frozenset[UUID]:
    """Which of these reports the actor may see: those of lists the actor may see."""
    here = and_(lists.c.community_id == reports.c.community_id, lists.c.id == reports.c.list_id)
    asks = (
        seen_lists(actor)
        .with_only_columns(reports.c.id)
        .join_from(reports, lists, here)
        .where(reports.c.id.in_(report_ids))
    )
    return frozenset(row["id"] for row in await tx.rows(asks))


async def visible_signatures(
    tx: Tx, actor: Actor, signature_ids: Collection[UUID]
) -> frozenset[UUID]:
    """Which of these signatures the actor may see: those of reports the actor may see."""
    s = signatures.c
    asks = select(s.id, s.report_id).where(s.community_id == tx.community, s.id.in_(signature_ids))
    signed = {row["id"]: row["report_id"] for row in await tx.rows(asks)}
    seen = await visible_reports(tx, actor, set(signed.values()))
    return frozenset(each for each, report_id in signed.items() if report_id in seen)
