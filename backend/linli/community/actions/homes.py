"""Homes of people who come and go: what identity tells this context."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, insert, select

from linli.community.actions.add_household_member import require_own_household, require_owner
from linli.community.actions.end_household_member import end_members
from linli.community.actions.touch_roster import touch_roster
from linli.community.facts import member_added
from linli.community.models import Household, HouseholdMember, InvitedHome
from linli.community.permissions import ADD_HOUSEHOLD_MEMBER
from linli.community.queries.household_members_seen import owns
from linli.identity.public import InvitationIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, forbidden, invalid

_invited = table(InvitedHome)
_member = table(HouseholdMember)


class CommunityHomes:
    """Identity's ``Homes``; ``main`` connects it."""

    async def promise(self, tx: Tx, actor: Actor, body: InvitationIn) -> None:
        """Keep the home that a new invitation names (raises as ``Homes`` says)."""
        if body.home is None:
            return
        if not actor.may(ADD_HOUSEHOLD_MEMBER):
            raise forbidden()
        place = await require_own_household(tx, actor, body.home.household_id)
        if body.scope_kind is Scope.BUILDING and place["building_id"] != body.scope_id:
            raise invalid("/home/household_id", "unknown_household")
        await require_owner(tx, body.home.household_id, body.home.owner_id, "/home/owner_id")
        row = {
            "community_id": tx.community,
            "id": body.id,
            **body.home.model_dump(),
            "promised_by": actor.account_id,
        }
        await tx.execute(insert(_invited).values(row))

    async def promised(self, tx: Tx, invitation_ids: Collection[UUID]) -> dict[UUID, str]:
        """The codes of the homes that invitations name, by invitation."""
        h, i = table(Household).c, _invited.c
        same = and_(h.community_id == i.community_id, h.id == i.household_id)
        asks = select(i.id, h.code).join_from(_invited, table(Household), same)
        mine = asks.where(i.community_id == tx.community, i.id.in_(invitation_ids))
        return {row["id"]: row["code"] for row in await tx.rows(mine)}

    async def move_in(self, tx: Tx, account_id: UUID, invitation_id: UUID) -> None:
        """Make the membership that an accepted invitation names (raises as ``Homes`` says)."""
        i = _invited.c
        asks = select(_invited).where(i.community_id == tx.community, i.id == invitation_id)
        home = await tx.row(asks)
        if home is None:
            return
        await _refuse_sold(tx, home)
        await _move(tx, account_id, home)

    async def move_out(self, tx: Tx, account_id: UUID, by: UUID) -> None:
        """The account has left: it has no home here any more."""
        await end_members(tx, by, "left", _member.c.account_id == account_id)


async def _refuse_sold(tx: Tx, home: Row) -> None:
    """Between invitation and acceptance a newer roster may have told of another owner."""
    if home["owner_id"] is None:
        return
    await touch_roster(tx)
    if not await owns(tx, home["owner_id"], home["household_id"]):
        raise Problem(409, "home_changed_hands")


async def _move(tx: Tx, account_id: UUID, home: Row) -> None:
    """What the account was to this home before is over: the invitation says it anew."""
    c = _member.c
    here = (c.account_id == account_id, c.household_id == home["household_id"])
    await end_members(tx, account_id, "again", *here)
    row: Row = {
        "community_id": tx.community,
        "id": home["id"],
        "household_id": home["household_id"],
        "account_id": account_id,
        "relation": home["relation"],
        "owner_id": home["owner_id"],
        "verified_how": home["verified_how"],
        "body_digest": tx.keyring.digest(home["id"].bytes),
        "created_by": home["promised_by"],
        "created_at": clock.now(),
    }
    await tx.execute(insert(_member).values(row))
    record(tx, member_added(account_id, row))
