"""Taking a role away."""

from uuid import UUID

from sqlalchemy import update

from linli.identity import facts
from linli.identity.actions.end_sessions import end_sessions
from linli.identity.models import RoleGrant
from linli.identity.queries.callers import as_grant
from linli.identity.queries.grants import grant_row, lock_held
from linli.identity.queries.holders import is_member, lock_grants
from linli.identity.queries.homes import Homes
from linli.identity.rules import giving
from linli.identity.rules.roles import COMMUNITY_ADMIN
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, forbidden


async def revoke_grant(tx: Tx, actor: Actor, homes: Homes, grant_id: UUID, reason: str) -> Row:
    """Revoke a grant and sign its holder out everywhere; doing so again changes nothing.

    With the last one the account has left, and has no home here any more.

    Raises:
        Problem: 404; 403 when the actor could not have given that role; 409 ``last_admin`` when
            nobody would be left who can invite.
    """
    row = await grant_row(tx, actor, grant_id)
    if not giving.may_take(actor.grants, as_grant(row)):
        raise forbidden()
    if row["role"] == COMMUNITY_ADMIN and await lock_held(tx, COMMUNITY_ADMIN) == [grant_id]:
        raise Problem(409, "last_admin")
    await lock_grants(tx, row["account_id"])
    g, now = table(RoleGrant).c, clock.now()
    held = update(table(RoleGrant)).where(
        g.community_id == tx.community, g.id == grant_id, g.revoked_at.is_(None)
    )
    taken = await tx.execute(
        held.values(revoked_at=now, revoked_by=actor.account_id, revoked_because=reason)
    )
    if taken.rowcount:
        await end_sessions(tx, row["account_id"])
        record(tx, facts.grant_revoked(actor.account_id, row, reason, now))
        if not await is_member(tx, row["account_id"]):
            await homes.move_out(tx, row["account_id"], actor.account_id)
    return await grant_row(tx, actor, grant_id)
