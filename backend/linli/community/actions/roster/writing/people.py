"""Who owns the households of a plan, and who lives in them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Table, delete, exists, insert

from linli.community.actions.roster.writing.rows import in_batches, write_rows
from linli.community.models import Owner, Ownership, Resident
from linli.community.queries.known_roster import Id
from linli.community.rules.roster import HouseholdState, ImportPlan
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id

_owner = table(Owner)
_ownership = table(Ownership)
_resident = table(Resident)


async def write_people(
    tx: Tx, plan: ImportPlan, household_ids: dict[str, Id], new_owner_ids: dict[str, UUID]
) -> None:
    """Write ownerships and residents; owners who own nothing any more are erased."""
    created = [each.after for each in plan.create]
    owned = [each for each in plan.change if each.before.owner_keys != each.after.owner_keys]
    await _forget(tx, _ownership, [household_ids[each.after.code] for each in owned])
    ownerships = [
        row
        for state in (*created, *(each.after for each in owned))
        for row in _ownerships(tx, household_ids[state.code], state, new_owner_ids)
    ]
    await write_rows(tx, insert(_ownership), ownerships)
    await _erase_former(tx, {UUID(key) for each in owned for key in each.before.owner_keys})
    lived = [each for each in plan.change if each.before.residents != each.after.residents]
    await _forget(tx, _resident, [household_ids[each.after.code] for each in lived])
    residents = [
        row
        for state in (*created, *(each.after for each in lived))
        for row in _residents(tx, household_ids[state.code], state)
    ]
    await write_rows(tx, insert(_resident), residents)


async def _forget(tx: Tx, target: Table, household_ids: Sequence[Id]) -> None:
    for batch in in_batches(household_ids):
        theirs = (target.c.community_id == tx.community, target.c.household_id.in_(batch))
        await tx.execute(delete(target).where(*theirs))


async def _erase_former(tx: Tx, owner_ids: set[UUID]) -> None:
    still = exists().where(
        _ownership.c.community_id == _owner.c.community_id, _ownership.c.owner_id == _owner.c.id
    )
    for batch in in_batches(sorted(owner_ids)):
        theirs = (_owner.c.community_id == tx.community, _owner.c.id.in_(batch))
        await tx.execute(delete(_owner).where(*theirs, ~still))


def _ownerships(
    tx: Tx, household_id: Id, state: HouseholdState, new_owner_ids: dict[str, UUID]
) -> list[Row]:
    return [
        {
            "community_id": tx.community,
            "id": new_id(),
            "household_id": household_id,
            "owner_id": new_owner_ids.get(key) or UUID(key),
            "position": position,
        }
        for position, key in enumerate(state.owner_keys)
    ]


def _residents(tx: Tx, household_id: Id, state: HouseholdState) -> list[Row]:
    return [
        {
            "community_id": tx.community,
            "id": new_id(),
            "household_id": household_id,
            "name": resident.name,
            "is_tenant": resident.tenant,
            "position": position,
        }
        for position, resident in enumerate(state.residents)
    ]
