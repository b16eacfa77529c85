"""Memberships as those who keep them see them, and one's own homes."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, select

from linli.community.models import Household, HouseholdMember, Ownership
from linli.community.permissions import READ_HOUSEHOLD_MEMBERS
from linli.community.queries.households import HOUSEHOLD_PLACES, places_of
from linli.community.queries.scope import require_reach
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found

_m = table(HouseholdMember).c
_SHOWN = (
    _m.id,
    _m.household_id,
    _m.account_id,
    _m.relation,
    _m.owner_id,
    _m.verified_how,
    _m.created_by.label("verified_by"),
    _m.created_at,
    _m.ended_at,
)

_PLACE = (
    "code",
    "building_id",
    "building_code",
    "stairwell_id",
    "stairwell_code",
    "floor",
    "door",
    "area_dm2",
    "kind",
)


async def members_of_household(tx: Tx, actor: Actor, household_id: UUID) -> list[Row]:
    """Who is and was at home in a household, those of now first.

    Raises:
        Problem: 404 when it does not exist or is out of reach.
    """
    await require_household(tx, actor, household_id)
    asks = _asks(tx).where(_m.household_id == household_id)
    rows = await tx.rows(asks.order_by(_m.ended_at.is_not(None), _m.created_at, _m.id))
    return await _named(tx, rows)


async def member_row(tx: Tx, actor: Actor, member_id: UUID) -> Row:
    """One membership.

    Raises:
        Problem: 404 when it is not there or out of reach.
    """
    row = await tx.row(_asks(tx).where(_m.id == member_id))
    if row is None:
        raise not_found()
    await require_household(tx, actor, row["household_id"])
    (named,) = await _named(tx, [row])
    return named


async def require_household(tx: Tx, actor: Actor, household_id: UUID) -> Row:
    """The place of a household whose members the actor may see.

    Raises:
        Problem: 404 when it does not exist or is out of reach.
    """
    place = (await places_of(tx, [household_id])).get(household_id)
    if place is None:
        raise not_found()
    require_reach(actor, place["building_id"], READ_HOUSEHOLD_MEMBERS)
    return place


async def owns(tx: Tx, owner_id: UUID, household_id: UUID) -> bool:
    """Whether an owner owns a household now. Hold the roster, and it stays so."""
    o = table(Ownership).c
    asks = select(o.id).where(
        o.community_id == tx.community, o.household_id == household_id, o.owner_id == owner_id
    )
    return await tx.scalar(asks) is not None


async def my_homes(tx: Tx, actor: Actor) -> list[Row]:
    """The actor's own homes, in the order of their codes, as ``HomeOut`` shows them."""
    household = HOUSEHOLD_PLACES.add_columns(table(Household).c.sort_key).subquery()
    h = household.c
    mine = (
        _m.community_id == tx.community,
        _m.account_id == actor.account_id,
        _m.ended_at.is_(None),
    )
    asks = (
        select(
            _m.household_id,
            *(h[name] for name in _PLACE),
            _m.relation,
            _m.owner_id.is_not(None).label("owner"),
            _m.owner_id,
            _m.created_at.label("since"),
        )
        .join_from(table(HouseholdMember), household, h.id == _m.household_id)
        .where(and_(*mine))
        .order_by(h.sort_key)
    )
    return await tx.rows(asks, {"community_id": tx.community})


def _asks(tx: Tx) -> Select[Any]:
    return select(*_SHOWN).where(_m.community_id == tx.community)


async def _named(tx: Tx, rows: list[Row]) -> list[Row]:
    names = await names_of(tx, {row["account_id"] for row in rows})
    return [{**row, "account_name": names.get(row["account_id"], "")} for row in rows]
