"""Taking an invitation back before it is accepted."""

from uuid import UUID

from sqlalchemy import update

from linli.identity import facts
from linli.identity.models import Invitation
from linli.identity.queries.callers import as_grant
from linli.identity.queries.invitations import invitation_row
from linli.identity.rules import giving
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, forbidden


async def revoke_invitation(tx: Tx, actor: Actor, invitation_id: UUID) -> Row:
    """Take it back; doing so again changes nothing.

    Raises:
        Problem: 404; 403 when the actor could not have given that role; 409
            ``invitation_accepted`` when the person is in already (revoke the grant then).
    """
    row = await invitation_row(tx, actor, invitation_id)
    if not giving.may_take(actor.grants, as_grant(row)):
        raise forbidden()
    i, now = table(Invitation).c, clock.now()
    still_open = update(table(Invitation)).where(
        i.community_id == tx.community,
        i.id == invitation_id,
        i.accepted_at.is_(None),
        i.revoked_at.is_(None),
    )
    taken = await tx.execute(still_open.values(revoked_at=now, revoked_by=actor.account_id))
    if taken.rowcount:
        record(tx, facts.invitation_revoked(actor.account_id, invitation_id, now))
    row = await invitation_row(tx, actor, invitation_id)
    if row["state"] == "accepted":
        raise Problem(409, "invitation_accepted")
    return row
