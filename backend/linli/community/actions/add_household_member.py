"""Noting that an account is at home in a household."""

from uuid import UUID

from linli.community.actions.touch_roster import touch_roster
from linli.community.facts import member_added
from linli.community.models import HouseholdMember
from linli.community.permissions import ADD_HOUSEHOLD_MEMBER
from linli.community.queries.household_members_seen import member_row, owns, require_household
from linli.community.queries.scope import buildings_in_reach
from linli.community.schemas.household_members import HouseholdMemberIn
from linli.identity.public import hold_member
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken
from linli.kernel.problems import Problem, forbidden, invalid


async def add_household_member(
    tx: Tx, actor: Actor, household_id: UUID, body: HouseholdMemberIn
) -> tuple[Row, bool]:
    """Note whose home a household is, as the actor has verified it.

    An owner may be a company or the developer: then the account speaks for it.

    Returns:
        The membership, and whether it is new.

    Raises:
        Problem: 404 out of reach; 403 beyond the actor's buildings; 409 ``already_at_home`` or
            ``conflict``; 422 ``unknown_member`` or ``not_an_owner``.
    """
    await require_own_household(tx, actor, household_id)
    if not await hold_member(tx, body.account_id):
        raise invalid("/account_id", "unknown_member")
    await require_owner(tx, household_id, body.owner_id, "/owner_id")
    values = {**body.model_dump(exclude={"id"}), "household_id": household_id}
    is_new = await create_unless_taken(
        tx, actor, HouseholdMember, body, "already_at_home", **values
    )
    row = await member_row(tx, actor, body.id)
    if row["household_id"] != household_id:
        raise Problem(409, "conflict")
    if is_new:
        record(tx, member_added(actor.account_id, row))
    return row, is_new


async def require_own_household(tx: Tx, actor: Actor, household_id: UUID) -> Row:
    """The place of a household whose members the actor may add and end.

    Raises:
        Problem: 404 out of reach; 403 where the actor may only look.
    """
    place = await require_household(tx, actor, household_id)
    reach = buildings_in_reach(actor, ADD_HOUSEHOLD_MEMBER)
    if reach is not None and place["building_id"] not in reach:
        raise forbidden()
    return place


async def require_owner(tx: Tx, household_id: UUID, owner_id: UUID | None, pointer: str) -> None:
    """Check that an owner, where one is named, owns the household; no import changes it meanwhile.

    Raises:
        Problem: 422 ``not_an_owner`` at the pointer.
    """
    if owner_id is None:
        return
    await touch_roster(tx)
    if not await owns(tx, owner_id, household_id):
        raise invalid(pointer, "not_an_owner")
