"""What the architecture tests look at."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from conftest import KEYRING
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
