"""Inviting somebody into the community."""

from uuid import UUID

from sqlalchemy import insert

from linli.identity import facts
from linli.identity.actions.link_secret import link_secret, renew_secret
from linli.identity.models import Invitation
from linli.identity.queries.directory import Directory, refuse_unknown_place
from linli.identity.queries.homes import Homes
from linli.identity.queries.invitations import invitation_row
from linli.identity.rules import giving, invitations, tokens
from linli.identity.rules.roles import COMMUNITY_ADMIN
from linli.identity.schemas import InvitationIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken
from linli.kernel.ids import new_id
from linli.kernel.problems import conflict, forbidden

OPERATOR = UUID(int=0)
"""Stands where the creator is named when the operator of the server acted."""


async def make_invitation(
    tx: Tx, actor: Actor, directory: Directory, homes: Homes, body: InvitationIn
) -> tuple[Row, str | None, bool]:
    """Make an invitation, or recognise it.

    Returns:
        Its row, its token while it is open, and whether it is new.

    Raises:
        Problem: 403 when the actor may not give that role there; 409 ``conflict``; 422
            ``unknown_place``; for a home as ``Homes.promise``.
    """
    scope_id = await refuse_unknown_place(tx, directory, body.scope_kind, body.scope_id)
    wanted = Grant(
        body.role, body.scope_kind, None if body.scope_kind is Scope.COMMUNITY else scope_id
    )
    if not giving.may_give(actor.grants, wanted):
        raise forbidden()
    token = link_secret(tx, "invitation", body.id)
    values = {
        "token_hash": tokens.digest(token),
        "role": body.role,
        "scope_kind": str(body.scope_kind),
        "scope_id": scope_id,
        "display_name": body.display_name,
        "expires_at": invitations.expires(clock.now(), body.expires_in_days),
    }
    is_new = await create_unless_taken(tx, actor, Invitation, body, "conflict", **values)
    row = await invitation_row(tx, actor, body.id)
    if row["created_by"] != actor.account_id:
        raise conflict("id")
    if not is_new:
        await renew_secret(tx, Invitation, body.id, token)
    if is_new:
        await homes.promise(tx, actor, body)
        record(tx, facts.invitation_made(actor.account_id, row))
    return row, token if row["state"] == "open" else None, is_new


async def invite_first_admin(tx: Tx, display_name: str, days: int = invitations.USUAL_DAYS) -> str:
    """Invite a community admin on behalf of the operator; the token."""
    invitation_id, now = new_id(), clock.now()
    token = link_secret(tx, "invitation", invitation_id)
    row: Row = {
        "community_id": tx.community,
        "id": invitation_id,
        "body_digest": tokens.digest(token),
        "created_by": OPERATOR,
        "created_at": now,
        "token_hash": tokens.digest(token),
        "role": COMMUNITY_ADMIN,
        "scope_kind": str(Scope.COMMUNITY),
        "scope_id": tx.community,
        "display_name": display_name,
        "expires_at": invitations.expires(now, days),
    }
    await tx.execute(insert(table(Invitation)).values(row))
    record(tx, facts.invitation_made(None, row))
    return token
