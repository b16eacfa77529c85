"""Who owns the households of a plan, and who lives in them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Table, bindparam, delete, exists, insert, update

from linli.community.actions.roster.writing.members import end_sold
from linli.community.actions.roster.writing.rows import in_batches, write_rows
from linli.community.models import Owner, Ownership, Resident
from linli.community.queries.known_roster import Id
from linli.community.rules.roster import HouseholdChange, HouseholdState, ImportPlan
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.ids import new_id

_owner = table(Owner)
_ownership = table(Ownership)
_resident = table(Resident)


async def write_people(
    tx: Tx, plan: ImportPlan, household_ids: dict[str, Id], new_owner_ids: dict[str, UUID], by: UUID
) -> None:
    """Write ownerships and residents.

    What was a vote for a home that was sold ends with it; of owners who own nothing any more a
    nameless row is left, to which old records may point.
    """
    created = [each.after for each in plan.create]
    owned = [each for each in plan.change if each.before.owner_keys != each.after.owner_keys]
    await _write_ownerships(tx, created, owned, household_ids, new_owner_ids)
    await end_sold(tx, by, [household_ids[each.after.code] for each in owned])
    await _erase_former(tx, {UUID(key) for each in owned for key in each.before.owner_keys})
    lived = [each for each in plan.change if each.before.residents != each.after.residents]
    await _forget(tx, _resident, [household_ids[each.after.code] for each in lived])
    residents = [
        row
        for state in (*created, *(each.after for each in lived))
        for row in _residents(tx, household_ids[state.code], state)
    ]
    await write_rows(tx, insert(_resident), residents)


async def _write_ownerships(
    tx: Tx,
    created: Sequence[HouseholdState],
    owned: Sequence[HouseholdChange],
    household_ids: dict[str, Id],
    new_owner_ids: dict[str, UUID],
) -> None:
    """Whoever stays an owner keeps the row: only what ended goes, only what is new comes."""
    gone = [
        {"home": household_ids[each.after.code], "whose": UUID(key)}
        for each in owned
        for key in each.before.owner_keys
        if key not in each.after.owner_keys
    ]
    this = (
        _ownership.c.community_id == tx.community,
        _ownership.c.household_id == bindparam("home"),
        _ownership.c.owner_id == bindparam("whose"),
    )
    await write_rows(tx, delete(_ownership).where(*this), gone)
    rows = [
        row
        for state in (*created, *(each.after for each in owned))
        for row in _ownerships(tx, household_ids[state.code], state, new_owner_ids)
    ]
    new = insert_for(tx, _ownership)
    same = ["community_id", "household_id", "owner_id"]
    moved = new.on_conflict_do_update(index_elements=same, set_={"position": new.excluded.position})
    await write_rows(tx, moved, rows)


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
        nobody = {"name": "", "phones": None, "phone_index": None}
        await tx.execute(update(_owner).where(*theirs, ~still).values(nobody))


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
