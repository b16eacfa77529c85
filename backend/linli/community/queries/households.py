"""Households as lists and places show them."""

from collections.abc import Collection
from functools import lru_cache
from uuid import UUID

from sqlalchemy import Select, String, and_, bindparam, false, func, or_, select

from linli.community.models import Building, Household, Stairwell
from linli.community.queries.scope import buildings_in_reach
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.http.pages import PageAsked
from linli.kernel.http.rendered_page import page_statement, rendered_page

_building = table(Building)
_stairwell = table(Stairwell)
_household = table(Household)
_MINE = bindparam("community_id", type_=Uuid)
_FILTERS = {
    "building_id": _household.c.building_id == bindparam("building_id", type_=Uuid),
    "stairwell_id": _household.c.stairwell_id == bindparam("stairwell_id", type_=Uuid),
    "pattern": func.lower(_household.c.code).like(bindparam("pattern", type_=String), escape="\\"),
}
HOUSEHOLD_PLACES = (
    select(
        _household.c.id,
        _household.c.code,
        _household.c.building_id,
        _building.c.code.label("building_code"),
        _household.c.stairwell_id,
        _stairwell.c.code.label("stairwell_code"),
        _household.c.floor,
        _household.c.door,
        _household.c.area_dm2,
        _household.c.kind,
        _household.c.occupancy,
        _household.c.version,
    )
    .select_from(_household)
    .outerjoin(
        _building,
        and_(
            _building.c.community_id == _household.c.community_id,
            _building.c.id == _household.c.building_id,
        ),
    )
    .outerjoin(
        _stairwell,
        and_(
            _stairwell.c.community_id == _household.c.community_id,
            _stairwell.c.id == _household.c.stairwell_id,
        ),
    )
    .where(_household.c.community_id == _MINE)
)
"""Every household with the codes of its building and stairwell; takes ``community_id``."""


async def page_households(tx: Tx, actor: Actor, page: PageAsked, **filters: object) -> bytes:
    """One page of the households in reach, in the order of their codes, as JSON.

    Args:
        tx: the open transaction.
        actor: who looks.
        page: what was asked for.
        filters: ``building_id`` and ``stairwell_id`` (ids), ``q`` (part of a code); ``None`` for
            no filter.
    """
    wanted = {name: value for name, value in filters.items() if value is not None and value != ""}
    if "q" in wanted:
        wanted["pattern"] = _pattern(str(wanted.pop("q")))
    reach = buildings_in_reach(actor)
    params: Row = {"community_id": actor.community_id, **wanted}
    names = frozenset(wanted)
    asks = _page_of_all(names) if reach is None else _page_within(names, frozenset(reach))
    return await rendered_page(tx, asks, params, page, "households", sorted(wanted.items()), reach)


def _pattern(q: str) -> str:
    escaped = q.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


@lru_cache
def _page_of_all(names: frozenset[str]) -> Fast:
    return page_statement(_filtered(names), _household.c.sort_key)


@lru_cache(maxsize=256)
def _page_within(names: frozenset[str], reach: frozenset[UUID]) -> Fast:
    own = or_(false(), *(_household.c.building_id == building for building in sorted(reach)))
    return page_statement(_filtered(names).where(own), _household.c.sort_key)


def _filtered(names: frozenset[str]) -> Select[tuple[object, ...]]:
    return HOUSEHOLD_PLACES.where(*(_FILTERS[name] for name in sorted(names)))


async def places_of(tx: Tx, household_ids: Collection[UUID]) -> dict[UUID, Row]:
    """The places of some households by id; those that do not exist are missing."""
    asks = HOUSEHOLD_PLACES.where(_household.c.id.in_(household_ids))
    rows = await tx.rows(asks, {"community_id": tx.community})
    return {row["id"]: row for row in rows}


async def doors_of(tx: Tx, building_ids: Collection[UUID] | None = None) -> list[Row]:
    """The places of all households, or those of some buildings, in the order of their codes."""
    asks = HOUSEHOLD_PLACES.order_by(_household.c.sort_key)
    if building_ids is not None:
        asks = asks.where(_household.c.building_id.in_(building_ids))
    return await tx.rows(asks, {"community_id": tx.community})
