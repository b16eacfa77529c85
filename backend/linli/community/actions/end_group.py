"""Ending a group of volunteers."""

from uuid import UUID

from sqlalchemy import update

from linli.community.actions.homes import CommunityHomes
from linli.community.facts import group_ended
from linli.community.models import VolunteerGroup
from linli.community.queries.volunteer_groups import read_group
from linli.identity.public import release_place
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile

_group = table(VolunteerGroup)


async def end_group(tx: Tx, actor: Actor, group_id: UUID, reason: str, expected: int) -> Row:
    """End a group; doing so again changes nothing.

    The roles held on it end with it, and so do the open invitations to it. The group stays to be
    seen as one that has ended, and another may take its name.

    Args:
        tx: the open transaction.
        actor: who ends it.
        group_id: what ends.
        reason: a person's own words; they stay private.
        expected: the version last seen.

    Raises:
        Problem: 404; 412 when somebody else was faster.
    """
    group = await read_group(tx, group_id, lock=True)
    if group["ended_at"]:
        return group
    if group["version"] != expected:
        raise changed_meanwhile()
    c, now = _group.c, clock.now()
    this = update(_group).where(c.community_id == tx.community, c.id == group_id)
    ended = {"ended_at": now, "ended_by": actor.account_id, "ended_because": reason}
    await tx.execute(this.values(**ended, version=expected + 1))
    let_go = await release_place(tx, Scope.GROUP, group_id, reason, by=actor.account_id)
    for account_id in let_go.left:
        await CommunityHomes().move_out(tx, account_id, actor.account_id)
    record(tx, group_ended(actor, group_id, now, let_go.roles, reason))
    return await read_group(tx, group_id)
