"""The homes that share a plan's cost, from the roster as it is and as it was."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import ScalarSelect, and_, bindparam, func, or_, select

from linli.community.public import HOUSEHOLDS
from linli.deliberation.queries.cost_plans.codes import place_codes
from linli.deliberation.queries.cost_plans.reckoning import Place
from linli.deliberation.queries.cost_plans.tables import MINE, PLAN, pages, places, scopes
from linli.kernel.db.fast import Fast
from linli.kernel.db.rendered import json_columns
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

_STREET_LEVEL = 1
"""Where a shop is, whose floor the roster does not tell."""
_home = HOUSEHOLDS


def _homes_of_place() -> ScalarSelect[str]:
    listed = (
        select(
            _home.c.code,
            func.coalesce(_home.c.floor, _STREET_LEVEL).label("floor"),
            _home.c.door,
            _home.c.area_dm2,
            _home.c.stairwell_id.label("stairwell"),
        )
        .where(
            _home.c.community_id == MINE,
            _home.c.building_id == places.c.building_id,
            or_(places.c.stairwell_id.is_(None), _home.c.stairwell_id == places.c.stairwell_id),
            or_(scopes.c.with_shops, _home.c.kind == "home"),
        )
        .order_by(_home.c.sort_key)
        .correlate(places, scopes)
        .subquery("homes")
    )
    return select(json_columns(listed)).select_from(listed).scalar_subquery()


_PLACES = Fast(
    select(
        scopes.c.number.label("scope_number"),
        places.c.building_id,
        _homes_of_place().label("homes"),
    )
    .select_from(scopes)
    .join(
        places,
        and_(places.c.community_id == scopes.c.community_id, places.c.scope_id == scopes.c.id),
    )
    .where(scopes.c.community_id == MINE)
    .where(scopes.c.plan_id == PLAN)
    .order_by(scopes.c.number, places.c.number)
)
_PAGES = (
    select(
        pages.c.number,
        pages.c.scope_number,
        pages.c.building_id,
        pages.c.building_code,
        pages.c.homes,
    )
    .where(pages.c.community_id == MINE)
    .where(pages.c.version_id == bindparam("version_id", type_=Uuid))
    .order_by(pages.c.number)
)
_ALL_PAGES = Fast(_PAGES)
_PAGES_OF_BUILDING = Fast(_PAGES.where(pages.c.building_id == bindparam("building_id", type_=Uuid)))


async def homes_now(tx: Tx, plan_id: UUID) -> list[Place]:
    """The homes of all scopes as the roster has them now, place by place."""
    rows = await tx.rows(_PLACES, {"community_id": tx.community, "plan_id": plan_id})
    codes = await place_codes(tx)
    return [
        Place(
            number,
            row["scope_number"],
            row["building_id"],
            codes.buildings[str(row["building_id"])],
            _homes(row["homes"], codes.stairwells),
        )
        for number, row in enumerate(rows, 1)
    ]


def _homes(columns: str, stairwells: Mapping[str, str]) -> list[dict[str, Any]]:
    """Homes as they are stored; the digests go by the order of what is said of each."""
    codes, floors, doors, areas, ids = orjson.loads(columns)
    return [
        {
            "code": code,
            "floor": floor,
            "door": door,
            "area_dm2": area,
            "exempt": False,
            "stairwell": stairwell,
        }
        for code, floor, door, area, stairwell in zip(
            codes, floors, doors, areas, map(stairwells.get, ids), strict=True
        )
    ]


async def share_pages(tx: Tx, version_id: UUID, building_id: UUID | None = None) -> list[Row]:
    """The stored pages of a version, or those of one building; ``homes`` is JSON text."""
    params: Row = {"community_id": tx.community, "version_id": version_id}
    if building_id is None:
        return await tx.rows(_ALL_PAGES, params)
    return await tx.rows(_PAGES_OF_BUILDING, {**params, "building_id": building_id})


async def homes_then(
    tx: Tx, version_id: UUID, scope_numbers: set[int] | None = None
) -> list[Place]:
    """The homes of a version with their shares, or those of some scopes."""
    rows = await share_pages(tx, version_id)
    return [
        Place(
            row["number"],
            row["scope_number"],
            row["building_id"],
            row["building_code"],
            orjson.loads(row["homes"]),
        )
        for row in rows
        if scope_numbers is None or row["scope_number"] in scope_numbers
    ]
