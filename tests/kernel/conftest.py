"""A server that keeps notes, on both databases, and one member of a fresh community."""

from collections import ChainMap
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from conftest import KEYRING
from fixtures.community import new_community
from fixtures.notes import NOTE_TABLES, HeaderAuthenticator, note_parts
from linli.config import Settings
from linli.kernel.attachments import declare
from linli.kernel.db.database import Database, open_database
from linli.kernel.ids import new_id
from linli.kernel.server import create_server


@dataclass(frozen=True)
class Member:
    """A volunteer of one community, with a client that speaks in the volunteer's name."""

    account_id: UUID
    community_id: UUID
    client: httpx.AsyncClient
    authenticator: HeaderAuthenticator

    @property
    def base(self) -> str:
        return f"/api/v1/communities/{self.community_id}"

    @property
    def headers(self) -> dict[str, str]:
        return {HeaderAuthenticator.uses: str(self.account_id), "X-Linli": "1"}

    def neighbour(self, *roles: str) -> "Member":
        """Somebody else of the same community."""
        other = replace(self, account_id=new_id())
        self.authenticator.members[other.account_id, self.community_id] = roles
        return other

    async def call(self, method: str, path: str, **more: object) -> httpx.Response:
        headers = {**self.headers, **more.pop("headers", {})}
        return await self.client.request(method, self.base + path, headers=headers, **more)


@pytest.fixture(autouse=True)
def note_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes stand in no metadata; files of theirs need to know who wrote them."""
    monkeypatch.setattr(declare, "ITEM_TABLES", ChainMap(NOTE_TABLES, dict(declare.ITEM_TABLES)))


@pytest.fixture(scope="session")
async def app(config: Settings) -> AsyncIterator[FastAPI]:
    """A server of nothing but the kernel and notes."""
    made = create_server(config, note_parts())
    async with made.router.lifespan_context(made):
        yield made


@pytest.fixture(scope="session")
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as made:
        yield made


@pytest.fixture
async def volunteer(app: FastAPI, client: httpx.AsyncClient, database: Database) -> Member:
    """A volunteer of a community of their own."""
    community_id, account_id = await new_community(database), new_id()
    authenticator: HeaderAuthenticator = app.state.authenticator
    authenticator.members[account_id, community_id] = ("volunteer",)
    return Member(account_id, community_id, client, authenticator)


@pytest.fixture(scope="session")
async def postgres_owner(postgres: str) -> AsyncIterator[Database]:
    """The PostgreSQL database as the superuser that owns it."""
    opened = open_database(postgres.replace("linli_app@", "postgres@"), KEYRING)
    yield opened
    await opened.close()
