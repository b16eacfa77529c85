"""Noting that an account is at home in a household no more."""

from uuid import UUID

from sqlalchemy import ColumnElement, select, update

from linli.community.actions.add_household_member import require_own_household
from linli.community.facts import member_ended
from linli.community.models import HouseholdMember
from linli.community.queries.household_members_seen import member_row
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record

_member = table(HouseholdMember)


async def end_household_member(tx: Tx, actor: Actor, member_id: UUID, reason: str) -> Row:
    """End a membership, and with it the vote; doing so again changes nothing.

    Raises:
        Problem: 404 out of reach; 403 where the actor may only look.
    """
    row = await member_row(tx, actor, member_id)
    await require_own_household(tx, actor, row["household_id"])
    await end_members(
        tx, actor.account_id, "by_hand", _member.c.id == member_id, ended_because=reason
    )
    return await member_row(tx, actor, member_id)


async def end_members(
    tx: Tx, by: UUID, because: str, *which: ColumnElement[bool], ended_because: str = ""
) -> int:
    """End the memberships of now that fit, each with its fact; how many.

    Args:
        tx: the open transaction.
        by: the account at whose doing.
        because: ``by_hand``, ``left``, ``ownership_ended`` or ``again``.
        which: conditions on the table.
        ended_because: a person's own words; they stay private.
    """
    c, now = _member.c, clock.now()
    current = (c.community_id == tx.community, c.ended_at.is_(None), *which)
    asks = select(c.id).where(*current).order_by(c.id).with_for_update()
    ids = [row["id"] for row in await tx.rows(asks)]
    these = update(_member).where(c.community_id == tx.community, c.id.in_(ids))
    await tx.execute(these.values(ended_at=now, ended_by=by))
    for member_id in ids:
        record(tx, member_ended(by, member_id, now, because, ended_because))
    return len(ids)
