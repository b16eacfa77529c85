"""Choosing a new password with a one-time link."""

from uuid import UUID

from sqlalchemy import select, update

from linli.identity import facts
from linli.identity.actions.accept_invitation import refuse_weak
from linli.identity.actions.change_password import names_around, set_password
from linli.identity.actions.end_sessions import end_sessions
from linli.identity.actions.hash_password import hash_password
from linli.identity.models import PasswordLink
from linli.identity.queries.directory import Directory
from linli.identity.queries.invitations import community_of_link
from linli.identity.rules import tokens
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem


async def use_password_link(
    database: Database, directory: Directory, *, token: str, password: str
) -> UUID:
    """Set the password, use the link up and sign all devices out; the account.

    The person then signs in as always, which shows that the new password is known.

    Raises:
        Problem: 404 ``link_unknown``; 410 ``link_used`` or ``link_expired``; 422 for the password.
    """
    community_id = community_of_link(token, "link_unknown")
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        link = await _open_link(tx, token)
        names = await names_around(tx, directory, link["account_id"])
    refuse_weak(password, names)
    fresh = await hash_password(password)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await _use(tx, await _open_link(tx, token, lock=True), fresh)
    return UUID(str(link["account_id"]))


async def _use(tx: Tx, link: Row, password_hash: str) -> None:
    """Whatever other links the account still has are used up with this one."""
    p, now = table(PasswordLink).c, clock.now()
    unused = update(table(PasswordLink)).where(
        p.community_id == tx.community,
        p.account_id == link["account_id"],
        p.used_at.is_(None),
    )
    await tx.execute(unused.values(used_at=now))
    await set_password(tx, link["account_id"], password_hash)
    await end_sessions(tx, link["account_id"])
    record(tx, facts.password_link_used(link["account_id"], link["id"], now))


async def _open_link(tx: Tx, token: str, *, lock: bool = False) -> Row:
    p = table(PasswordLink).c
    asks = select(p.id, p.account_id, p.expires_at, p.used_at).where(
        p.community_id == tx.community, p.token_hash == tokens.digest(token)
    )
    link = await tx.row(asks.with_for_update() if lock else asks)
    if link is None:
        raise Problem(404, "link_unknown")
    if link["used_at"] is not None:
        raise Problem(410, "link_used")
    if clock.now() >= link["expires_at"]:
        raise Problem(410, "link_expired")
    return link
