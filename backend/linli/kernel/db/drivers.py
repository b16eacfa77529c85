"""The driver under an open write transaction, for ``Fast`` statements.

Constraint violations come out as SQLAlchemy's ``IntegrityError``, so callers need not know which
way a statement went.
"""

import sqlite3
from collections.abc import Sequence
from typing import Any, Protocol

import asyncpg
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection


class Driver(Protocol):
    """Runs compiled statements in the transaction of a connection."""

    async def fetch(self, sql: str, arguments: list[Any]) -> Sequence[Sequence[Any]]:
        """All rows."""
        ...

    async def run(self, sql: str, arguments: list[Any]) -> int:
        """How many rows it touched."""
        ...

    async def run_many(self, sql: str, arguments: Sequence[Sequence[Any]]) -> None:
        """One statement for many parameter rows."""
        ...


async def driver_of(conn: AsyncConnection) -> Driver:
    """The driver of a connection on which a transaction has begun."""
    raw = (await conn.get_raw_connection()).driver_connection
    if conn.dialect.name == "sqlite":
        return SqliteDriver(raw)
    if not raw.is_in_transaction():  # type: ignore[union-attr]  # it is asyncpg's
        await conn.execute(text("SELECT 1"))  # SQLAlchemy says BEGIN with the first statement
    return AsyncpgDriver(raw)


class SqliteDriver:
    """``sqlite3``, called in the loop."""

    def __init__(self, connection: Any) -> None:
        """Take a connection."""
        self._connection = connection

    async def fetch(self, sql: str, arguments: list[Any]) -> list[tuple[Any, ...]]:
        """All rows."""
        try:
            return self._connection.execute(sql, arguments).fetchall()  # type: ignore[no-any-return]  # the pool's connection is untyped
        except sqlite3.IntegrityError as error:
            raise IntegrityError(sql, None, error) from error

    async def run(self, sql: str, arguments: list[Any]) -> int:
        """How many rows it touched."""
        try:
            return int(self._connection.execute(sql, arguments).rowcount)
        except sqlite3.IntegrityError as error:
            raise IntegrityError(sql, None, error) from error

    async def run_many(self, sql: str, arguments: Sequence[Sequence[Any]]) -> None:
        """One statement for many parameter rows."""
        try:
            self._connection.executemany(sql, arguments)
        except sqlite3.IntegrityError as error:
            raise IntegrityError(sql, None, error) from error


class AsyncpgDriver:
    """``asyncpg``: a prepared statement a connection, one round trip a call."""

    def __init__(self, connection: Any) -> None:
        """Take a connection."""
        self._connection = connection

    async def fetch(self, sql: str, arguments: list[Any]) -> list[asyncpg.Record]:
        """All rows."""
        try:
            return await self._connection.fetch(sql, *arguments)  # type: ignore[no-any-return]  # likewise
        except asyncpg.IntegrityConstraintViolationError as error:
            raise IntegrityError(sql, None, error) from error

    async def run(self, sql: str, arguments: list[Any]) -> int:
        """How many rows it touched, from the command tag (``INSERT 0 1``)."""
        try:
            tag: str = await self._connection.execute(sql, *arguments)
        except asyncpg.IntegrityConstraintViolationError as error:
            raise IntegrityError(sql, None, error) from error
        return int(tag.rsplit(" ", 1)[-1])

    async def run_many(self, sql: str, arguments: Sequence[Sequence[Any]]) -> None:
        """One statement for many parameter rows, pipelined."""
        try:
            await self._connection.executemany(sql, arguments)
        except asyncpg.IntegrityConstraintViolationError as error:
            raise IntegrityError(sql, None, error) from error
