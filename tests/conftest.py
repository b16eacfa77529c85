"""Databases for every test: a migrated SQLite file and a real PostgreSQL, both made once a run.

Every test works in a community of its own, so tests share databases without seeing each other;
row-level security and composite keys are what keeps them apart, as in production.
"""

import asyncio
import itertools
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from fixtures.notes import note_ddl
from fixtures.postgres import PostgresServer, postgres_server
from linli.config import Settings
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate
from linli.kernel.keyring import Keyring

ROOT = Path(__file__).resolve().parents[1]
MASTER_KEY = b"k" * 32
KEYRING = Keyring(MASTER_KEY)
BACKENDS = ("sqlite", "postgresql")
MEMORY = Path("/dev/shm")  # noqa: S108 - each run makes a folder of its own in it
PLENTY = 8 * 2**30
"""Bytes; a run takes about one gigabyte."""

_NUMBERS = itertools.count()
"""Of empty databases: one fixture is made again whenever its parameter comes round again."""


def pytest_configure() -> None:
    """Keep scratch files in memory where there is plenty: waiting for a disk tests nothing here."""
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > PLENTY:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    path = tmp_path_factory.mktemp("template") / "linli.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresServer]:
    """A running PostgreSQL server."""
    with postgres_server(tmp_path_factory.mktemp("pg"), durable=False) as server:
        yield server


@pytest.fixture(scope="session")
def postgres(postgres_instance: PostgresServer) -> str:
    """The address of a migrated PostgreSQL database, as the serving role."""
    owner, serving = postgres_instance.new_database("linli_test")
    asyncio.run(_migrate(owner))
    return serving


async def _migrate(url: str) -> None:
    database = open_database(url, KEYRING)
    await migrate(database.writer, ROOT / "migrations")
    async with database.transaction(write=True) as tx:
        for statement in note_ddl(tx.conn.dialect.name):
            await tx.execute(text(statement))
    await database.close()


@pytest.fixture(scope="session", params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """Which database a test runs on; every test that asks runs on both."""
    if os.environ.get("LINLI_TEST_BACKEND", request.param) != request.param:
        pytest.skip("another database was asked for")
    return str(request.param)


@pytest.fixture(scope="session")
def database_url(
    backend: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The address of a migrated database of the kind under test."""
    if backend == "postgresql":
        return str(request.getfixturevalue("postgres"))
    copy = tmp_path_factory.mktemp("sqlite") / "linli.db"
    shutil.copyfile(request.getfixturevalue("sqlite_template"), copy)
    return f"sqlite:///{copy}"


@pytest.fixture(scope="session")
def empty_database(
    backend: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], tuple[str, str]]:
    """Makes databases without any table; the addresses of the owner and of the serving role."""

    def make() -> tuple[str, str]:
        if backend == "postgresql":
            server: PostgresServer = request.getfixturevalue("postgres_instance")
            return server.new_database(f"linli_empty_{next(_NUMBERS)}")
        url = f"sqlite:///{tmp_path_factory.mktemp('empty') / 'linli.db'}"
        return url, url

    return make


@pytest.fixture(scope="session")
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database, closed at the end of the run."""
    opened = open_database(database_url, KEYRING)
    yield opened
    await opened.close()


@pytest.fixture(scope="session")
def config(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of a server on the database under test."""
    data = tmp_path_factory.mktemp("data")
    (data / "master.key").write_text(MASTER_KEY.hex())
    return Settings(
        database_url=database_url,
        data_folder=data,
        worker_in_process=False,
        demo=True,
    )
