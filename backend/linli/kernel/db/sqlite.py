"""SQLite inside the event loop.

The driver's calls take tens of microseconds, so a thread hop for each costs more than the call
(docs/decisions/database-access.md). Only COMMIT waits for the disk: it alone runs in a thread.
"""

import asyncio
import sqlite3
from collections.abc import Generator
from typing import Any

from sqlalchemy import event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util import await_only

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # a destroyed key must not linger in a free page
    "PRAGMA busy_timeout=0",  # waiting is done by the loop, not by the driver
    "PRAGMA cache_size=-16384",
    "PRAGMA temp_store=MEMORY",
)


class _Done:
    """An awaitable that is done: SQLAlchemy's async engine insists on one per statement."""

    def __await__(self) -> Generator[None, None, None]:
        return
        yield


class InlineCursor(sqlite3.Cursor):
    """A cursor whose rows are at hand, so closing it softly has nothing to do."""

    async def _async_soft_close(self) -> None:
        return


class InlineConnection(sqlite3.Connection):
    """A connection that hands out inline cursors."""

    def cursor(self, factory: Any = None) -> Any:
        """A new cursor."""
        return super().cursor(factory or InlineCursor)


class InlineSqliteDialect(SQLiteDialect_pysqlite):
    """pysqlite for an async engine: calls run inline, COMMIT runs in a thread."""

    is_async = True
    supports_statement_cache = True

    def do_execute(
        self, cursor: Any, statement: str, parameters: Any, _context: Any = None
    ) -> None:
        """Run one statement in the loop."""
        await_only(_Done())
        cursor.execute(statement, parameters)

    def do_executemany(
        self, cursor: Any, statement: str, parameters: Any, _context: Any = None
    ) -> None:
        """Run one statement for many rows in the loop."""
        await_only(_Done())
        cursor.executemany(statement, parameters)

    def do_commit(self, dbapi_connection: Any) -> None:
        """Wait for the disk without holding up the loop."""
        if dbapi_connection.in_transaction:
            await_only(asyncio.to_thread(dbapi_connection.commit))

    @classmethod
    def get_pool_class(cls, _url: Any) -> type[AsyncAdaptedQueuePool]:
        """A pool that waits in the loop."""
        return AsyncAdaptedQueuePool


registry.register("sqlite.inline", __name__, "InlineSqliteDialect")


def sqlite_engine(path: str, *, begin: str, size: int) -> AsyncEngine:
    """An engine whose transactions start with ``begin``.

    ``BEGIN IMMEDIATE`` takes the write lock at once; connections that begin with ``BEGIN`` can only
    read, whatever is asked of them.
    """
    engine = create_async_engine(
        f"sqlite+inline:///{path}",
        connect_args={
            "check_same_thread": False,
            "isolation_level": None,
            "factory": InlineConnection,
        },
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    if begin == "BEGIN":
        event.listen(engine.sync_engine, "connect", _only_read)
    event.listen(engine.sync_engine, "begin", lambda conn: conn.exec_driver_sql(begin))
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _only_read(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only=ON")
