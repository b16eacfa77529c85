"""Where ``Fast`` statements run: the driver itself, without an engine in between."""

import sqlite3
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Any, Protocol
from uuid import UUID

import asyncpg

from linli.kernel.db.sqlite import PRAGMAS


class Lane(Protocol):
    """Runs one compiled statement in a community."""

    async def run(
        self, sql: str, arguments: list[Any], community_id: UUID | None
    ) -> Sequence[Sequence[Any]]:
        """All rows, as the driver gives them."""
        ...


class SqliteLane:
    """One connection for all: a call runs whole inside the loop, so none sees another's half."""

    def __init__(self, path: str) -> None:
        """Open the file for reading."""
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in (*PRAGMAS, "PRAGMA query_only=ON"):
            self._connection.execute(pragma)

    async def run(
        self, sql: str, arguments: list[Any], _community_id: UUID | None
    ) -> list[tuple[Any, ...]]:
        """All rows; each statement sees the newest committed state."""
        return self._connection.execute(sql, arguments).fetchall()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


class PostgresLane:
    """One driver connection from first use until the read ends, in one transaction.

    ``BEGIN`` and the community setting travel as one message: a round trip costs as much as the
    statement itself.
    """

    def __init__(self, pool: "asyncpg.Pool[asyncpg.Record]", stack: AsyncExitStack) -> None:
        """Borrow from a pool when needed, give back when ``stack`` closes."""
        self._pool = pool
        self._stack = stack
        self._connection: Any = None
        self._inside: UUID | None = None

    async def run(
        self, sql: str, arguments: list[Any], community_id: UUID | None
    ) -> list[asyncpg.Record]:
        """All rows, under row-level security of the community."""
        if self._connection is None:
            await self._begin(community_id)
        elif community_id != self._inside:
            await self._connection.execute(_setting(community_id))
            self._inside = community_id
        return await self._connection.fetch(sql, *arguments)  # type: ignore[no-any-return]  # asyncpg's pool proxies are untyped

    async def _begin(self, community_id: UUID | None) -> None:
        self._connection = await self._stack.enter_async_context(self._pool.acquire())
        self._stack.push_async_callback(self.end)
        await self._connection.execute(f"BEGIN READ ONLY; {_setting(community_id)}")
        self._inside = community_id

    async def end(self) -> None:
        """End the transaction; with it goes the community setting."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            await connection.execute("COMMIT")


def _setting(community_id: UUID | None) -> str:
    """``SET LOCAL`` as SQL text; a ``UUID`` cannot carry anything but hexadecimal digits."""
    value = "" if community_id is None else str(community_id)
    return f"SELECT set_config('linli.community_id', '{value}', true)"
