"""Owners, what they own, and accounts that are at home somewhere."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert

from linli.community.models import HouseholdMember, Owner, Ownership
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id


async def make_owner(
    database: Database,
    community_id: UUID,
    household_ids: Sequence[UUID] = (),
    *,
    name: str = "李志强",
    kind: str = "person",
) -> UUID:
    """An owner (``person``, ``company`` or ``developer``) of some households; its id."""
    owner_id, place = new_id(), {"community_id": community_id}
    owner: Row = {**place, "id": owner_id, "kind": kind, "name": name}
    rows: list[Row] = [
        {**place, "id": new_id(), "household_id": home, "owner_id": owner_id, "position": 0}
        for home in household_ids
    ]
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(table(Owner)).values(owner))
        if rows:
            await tx.execute(insert(table(Ownership)), rows)
    return owner_id


async def make_household_member(  # noqa: PLR0913 - who, where, as what
    database: Database,
    community_id: UUID,
    household_id: UUID,
    account_id: UUID,
    *,
    relation: str = "family",
    owner_id: UUID | None = None,
) -> UUID:
    """That an account is at home in a household; with an ``owner_id`` it is ``owner``. Its id."""
    member_id = new_id()
    row = {
        "community_id": community_id,
        "id": member_id,
        "household_id": household_id,
        "account_id": account_id,
        "relation": "owner" if owner_id else relation,
        "owner_id": owner_id,
        "verified_how": "known to the lead",
        "body_digest": b"",
        "created_by": new_id(),
        "created_at": clock.now(),
    }
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(table(HouseholdMember)).values(row))
    return member_id
