"""A place that ends: nothing is held there any more, and nobody is on the way there."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update

from linli.identity import facts
from linli.identity.actions.hold_role import release_role
from linli.identity.models import Invitation, RoleGrant
from linli.identity.queries.holders import lock_grants
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record


@dataclass(frozen=True)
class Released:
    """What a place has let go: how many roles, and who has left the community with theirs."""

    roles: int
    left: list[UUID]


async def release_place(tx: Tx, scope: Scope, place_id: UUID, reason: str, *, by: UUID) -> Released:
    """Take back the open invitations to a place, then take away the roles held on it.

    Whoever calls has checked that it may be and holds the place, so that nobody is invited to it
    meanwhile. An invitation that is being accepted is waited for: its role is taken away too.
    """
    await _revoke_invitations(tx, scope, place_id, by)
    g = table(RoleGrant).c
    here = (g.community_id == tx.community, g.scope_kind == str(scope), g.scope_id == place_id)
    asks = select(g.id, g.account_id).where(*here, g.revoked_at.is_(None))
    held = await tx.rows(asks.order_by(g.account_id, g.id))
    left = []
    for row in held:
        await lock_grants(tx, row["account_id"])
        left.append(await release_role(tx, row["id"], reason, by=by))
    return Released(len(held), [account_id for account_id in left if account_id])


async def _revoke_invitations(tx: Tx, scope: Scope, place_id: UUID, by: UUID) -> None:
    i, now = table(Invitation).c, clock.now()
    still_open = (
        i.community_id == tx.community,
        i.scope_kind == str(scope),
        i.scope_id == place_id,
        i.accepted_at.is_(None),
        i.revoked_at.is_(None),
    )
    asks = select(i.id).where(*still_open).order_by(i.id).with_for_update()
    ids = [row["id"] for row in await tx.rows(asks)]
    these = update(table(Invitation)).where(i.community_id == tx.community, i.id.in_(ids))
    await tx.execute(these.values(revoked_at=now, revoked_by=by))
    for invitation_id in ids:
        record(tx, facts.invitation_revoked(by, invitation_id, now))
