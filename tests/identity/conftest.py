"""What the identity tests share."""

from collections.abc import AsyncIterator, Iterator
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from factories.clock import Clock
from factories.community import make_community
from factories.identity import AccountMade, client_of, make_member, serving
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.db.database import Database


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    """A server that is not a demo."""
    real = config.model_copy(update={"demo": False, "public_url": "https://linli.test"})
    return serving(real, database)


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that nobody has signed in."""
    async with client_of(app) as client:
        yield client


@pytest.fixture
async def community_id(database: Database) -> UUID:
    """A community of the test's own."""
    return await make_community(database)


@pytest.fixture
async def admin(database: Database, community_id: UUID) -> AccountMade:
    """The community's admin."""
    return await make_member(database, community_id, "community_admin")


@pytest.fixture
def hands() -> Iterator[Clock]:
    """The hands of the clock."""
    mine = Clock()
    clock.set_clock(mine)
    yield mine
    clock.set_clock(None)
