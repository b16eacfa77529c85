"""One household with its people, as whole or as masked as the actor may see them."""

from uuid import UUID

import orjson
from sqlalchemy import and_, bindparam, select

from linli.community.models import Household, Owner, Ownership, Resident
from linli.community.permissions import READ_OWNERS
from linli.community.queries.households import HOUSEHOLD_PLACES
from linli.community.queries.scope import buildings_in_reach, require_reach
from linli.community.rules.masking import mask_name, mask_phone
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.problems import not_found
from linli.kernel.vault.sealer import Sealer, unsealer_for

_household = table(Household)
_owner = table(Owner)
_ownership = table(Ownership)
_resident = table(Resident)
_MINE = bindparam("community_id", type_=Uuid)
_THIS = bindparam("household_id", type_=Uuid)

_HOUSEHOLD = Fast(
    HOUSEHOLD_PLACES.add_columns(_household.c.people, _household.c.remark).where(
        _household.c.id == _THIS
    )
)
_OWNERS = Fast(
    select(_owner.c.id, _owner.c.kind, _owner.c.name, _owner.c.phones)
    .join_from(
        _ownership,
        _owner,
        and_(
            _owner.c.community_id == _ownership.c.community_id,
            _owner.c.id == _ownership.c.owner_id,
        ),
    )
    .where(_ownership.c.community_id == _MINE, _ownership.c.household_id == _THIS)
    .order_by(_ownership.c.position, _owner.c.id)
)
_RESIDENTS = Fast(
    select(_resident.c.name, _resident.c.is_tenant)
    .where(_resident.c.community_id == _MINE, _resident.c.household_id == _THIS)
    .order_by(_resident.c.position, _resident.c.id)
)


async def read_household(tx: Tx, actor: Actor, household_id: UUID) -> Row:
    """A household with owners and residents.

    Raises:
        Problem: 404 when it does not exist or is out of reach.
    """
    params = {"community_id": actor.community_id, "household_id": household_id}
    household = await tx.row(_HOUSEHOLD, params)
    if household is None:
        raise not_found()
    require_reach(actor, household["building_id"])
    owners = await tx.rows(_OWNERS, params)
    residents = await tx.rows(_RESIDENTS, params)
    await _mask_phones(tx, owners)
    whole = _sees_names(actor, household["building_id"])
    people = {"names_masked": not whole, "owners": owners, "residents": residents}
    return {**household, **people} if whole else _masked({**household, **people})


def _sees_names(actor: Actor, building_id: UUID | None) -> bool:
    reach = buildings_in_reach(actor, READ_OWNERS)
    return reach is None or building_id in reach


async def _mask_phones(tx: Tx, owners: list[Row]) -> None:
    """Put masked numbers where the sealed ones were; no whole number leaves this function."""
    sealed = any(owner["phones"] for owner in owners)
    sealer = await unsealer_for(tx, tx.community) if sealed else None
    for owner in owners:
        owner["phones"] = [mask_phone(phone) for phone in _phones(sealer, owner)]


def _phones(sealer: Sealer | None, owner: Row) -> list[str]:
    if sealer is None or owner["phones"] is None:
        return []
    found: list[str] = orjson.loads(sealer.unseal("owner", owner["id"], owner["phones"]))
    return found


def _masked(household: Row) -> Row:
    for person in (*household["owners"], *household["residents"]):
        if person.get("kind", "person") == "person":
            person["name"] = mask_name(person["name"])
    return {**household, "remark": None}
