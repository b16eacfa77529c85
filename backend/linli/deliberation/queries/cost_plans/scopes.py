"""A plan's scopes with their places and what is left for the homes."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Table, and_, select

from linli.community.public import BUILDINGS, STAIRWELLS
from linli.deliberation.queries.cost_plans.reckoning import net_of_scope
from linli.deliberation.queries.cost_plans.tables import MINE, PLAN, places, scopes
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx


def _code_of(table: Table, row_id: ColumnElement[UUID]) -> ScalarSelect[str]:
    """Looked up by key: joined, PostgreSQL without statistics goes through the whole table."""
    here = (table.c.community_id == places.c.community_id, table.c.id == row_id)
    return select(table.c.code).where(*here).correlate(places).scalar_subquery()


_OF_PLAN = and_(scopes.c.community_id == MINE, scopes.c.plan_id == PLAN)
_SCOPES = Fast(
    select(
        scopes.c.id,
        scopes.c.number,
        scopes.c.kind,
        scopes.c.label,
        scopes.c.total_fen,
        scopes.c.with_shops,
        scopes.c.sources,
    )
    .where(_OF_PLAN)
    .order_by(scopes.c.number)
)
_PLACES = Fast(
    select(
        places.c.scope_id,
        places.c.building_id,
        _code_of(BUILDINGS, places.c.building_id).label("building_code"),
        places.c.stairwell_id,
        _code_of(STAIRWELLS, places.c.stairwell_id).label("stairwell_code"),
    )
    .join_from(
        places,
        scopes,
        and_(scopes.c.community_id == places.c.community_id, scopes.c.id == places.c.scope_id),
    )
    .where(_OF_PLAN)
    .order_by(places.c.number)
)


async def scopes_of(tx: Tx, plan_id: UUID) -> list[Row]:
    """Scopes in their order, each a document that a scheme's version can keep."""
    params = {"community_id": tx.community, "plan_id": plan_id}
    found = await tx.rows(_SCOPES, params)
    its_places: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in await tx.rows(_PLACES, params):
        its_places[row.pop("scope_id")].append({**row, **_as_text(row)})
    return [_told(row, its_places[row.pop("id")]) for row in found]


def _told(row: Row, its_places: list[dict[str, Any]]) -> Row:
    return {**row, "net_fen": net_of_scope(row).net_fen, "places": its_places}


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
