"""Signing in with a login and a password.

Hashing takes longer than everything else together, so it stands between two transactions: the
attempt is counted in the first, the session begins in the second.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

import structlog
from sqlalchemy import select

from linli.identity.actions.check_password import check_password
from linli.identity.actions.count_attempt import (
    Counter,
    count_attempt,
    counter,
    take_back_attempt,
)
from linli.identity.actions.end_sessions import end_session_of
from linli.identity.actions.start_session import Started, start_session
from linli.identity.models import Account
from linli.identity.queries.logins import account_with, login_index
from linli.identity.rules import devices, throttle
from linli.identity.rules.logins import Login, read_login
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.keyring import Keyring
from linli.kernel.problems import Problem

log = structlog.get_logger("linli.identity")


@dataclass(frozen=True)
class Client:
    """What is known of the device before anybody has signed in.

    Attributes:
        network: its address, or the network of it.
        device_pass: shows that it has signed in before.
        session_token: the session it still has, which a new one replaces.
    """

    network: str
    device_pass: str | None = field(default=None, repr=False)
    session_token: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Entrance:
    """A device that has come in."""

    account_id: UUID
    session: Started
    device_pass: str = field(repr=False)


async def sign_in(  # noqa: PLR0913 - who, by what, from where: an attempt is all of this
    database: Database, client: Client, *, login: str, password: str, device_name: str, demo: bool
) -> Entrance:
    """Sign a device in.

    Unknown login, wrong password, closed account and, outside demo mode, demo account get the same
    answer after the same work (ASVS 5.0: 6.3.8).

    Raises:
        Problem: 401 ``wrong_login``; 429 ``too_many_attempts``.
    """
    meant = read_login(login) or Login(login, is_phone=False)
    counters = _counters(database.keyring, client, meant)
    async with database.transaction(write=True) as tx:
        await count_attempt(tx, counters)
        c = table(Account).c
        found = await account_with(tx, meant, c.password_hash, c.demo)
    kept = _kept_hash(found, demo=demo)
    matches = await check_password(password, kept)
    if found is None or not matches:
        log.info("login.failed", account_id=found and str(found["id"]))
        raise Problem(401, "wrong_login")
    async with database.transaction(write=True) as tx:
        await _refuse_changed(tx, found)
        await take_back_attempt(tx, counters)
        await end_session_of(tx, client.session_token)
        started = await start_session(tx, found["id"], device_name)
    log.info("login.succeeded", account_id=str(found["id"]))
    return Entrance(found["id"], started, pass_for(database.keyring, client, meant))


def _kept_hash(found: Row | None, *, demo: bool) -> str | None:
    if found is None or (found["demo"] and not demo):
        return None
    return str(found["password_hash"])


async def _refuse_changed(tx: Tx, found: Row) -> None:
    """Between the transactions the password may have been changed, or the account closed."""
    c = table(Account).c
    asks = select(c.id).where(c.id == found["id"], c.password_hash == found["password_hash"])
    if await tx.scalar(asks.where(c.closed_at.is_(None)).with_for_update()) is None:
        raise Problem(401, "wrong_login")


def _counters(keyring: Keyring, client: Client, login: Login) -> Sequence[Counter]:
    """A known device is counted by itself, a stranger together with the other strangers."""
    index, network = login_index(keyring, login), client.network.encode()
    mark = devices.known_mark(keyring.derive("known device"), index, client.device_pass)
    if mark is not None:
        return [counter(keyring, throttle.DEVICE, "device", mark, cleared=True)]
    return [
        counter(keyring, throttle.PAIR, "pair", network, index, cleared=True),
        address_counter(keyring, client),
        counter(keyring, throttle.ACCOUNT, "account", index),
    ]


def address_counter(keyring: Keyring, client: Client) -> Counter:
    """What counts every attempt from one address."""
    return counter(keyring, throttle.ADDRESS, "address", client.network.encode())


def pass_for(keyring: Keyring, client: Client, login: Login) -> str:
    """The pass that makes this a known device next time; it keeps its mark."""
    key, index = keyring.derive("known device"), login_index(keyring, login)
    mark = devices.known_mark(key, index, client.device_pass)
    return devices.device_pass(key, index, mark or secrets.token_bytes(devices.MARK_BYTES))
