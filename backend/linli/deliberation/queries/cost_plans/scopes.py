"""A plan's scopes with their places and what is left for the homes."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from linli.deliberation.queries.cost_plans.codes import Codes, place_codes
from linli.deliberation.queries.cost_plans.reckoning import net_of_scope
from linli.deliberation.queries.cost_plans.tables import MINE, PLAN, places, scopes
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx

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
    select(places.c.scope_id, places.c.building_id, places.c.stairwell_id)
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
    codes = await place_codes(tx)
    its_places: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in await tx.rows(_PLACES, params):
        its_places[row["scope_id"]].append(_place(row, codes))
    return [_told(row, its_places[row.pop("id")]) for row in found]


def _place(row: Row, codes: Codes) -> dict[str, Any]:
    """Ids as text: the document is kept as JSON with the version of a scheme."""
    building = str(row["building_id"])
    stairwell = None if row["stairwell_id"] is None else str(row["stairwell_id"])
    return {
        "building_id": building,
        "building_code": codes.buildings[building],
        "stairwell_id": stairwell,
        "stairwell_code": None if stairwell is None else codes.stairwells[stairwell],
    }


def _told(row: Row, its_places: list[dict[str, Any]]) -> Row:
    return {**row, "net_fen": net_of_scope(row).net_fen, "places": its_places}


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
