"""Choosing another password."""

from uuid import UUID

import structlog
from sqlalchemy import select, update

from linli.identity.actions.accept_invitation import refuse_weak
from linli.identity.actions.check_password import check_password
from linli.identity.actions.count_attempt import count_attempt, counter, take_back_attempt
from linli.identity.actions.end_sessions import end_sessions
from linli.identity.actions.hash_password import hash_password
from linli.identity.models import Account
from linli.identity.queries.directory import Directory
from linli.identity.queries.logins import open_login
from linli.identity.queries.memberships import communities_of
from linli.identity.rules import throttle
from linli.kernel import clock
from linli.kernel.access.actor import Caller
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import invalid

log = structlog.get_logger("linli.identity")


async def change_password(
    database: Database, directory: Directory, caller: Caller, *, current: str, new: str
) -> None:
    """Set a new password after the current one was given (ASVS 5.0: 6.2.3, 7.5.1).

    All other devices are signed out (7.4.3).

    Raises:
        Problem: 422 when the current one is wrong or the new one weak; 429 after too many tries.
    """
    about = caller.account_id.bytes
    counters = [counter(database.keyring, throttle.DEVICE, "password", about, cleared=True)]
    async with database.transaction(write=True) as tx:
        await count_attempt(tx, counters)
        kept = await _kept_hash(tx, caller.account_id)
        names = await names_around(tx, directory, caller.account_id)
    if not await check_password(current, kept):
        log.info("password.not_confirmed", account_id=str(caller.account_id))
        raise invalid("/current_password", "wrong_password")
    refuse_weak(new, names, "/new_password")
    fresh = await hash_password(new)
    async with database.transaction(write=True) as tx:
        await take_back_attempt(tx, counters)
        await set_password(tx, caller.account_id, fresh)
        await end_sessions(tx, caller.account_id, besides=caller.session_id)
    log.info("password.changed", account_id=str(caller.account_id))


async def set_password(tx: Tx, account_id: UUID, password_hash: str) -> None:
    """Keep another hash."""
    account = table(Account)
    this = update(account).where(account.c.id == account_id)
    await tx.execute(this.values(password_hash=password_hash, password_set_at=clock.now()))


async def names_around(tx: Tx, directory: Directory, account_id: UUID) -> list[str]:
    """What anybody knows of an account's owner and a password must not lean on."""
    a = table(Account).c
    row = await tx.row(select(a.display_name, a.login_sealed).where(a.id == account_id))
    if row is None:
        return []
    cards = await directory.communities(tx, await communities_of(tx, account_id))
    login = open_login(tx.keyring, account_id, row["login_sealed"])
    return [login, row["display_name"], *(card.name for card in cards.values())]


async def _kept_hash(tx: Tx, account_id: UUID) -> str | None:
    a = table(Account).c
    kept: str | None = await tx.scalar(select(a.password_hash).where(a.id == account_id))
    return kept
