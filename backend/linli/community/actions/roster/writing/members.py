"""Accounts that spoke for owners who own no more."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists

from linli.community.actions.end_household_member import end_members
from linli.community.actions.roster.writing.rows import in_batches
from linli.community.models import HouseholdMember, Ownership
from linli.community.queries.known_roster import Id
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx

_member, _ownership = table(HouseholdMember), table(Ownership)


async def end_sold(tx: Tx, by: UUID, household_ids: Sequence[Id]) -> None:
    """End the memberships of owners whose ownership of these households is gone."""
    m, o = _member.c, _ownership.c
    owned = exists().where(
        o.community_id == m.community_id,
        o.household_id == m.household_id,
        o.owner_id == m.owner_id,
    )
    for batch in in_batches(household_ids):
        sold = (m.household_id.in_(batch), m.owner_id.is_not(None), ~owned)
        await end_members(tx, by, "ownership_ended", *sold)
