"""Closing an account. The operator of the server does it, by command."""

from sqlalchemy import update

from linli.identity.actions.end_sessions import end_sessions
from linli.identity.actions.open_account import readable_login
from linli.identity.models import Account
from linli.identity.queries.logins import account_with
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import not_found


async def close_account(tx: Tx, login: str) -> None:
    """Close an account and end its sessions (ASVS 5.0: 7.4.2). What it did stays on record.

    Raises:
        Problem: 422 ``bad_login``; 404 when there is no open account with this login.
    """
    found = await account_with(tx, readable_login(login))
    if found is None:
        raise not_found()
    account = table(Account)
    this = update(account).where(account.c.id == found["id"])
    await tx.execute(this.values(closed_at=clock.now()))
    await end_sessions(tx, found["id"])
