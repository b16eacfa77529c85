"""The register as an export opened it."""

from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Select, and_, select

from linli.care.models.register_duty import RegisterExport
from linli.care.queries.need_rows import needs
from linli.community.public import HOUSEHOLDS, time_zone_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem, not_found
from linli.kernel.vault.many import Disclosed, read_disclosed
from linli.kernel.vault.vault import Place

FETCH_WITHIN = timedelta(minutes=10)
"""How long the file of an export can be fetched."""


async def read_export(tx: Tx, actor: Actor, export_id: UUID) -> Row:
    """What an export of the actor's opened, as far as it has not been erased since.

    Returns:
        ``{"at", "purpose", "needs"}``, the time in the community's time zone.

    Raises:
        Problem: 404 when it is not the actor's; 410 ``export_expired`` after ten minutes.
    """
    c = table(RegisterExport).c
    asks = select(c.purpose, c.created_at).where(
        c.community_id == tx.community, c.id == export_id, c.created_by == actor.account_id
    )
    export = await tx.row(asks)
    if export is None:
        raise not_found()
    if clock.now() > export["created_at"] + FETCH_WITHIN:
        raise Problem(410, "export_expired")
    zone = ZoneInfo(await time_zone_of(tx, tx.community))
    found = await _needs(tx, actor, purpose_of(export_id, export["purpose"]))
    at = export["created_at"].astimezone(zone)
    return {"at": at, "purpose": export["purpose"], "needs": found}


async def read_made_export(tx: Tx, actor: Actor, export_id: UUID) -> Row:
    """An export as ``ExportOut`` shows it."""
    c = table(RegisterExport).c
    asks = select(c.id, c.needs, c.created_at).where(
        c.community_id == tx.community, c.id == export_id, c.created_by == actor.account_id
    )
    export = await tx.row(asks)
    if export is None:
        raise not_found()
    here = f"/api/v1/communities/{tx.community}/assistance-register.xlsx"
    until = export.pop("created_at") + FETCH_WITHIN
    return {**export, "href": f"{here}?export_id={export_id}", "fetch_until": until}


def purpose_of(export_id: UUID, purpose: str) -> str:
    """How the record of openings names an export."""
    return f"export:{export_id} {purpose}"


async def _needs(tx: Tx, actor: Actor, purpose: str) -> list[Row]:
    rows = await tx.rows(_active(tx))
    places = [Place("assistance_need", row["id"], row["person_id"]) for row in rows]
    contents = await read_disclosed(
        tx,
        actor.account_id,
        [Disclosed(p, row["sealed"], purpose) for p, row in zip(places, rows, strict=True)],
    )
    return [
        {**row, **content}
        for row, content in zip(rows, contents, strict=True)
        if content is not None
    ]


def _active(tx: Tx) -> Select[Any]:
    home = and_(
        HOUSEHOLDS.c.community_id == needs.c.community_id, HOUSEHOLDS.c.id == needs.c.household_id
    )
    names = ("id", "person_id", "sealed", "kind", "urgency", "basis", "starts_on", "review_on")
    more = ("ends_on", "weekdays", "part")
    return (
        select(*[needs.c[name] for name in (*names, *more)], HOUSEHOLDS.c.code)
        .join(HOUSEHOLDS, home)
        .where(needs.c.community_id == tx.community, needs.c.status == "active")
        .order_by(HOUSEHOLDS.c.sort_key, needs.c.id)
    )
