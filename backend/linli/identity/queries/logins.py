"""Finding and showing logins, which are not kept in the clear."""

import hmac
from typing import Any
from uuid import UUID

from sqlalchemy import select

from linli.identity.models import Account
from linli.identity.rules.logins import Login
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.keyring import Keyring
from linli.kernel.vault.wrapping import unwrap, wrap


def login_index(keyring: Keyring, login: Login) -> bytes:
    """The keyed digest that a login is found by."""
    return hmac.digest(keyring.derive("login index"), login.text.encode(), "sha256")


def seal_login(keyring: Keyring, account_id: UUID, login: Login) -> bytes:
    """The login as only this server can read it."""
    return wrap(keyring, login.text.encode(), bound_login(account_id))


def open_login(keyring: Keyring, account_id: UUID, sealed: bytes) -> str:
    """The login, for its owner's eyes."""
    return unwrap(keyring, sealed, bound_login(account_id)).decode()


def bound_login(account_id: UUID) -> str:
    """Where a sealed login belongs."""
    return f"account|{account_id}"


async def account_with(tx: Tx, login: Login, *columns: Any) -> Row | None:
    """Some columns of the account that has this login."""
    c = table(Account).c
    asks = select(c.id, *columns).where(c.login_index == login_index(tx.keyring, login))
    return await tx.row(asks.where(c.closed_at.is_(None)))
