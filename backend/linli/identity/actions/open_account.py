"""Opening an account for a person."""

from dataclasses import dataclass, field
from uuid import UUID

from linli.identity.models import Account
from linli.identity.queries.logins import login_index, seal_login
from linli.identity.rules.logins import Login, masked, read_login
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, invalid


@dataclass(frozen=True)
class NewAccount:
    """What an account begins with; the password has been checked and hashed."""

    login: str
    display_name: str = field(repr=False)
    password_hash: str = field(repr=False)
    demo: bool = False


def readable_login(typed: str) -> Login:
    """The login that was typed.

    Raises:
        Problem: 422 ``bad_login`` at ``/login``.
    """
    login = read_login(typed)
    if login is None:
        raise invalid("/login", "bad_login")
    return login


async def open_account(tx: Tx, person: NewAccount) -> UUID:
    """Open an account; its id.

    Raises:
        Problem: 409 ``login_taken``; 422 ``bad_login``.
    """
    login = readable_login(person.login)
    account_id, now = new_id(), clock.now()
    row = {
        "id": account_id,
        "display_name": person.display_name,
        "login_index": login_index(tx.keyring, login),
        "login_masked": masked(login),
        "login_sealed": seal_login(tx.keyring, account_id, login),
        "password_hash": person.password_hash,
        "password_set_at": now,
        "demo": person.demo,
        "created_at": now,
        "language": "zh-CN",
        "version": 1,
    }
    if not await insert_new(tx, table(Account), ("login_index",), row):
        raise Problem(409, "login_taken")
    return account_id
