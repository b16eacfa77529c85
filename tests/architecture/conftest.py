"""What the architecture tests look at."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from fastapi import FastAPI

from architecture.api import ROLES
from architecture.neighbourhood import Neighbourhood
from conftest import KEYRING
from factories.identity import client_of, make_community, make_member, serving, signed_in_client
from linli.config import Settings
from linli.kernel.db.database import Database, open_database
from linli.main import create_app


@pytest.fixture(scope="session")
def bare_app() -> FastAPI:
    """The whole server, never started."""
    return create_app(Settings())


@pytest.fixture(scope="session")
async def postgres_owner(postgres: str) -> AsyncIterator[Database]:
    """The PostgreSQL database as the superuser that owns it."""
    opened = open_database(postgres.replace("linli_app@", "postgres@"), KEYRING)
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
async def neighbourhood(config: Settings, database: Database) -> AsyncIterator[Neighbourhood]:
    """On a real server, which is no demo."""
    real = config.model_copy(update={"demo": False, "public_url": "https://linli.test"})
    app = serving(real, database)
    community_id = await make_community(database)
    elsewhere = await make_community(database)
    async with AsyncExitStack() as stack:
        members = {}
        for role in sorted(ROLES):
            account = await make_member(database, community_id, role)
            client = signed_in_client(app, account)
            members[role] = await stack.enter_async_context(client)
        members["nobody"] = await stack.enter_async_context(client_of(app))
        yield Neighbourhood(community_id, elsewhere, members, app)
