"""A read: fast statements go to the driver, all others open the engine when they come."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, Executable
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from linli.kernel.db.fast import Fast
from linli.kernel.db.lanes import Lane
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.keyring import Keyring


class ReadTx(Tx):
    """A transaction that only reads. Opens no connection before the first statement needs one."""

    def __init__(self, lane: Lane, engine: AsyncEngine, keyring: Keyring) -> None:
        """Take both ways to the database."""
        super().__init__(cast("AsyncConnection", None), keyring)
        self._opened = False
        self._lane = lane
        self._dialect = engine.dialect
        self._reader = engine

    async def end(self) -> None:
        """Give the engine's connection back, where one was opened."""
        if self._opened:
            await asyncio.shield(self.conn.close())

    @property
    def on_postgres(self) -> bool:
        """Whether the database is PostgreSQL (otherwise it is SQLite)."""
        return self._dialect.name == "postgresql"

    async def enter(self, community_id: UUID) -> None:
        """Work inside one community from here on."""
        if self._opened:
            await super().enter(community_id)
        elif self.community_id not in (None, community_id):
            raise RuntimeError("a transaction belongs to one community")
        self.community_id = community_id

    async def _engine(self) -> None:
        if not self._opened:
            self.conn = await self._reader.connect()
            self._opened = True
            await self.conn.begin()
            entered, self.community_id = self.community_id, None
            if entered is not None:
                await super().enter(entered)

    async def _fast(self, fast: Fast, params: Row | None) -> list[Row]:
        prepared = fast.prepared(self._dialect)
        found = await self._lane.run(
            prepared.sql, prepared.arguments(params or {}), self.community_id
        )
        return [prepared.row(values) for values in found]

    async def execute(
        self, statement: Executable, params: Row | Sequence[Row] | None = None
    ) -> CursorResult[Any]:
        """Run one Core statement."""
        await self._engine()
        return await super().execute(statement, params)

    async def rows(self, statement: Executable | Fast, params: Row | None = None) -> list[Row]:
        """All rows of a select."""
        if isinstance(statement, Fast) and not self._opened:
            return await self._fast(statement, params)
        await self._engine()
        return await super().rows(statement, params)

    async def row(self, statement: Executable | Fast, params: Row | None = None) -> Row | None:
        """The first row of a select, or ``None``."""
        if isinstance(statement, Fast) and not self._opened:
            found = await self._fast(statement, params)
            return found[0] if found else None
        await self._engine()
        return await super().row(statement, params)

    async def scalar(self, statement: Executable | Fast, params: Row | None = None) -> Any:
        """The first column of the first row, or ``None``."""
        if isinstance(statement, Fast) and not self._opened:
            found = await self._fast(statement, params)
            return next(iter(found[0].values())) if found else None
        await self._engine()
        return await super().scalar(statement, params)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part that can fail alone."""
        await self._engine()
        async with super().savepoint():
            yield
