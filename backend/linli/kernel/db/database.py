"""Opening a database and the transactions on it."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from linli.kernel.db.lanes import Lane, PostgresLane, SqliteLane
from linli.kernel.db.reading import ReadTx
from linli.kernel.db.sqlite import sqlite_engine
from linli.kernel.db.transaction import Tx
from linli.kernel.keyring import Keyring

POOL_SIZE = 16
BUSY_SECONDS = 15.0
"""How long a write waits for another process before it gives up with ``database_busy``."""


class DatabaseBusyError(Exception):
    """Another process held the SQLite write lock for longer than ``BUSY_SECONDS``."""


class UnsafeRoleError(Exception):
    """The PostgreSQL role could step around row-level security."""


@dataclass(eq=False)
class Database:
    """Engines for reading and for writing; on PostgreSQL both share one pool."""

    reader: AsyncEngine
    writer: AsyncEngine
    keyring: Keyring
    turn: asyncio.Lock | None = None
    """SQLite has one writer: inside this process writers queue here, without polling."""
    address: str = ""
    """The driver's own: a path for SQLite, a URL for PostgreSQL."""
    _lane: Lane | None = None

    @property
    def on_postgres(self) -> bool:
        """Whether this is PostgreSQL (otherwise it is SQLite)."""
        return self.writer.dialect.name == "postgresql"

    def transaction(self, *, write: bool) -> AbstractAsyncContextManager[Tx]:
        """One transaction: committed when the block ends, rolled back when it raises."""
        return self._writing() if write else _Reading(self)

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[Tx]:
        async with AsyncExitStack() as stack:
            if self.turn is not None:
                await stack.enter_async_context(self.turn)
            conn = await stack.enter_async_context(self.writer.connect())
            await begin(conn)
            tx = Tx(conn, self.keyring)
            yield tx
            for prepare in tx.before_commit:
                await prepare()
            await tx.conn.commit()
        for follow in tx.after_commit:
            follow()

    @property
    def lane(self) -> Lane:
        """Where the fast statements of reads run; opened when first used."""
        if self._lane is None:
            address = self.address
            on_postgres = self.on_postgres
            self._lane = PostgresLane(address, POOL_SIZE) if on_postgres else SqliteLane(address)
        return self._lane

    async def close(self) -> None:
        """Give every connection back."""
        if self._lane is not None:
            await self._lane.close()
        for engine in (self.reader, self.writer):
            await engine.dispose()


class _Reading:
    """A read, from its beginning to its end; written out, for it is begun on every request."""

    def __init__(self, database: Database) -> None:
        self._tx = ReadTx(database.lane, database.reader, database.keyring)

    async def __aenter__(self) -> Tx:
        return self._tx

    async def __aexit__(self, kind: object, _error: object, _trace: object) -> None:
        await self._tx.end()
        if kind is None:
            for follow in self._tx.after_commit:
                follow()


async def begin(conn: AsyncConnection) -> None:
    """Begin, waiting in the loop while another process holds SQLite's write lock."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            await conn.begin()
        except OperationalError as error:
            if "locked" not in str(error.orig) or time.monotonic() > deadline:
                if "locked" in str(error.orig):
                    raise DatabaseBusyError from error
                raise
            await asyncio.sleep(random.uniform(0.002, 0.02))  # noqa: S311 - jitter, no secret
        else:
            return


def open_database(url: str, keyring: Keyring) -> Database:
    """Open ``sqlite:///path`` or ``postgresql://…``.

    Raises:
        ValueError: for any other kind of address.
    """
    scheme, _, rest = url.partition("://")
    if scheme == "sqlite":
        path = rest.removeprefix("/")
        reader = sqlite_engine(path, begin="BEGIN", size=8)
        writer = sqlite_engine(path, begin="BEGIN IMMEDIATE", size=1)
        return Database(reader, writer, keyring, asyncio.Lock(), path)
    if scheme in {"postgresql", "postgres"}:
        engine = create_async_engine(
            f"postgresql+asyncpg://{rest}",
            pool_size=POOL_SIZE,
            max_overflow=4,
            pool_pre_ping=False,
            hide_parameters=True,
            connect_args={"server_settings": {"timezone": "UTC", "application_name": "linli"}},
        )
        reader = engine.execution_options(postgresql_readonly=True)
        return Database(reader, engine, keyring, address=url)
    raise ValueError("the database address starts with sqlite:/// or postgresql://")


async def refuse_unsafe_role(database: Database) -> None:
    """Refuse to serve as a role on which row-level security has no hold.

    PostgreSQL lets superusers and BYPASSRLS roles see every row whatever the policies say.

    Raises:
        UnsafeRoleError: naming the role.
    """
    if not database.on_postgres:
        return
    asks = text(
        "SELECT rolsuper OR rolbypassrls AS unsafe FROM pg_roles WHERE rolname = current_user"
    )
    async with database.transaction(write=False) as tx:
        role = await tx.row(asks)
    if role is None or role["unsafe"]:
        raise UnsafeRoleError("the database role bypasses row-level security; use a plain role")
