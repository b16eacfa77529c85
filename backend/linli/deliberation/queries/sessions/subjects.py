"""What an agenda item can be about, and how it stands now."""

from collections.abc import Collection, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, select

from linli.deliberation.queries.comparison_lists.lists import lists
from linli.deliberation.queries.cost_plans.tables import plans, schemes
from linli.deliberation.queries.feedback.reports import reports
from linli.deliberation.queries.proposals.tables import proposals
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.leaf import canonical

_TABLES: dict[str, Table] = {
    "feedback": reports,
    "cost_plan": plans,
    "proposal": proposals,
    "comparison_list": lists,
}
_BY_THEIR_VERSION = {"proposal": proposals.c.newest, "comparison_list": lists.c.version}
"""The number of the newest version of a text or a list; publishing a list makes none."""


async def subject_exists(tx: Tx, kind: str, subject_id: UUID | None) -> bool:
    """Whether there is such a subject. Of a kind that is not recorded here there is none."""
    known = _TABLES.get(kind)
    if known is None or subject_id is None:
        return subject_id is None
    c = known.c
    asks = select(c.id).where(c.community_id == tx.community, c.id == subject_id)
    return await tx.scalar(asks) is not None


async def subjects_now(tx: Tx, items: Sequence[Row]) -> dict[UUID, str]:
    """SHA-256 of what stands behind items that are about something that changes, by its id."""
    numbers = await _plans(tx, _about(items, "cost_plan"))
    for kind, version in _BY_THEIR_VERSION.items():
        numbers |= await _versions(tx, _TABLES[kind], version, _about(items, kind))
    return {each: sha256(canonical(number)).hexdigest() for each, number in numbers.items()}


def _about(items: Sequence[Row], kind: str) -> set[UUID]:
    return {item["subject_id"] for item in items if item["subject_kind"] == kind}


async def _versions(
    tx: Tx, of: Table, version: ColumnElement[int], ids: Collection[UUID]
) -> dict[UUID, Any]:
    """The number of the newest version of each."""
    if not ids:
        return {}
    asks = select(of.c.id, version.label("version"))
    rows = await tx.rows(asks.where(of.c.community_id == tx.community, of.c.id.in_(ids)))
    return {row["id"]: {"version": row["version"]} for row in rows}


async def _plans(tx: Tx, ids: Collection[UUID]) -> dict[UUID, Any]:
    """The scopes and schemes of each cost plan, by their versions; publishing changes neither."""
    if not ids:
        return {}
    p, s = plans.c, schemes.c
    asks = select(p.id, p.version, p.published_at).where(
        p.community_id == tx.community, p.id.in_(ids)
    )
    of_plans = select(s.plan_id, s.id, s.version).where(
        s.community_id == tx.community, s.plan_id.in_(ids)
    )
    found: dict[UUID, Any] = {
        row["id"]: {"version": row["version"] - (row["published_at"] is not None), "schemes": {}}
        for row in await tx.rows(asks)
    }
    for row in await tx.rows(of_plans):
        found[row["plan_id"]]["schemes"][str(row["id"])] = row["version"]
    return found
