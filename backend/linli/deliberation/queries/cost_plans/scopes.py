"""A plan's scopes with their places and what is left for the homes."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Table, and_, select

from linli.community.public import BUILDINGS, STAIRWELLS
from linli.deliberation.queries.cost_plans.reckoning import net_of_scope
from linli.deliberation.queries.cost_plans.tables import places, scopes
from linli.kernel.db.transaction import Row, Tx


async def scopes_of(tx: Tx, plan_id: UUID) -> list[Row]:
    """Scopes in their order, each a document that a scheme's version can keep."""
    s = scopes.c
    asks = (
        select(s.id, s.number, s.kind, s.label, s.total_fen, s.with_shops, s.sources)
        .where(s.community_id == tx.community, s.plan_id == plan_id)
        .order_by(s.number)
    )
    found = await tx.rows(asks)
    places_by_scope = await _places_of(tx, plan_id)
    return [_told(row, places_by_scope[row.pop("id")]) for row in found]


def _told(row: Row, its_places: list[dict[str, Any]]) -> Row:
    return {**row, "net_fen": net_of_scope(row).net_fen, "places": its_places}


async def _places_of(tx: Tx, plan_id: UUID) -> defaultdict[UUID, list[dict[str, Any]]]:
    here = and_(scopes.c.community_id == places.c.community_id, scopes.c.id == places.c.scope_id)
    asks = (
        select(
            places.c.scope_id,
            places.c.building_id,
            _code_of(BUILDINGS, places.c.building_id).label("building_code"),
            places.c.stairwell_id,
            _code_of(STAIRWELLS, places.c.stairwell_id).label("stairwell_code"),
        )
        .join_from(places, scopes, here)
        .where(places.c.community_id == tx.community, scopes.c.plan_id == plan_id)
        .order_by(places.c.number)
    )
    found: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in await tx.rows(asks):
        scope_id = row.pop("scope_id")
        found[scope_id].append({**row, **_as_text(row)})
    return found


def _code_of(table: Table, row_id: ColumnElement[UUID]) -> ScalarSelect[str]:
    """Looked up by key: joined, PostgreSQL without statistics goes through the whole table."""
    here = (table.c.community_id == places.c.community_id, table.c.id == row_id)
    return select(table.c.code).where(*here).correlate(places).scalar_subquery()


def _as_text(row: Row) -> dict[str, str | None]:
    """Ids as text: the document is kept as JSON with the version of a scheme."""
    stairwell = row["stairwell_id"]
    return {
        "building_id": str(row["building_id"]),
        "stairwell_id": None if stairwell is None else str(stairwell),
    }


def totals(found: Sequence[Row]) -> Row:
    """All scopes together: total, sources by kind, net, in fen."""
    by_source: Counter[str] = Counter()
    for scope in found:
        for source in scope["sources"]:
            by_source[source["kind"]] += source["amount_fen"]
    return {
        "total_fen": sum(scope["total_fen"] for scope in found),
        "by_source": dict(by_source),
        "net_fen": sum(scope["net_fen"] for scope in found),
    }
