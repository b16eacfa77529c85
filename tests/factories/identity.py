"""Accounts, grants and signed-in clients, written straight into the database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address
from uuid import UUID

import httpx
from fastapi import FastAPI
from sqlalchemy import insert

from factories.community import make_community
from linli.config import Settings
from linli.identity.actions.hash_password import hasher
from linli.identity.actions.open_account import NewAccount, open_account
from linli.identity.actions.start_session import start_session
from linli.identity.models import Membership, RoleGrant
from linli.identity.rules.sessions import SESSION_COOKIE
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.upsert import insert_new
from linli.kernel.ids import new_id
from linli.main import create_app

__all__ = [
    "PASSWORD",
    "AccountMade",
    "actor",
    "client_of",
    "fresh_network",
    "grant",
    "make_account",
    "make_community",
    "make_member",
    "serving",
    "sign_in",
    "signed_in_client",
]

PASSWORD = "a kettle on the balcony"
ADDRESS = "https://linli.test"


@dataclass(frozen=True)
class AccountMade:
    """An account and what signs it in."""

    account_id: UUID
    login: str
    password: str


@lru_cache
def _hash_of(password: str) -> str:
    return hasher.hash(password)


async def make_account(
    database: Database,
    display_name: str = "王秀英",
    login: str | None = None,
    password: str = PASSWORD,
    *,
    demo: bool = False,
) -> AccountMade:
    """An account without any grant; its login is unique unless one is given."""
    login = login or f"w{new_id().hex}"[:32]
    person = NewAccount(login, display_name, _hash_of(password), demo=demo)
    async with database.transaction(write=True) as tx:
        account_id = await open_account(tx, person)
    return AccountMade(account_id, login, password)


async def grant(  # noqa: PLR0913, PLR0917 - a grant is all of this
    database: Database,
    account_id: UUID,
    community_id: UUID,
    role: str,
    scope: Scope = Scope.COMMUNITY,
    scope_id: UUID | None = None,
) -> UUID:
    """A grant that nobody checked; its id."""
    grant_id = new_id()
    row = {
        "community_id": community_id,
        "id": grant_id,
        "account_id": account_id,
        "role": role,
        "scope_kind": str(scope),
        "scope_id": scope_id or community_id,
        "body_digest": b"",
        "created_by": account_id,
        "created_at": clock.now(),
    }
    seat = {"account_id": account_id, "community_id": community_id, "since": clock.now()}
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(table(RoleGrant)).values(row))
        await insert_new(tx, table(Membership), ("account_id", "community_id"), seat)
    return grant_id


async def make_member(
    database: Database,
    community_id: UUID,
    role: str,
    scope: Scope = Scope.COMMUNITY,
    scope_id: UUID | None = None,
) -> AccountMade:
    """An account with one grant."""
    account = await make_account(database)
    await grant(database, account.account_id, community_id, role, scope, scope_id)
    return account


def actor(
    community_id: UUID,
    role: str,
    scope: Scope = Scope.COMMUNITY,
    scope_id: UUID | None = None,
    account_id: UUID | None = None,
) -> Actor:
    """Somebody with one grant, for calling actions; no row stands behind it."""
    return Actor(account_id or new_id(), community_id, (Grant(role, scope, scope_id),))


def serving(config: Settings, database: Database) -> FastAPI:
    """The whole server on an open database, without worker or start-up.

    One for all tests that ask for the same: each made anew costs a quarter of a second.
    """
    return _server(config, database)


@lru_cache
def _server(config: Settings, database: Database) -> FastAPI:
    app = create_app(config)
    app.state.database = database
    return app


def fresh_network() -> str:
    """An address that no other client has: what is counted under it outlives a test."""
    return str(IPv4Address(0x0A000000 + new_id().int % 2**24))


@asynccontextmanager
async def client_of(
    app: FastAPI, address: str = ADDRESS, network: str | None = None
) -> AsyncIterator[httpx.AsyncClient]:
    """A browser-like client that nobody has signed in, at a network address of its own."""
    at = (network or fresh_network(), 40_000)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=at)
    headers = {"X-Linli": "1", "Accept-Language": "en"}
    async with httpx.AsyncClient(transport=transport, base_url=address, headers=headers) as client:
        yield client
        await app.state.authenticator.settle()


@asynccontextmanager
async def signed_in_client(app: FastAPI, account: AccountMade) -> AsyncIterator[httpx.AsyncClient]:
    """A client with a live session of the account."""
    database: Database = app.state.database
    async with database.transaction(write=True) as tx:
        started = await start_session(tx, account.account_id, "test device")
    async with client_of(app) as client:
        client.cookies.set(SESSION_COOKIE, started.token, domain="linli.test")
        yield client


async def sign_in(
    client: httpx.AsyncClient, login: str, password: str = PASSWORD
) -> httpx.Response:
    """Sign in through the API."""
    body = {"login": login, "password": password, "device_name": "test phone"}
    return await client.post("/api/v1/session", json=body)
