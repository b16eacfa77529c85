"""Giving a member a further role."""

from sqlalchemy import select

from linli.identity import facts
from linli.identity.actions.end_sessions import end_sessions
from linli.identity.models import Membership, RoleGrant
from linli.identity.queries.directory import Directory, refuse_unknown_place
from linli.identity.queries.grants import grant_row
from linli.identity.rules import giving
from linli.identity.schemas import GrantIn
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken
from linli.kernel.problems import forbidden, invalid


async def give_grant(tx: Tx, actor: Actor, directory: Directory, body: GrantIn) -> tuple[Row, bool]:
    """Give a role to somebody who is in the community; their devices are signed out.

    Returns:
        The grant, and whether it is new.

    Raises:
        Problem: 403 when the actor may not give that role there; 409 ``conflict`` or
            ``already_granted``; 422 ``unknown_member`` or ``unknown_place``.
    """
    scope_id = await refuse_unknown_place(tx, directory, body.scope_kind, body.scope_id)
    wanted = Grant(
        body.role, body.scope_kind, None if body.scope_kind is Scope.COMMUNITY else scope_id
    )
    if not giving.may_give(actor.grants, wanted):
        raise forbidden()
    await _refuse_stranger(tx, body)
    values = {
        "account_id": body.account_id,
        "role": body.role,
        "scope_kind": str(body.scope_kind),
        "scope_id": scope_id,
    }
    is_new = await create_unless_taken(tx, actor, RoleGrant, body, "already_granted", **values)
    row = await grant_row(tx, actor, body.id)
    if is_new:
        await end_sessions(tx, body.account_id)
        record(tx, facts.grant_given(actor.account_id, row))
    return row, is_new


async def _refuse_stranger(tx: Tx, body: GrantIn) -> None:
    """Accounts come in by invitation only; an id picked up elsewhere must not be pulled in."""
    m = table(Membership).c
    asks = select(m.since).where(m.account_id == body.account_id, m.community_id == tx.community)
    if await tx.scalar(asks) is None:
        raise invalid("/account_id", "unknown_member")
