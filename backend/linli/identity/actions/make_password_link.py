"""Helping somebody who forgot the password."""

from uuid import UUID

from sqlalchemy import select

from linli.identity import facts
from linli.identity.actions.link_secret import link_secret, renew_secret
from linli.identity.models import Membership, PasswordLink, RoleGrant
from linli.identity.queries.callers import as_grant
from linli.identity.rules import giving, invitations, tokens
from linli.identity.schemas import PasswordLinkIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken
from linli.kernel.problems import Problem, conflict, forbidden, not_found


async def make_password_link(
    tx: Tx, actor: Actor, account_id: UUID, body: PasswordLinkIn
) -> tuple[Row, str | None, bool]:
    """Make a link with which a member chooses a new password.

    Whoever makes it could use it, so it is only for those whose every role the maker could have
    given, and who belong to no other community.

    Returns:
        Its row, its token while it is unused, and whether it is new.

    Raises:
        Problem: 404 when the account holds nothing here; 403 when it holds more than the actor may
            give; 409 ``belongs_elsewhere`` or ``conflict``.
    """
    await _refuse_beyond(tx, actor, account_id)
    token = link_secret(tx, "password", body.id)
    values = {
        "token_hash": tokens.digest(token),
        "account_id": account_id,
        "expires_at": clock.now() + invitations.LINK_LIVES,
    }
    is_new = await create_unless_taken(tx, actor, PasswordLink, body, "conflict", **values)
    p = table(PasswordLink).c
    shown = (p.id, p.account_id, p.created_by, p.created_at, p.expires_at, p.used_at)
    row = await tx.row(select(*shown).where(p.community_id == tx.community, p.id == body.id))
    if row is None or (row["created_by"], row["account_id"]) != (actor.account_id, account_id):
        raise conflict("id")
    if not is_new:
        await renew_secret(tx, PasswordLink, body.id, token)
    if is_new:
        record(tx, facts.password_link_made(actor.account_id, row))
    usable = row["used_at"] is None and clock.now() < row["expires_at"]
    return row, token if usable else None, is_new


async def _refuse_beyond(tx: Tx, actor: Actor, account_id: UUID) -> None:
    g, m = table(RoleGrant).c, table(Membership).c
    asks = select(g.role, g.scope_kind, g.scope_id).where(
        g.community_id == tx.community, g.account_id == account_id, g.revoked_at.is_(None)
    )
    held = [as_grant(row) for row in await tx.rows(asks)]
    if not held:
        raise not_found()
    if not all(giving.may_take(actor.grants, each) for each in held):
        raise forbidden()
    elsewhere = select(m.since).where(m.account_id == account_id, m.community_id != tx.community)
    if await tx.scalar(elsewhere.limit(1)) is not None:
        raise Problem(409, "belongs_elsewhere")
