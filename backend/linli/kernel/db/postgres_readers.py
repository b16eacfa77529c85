"""PostgreSQL connections that only read, one statement at a time."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import asyncpg

SETTINGS = {
    "timezone": "UTC",
    "application_name": "linli",
    "default_transaction_read_only": "on",
}


class PostgresReaders:
    """A few connections, the last used first, lent for a statement and not for a request.

    ``asyncpg.Pool`` wraps and checks a connection each time; a third of a small read went there.
    """

    def __init__(self, address: str, size: int) -> None:
        """Open connections when they are needed, ``size`` at most."""
        self._address = address
        self._free = asyncio.Semaphore(size)
        self._idle: list[asyncpg.Connection[asyncpg.Record]] = []

    async def fetch(self, sql: str, arguments: Sequence[Any]) -> list[asyncpg.Record]:
        """All rows of one statement, which is a transaction of its own."""
        async with self._free:
            connection = await self._take()
            try:
                found: list[asyncpg.Record] = await connection.fetch(sql, *arguments)
            except asyncpg.PostgresError:
                self._idle.append(connection)
                raise
            except BaseException:  # whatever it was, nobody knows how far the exchange had come
                connection.terminate()
                raise
            self._idle.append(connection)
            return found

    async def _take(self) -> "asyncpg.Connection[asyncpg.Record]":
        while self._idle:
            connection = self._idle.pop()
            if not connection.is_closed():
                return connection
        connection = await asyncpg.connect(self._address, server_settings=SETTINGS)
        # As on the engine's connections, so that a statement's rows are the same either way.
        await connection.set_type_codec(
            "jsonb", schema="pg_catalog", encoder=json.dumps, decoder=json.loads
        )
        return connection

    async def close(self) -> None:
        """Close what is open."""
        while self._idle:
            await self._idle.pop().close()
