"""One unit of work: what is done inside happens whole or not at all."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import CursorResult, Executable, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from linli.kernel.db.drivers import Driver, driver_of
from linli.kernel.db.fast import Fast
from linli.kernel.keyring import Keyring

Row = dict[str, Any]
"""One row as the screen needs it: column name to value."""


class Buffer(Protocol):
    """Work collected during a transaction that a rolled-back savepoint must also undo."""

    def mark(self) -> int:
        """Where the buffer stands now."""
        ...

    def rewind(self, mark: int) -> None:
        """Forget what came after ``mark``."""
        ...


B = TypeVar("B", bound=Buffer)


class Tx:
    """An open transaction. Actions use it and never commit; whoever opened it does."""

    def __init__(self, conn: AsyncConnection, keyring: Keyring) -> None:
        """Wrap a connection on which a transaction has begun."""
        self.conn = conn
        self.keyring = keyring
        self.community_id: UUID | None = None
        self.before_commit: list[Callable[[], Awaitable[None]]] = []
        self.after_commit: list[Callable[[], None]] = []
        self._buffers: dict[type, Buffer] = {}
        self._under: Driver | None = None

    @property
    def on_postgres(self) -> bool:
        """Whether the database is PostgreSQL (otherwise it is SQLite)."""
        return self.conn.dialect.name == "postgresql"

    async def enter(self, community_id: UUID) -> None:
        """Work inside one community from here on; row-level security sees no other.

        Raises:
            RuntimeError: when the transaction already belongs to another community.
        """
        if self.community_id not in (None, community_id):
            raise RuntimeError("a transaction belongs to one community")
        if self.community_id is None and self.on_postgres:
            setting = text("SELECT set_config('linli.community_id', :id, true)")
            await self.conn.execute(setting, {"id": str(community_id)})
        self.community_id = community_id

    @property
    def community(self) -> UUID:
        """The community this transaction works in."""
        if self.community_id is None:
            raise RuntimeError("no community was entered")
        return self.community_id

    async def execute(
        self, statement: Executable, params: Row | Sequence[Row] | None = None
    ) -> CursorResult[Any]:
        """Run one statement, or one statement for many parameter rows."""
        return await self.conn.execute(statement, params)

    async def rows(self, statement: Executable | Fast, params: Row | None = None) -> list[Row]:
        """All rows of a select."""
        if isinstance(statement, Fast):
            return await self._fetch(statement, params)
        result = await self.conn.execute(statement, params)
        return [dict(row) for row in result.mappings()]

    async def row(self, statement: Executable | Fast, params: Row | None = None) -> Row | None:
        """The first row of a select, or ``None``."""
        if isinstance(statement, Fast):
            found = await self._fetch(statement, params)
            return found[0] if found else None
        first = (await self.conn.execute(statement, params)).mappings().first()
        return None if first is None else dict(first)

    async def scalar(self, statement: Executable | Fast, params: Row | None = None) -> Any:
        """The first column of the first row, or ``None``."""
        if isinstance(statement, Fast):
            found = await self._fetch(statement, params)
            return next(iter(found[0].values())) if found else None
        return (await self.conn.execute(statement, params)).scalar()

    async def run(self, fast: Fast, params: Row) -> int:
        """Run one insert or update; how many rows it touched."""
        prepared = fast.prepared(self.conn.dialect)
        return await (await self._driver()).run(prepared.sql, prepared.arguments(params))

    async def run_many(self, fast: Fast, rows: Sequence[Row]) -> None:
        """Run one insert or update for many parameter rows."""
        prepared = fast.prepared(self.conn.dialect)
        await (await self._driver()).run_many(prepared.sql, prepared.many(rows))

    async def _fetch(self, fast: Fast, params: Row | None) -> list[Row]:
        prepared = fast.prepared(self.conn.dialect)
        found = await (await self._driver()).fetch(prepared.sql, prepared.arguments(params or {}))
        return [prepared.row(values) for values in found]

    async def _driver(self) -> Driver:
        if self._under is None:
            self._under = await driver_of(self.conn)
        return self._under

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part that can fail alone: its rows and its buffered work go together."""
        marks = {kind: buffer.mark() for kind, buffer in self._buffers.items()}
        following = len(self.after_commit)
        try:
            async with self.conn.begin_nested():
                yield
        except BaseException:
            del self.after_commit[following:]
            for kind, buffer in self._buffers.items():
                buffer.rewind(marks.get(kind, 0))
            raise

    async def insert_or_none(self, statement: Executable, params: Row | None = None) -> bool:
        """Run an insert; ``False`` (and nothing changed) when a constraint refuses it."""
        try:
            async with self.savepoint():
                await self.conn.execute(statement, params)
        except IntegrityError:
            return False
        return True

    def buffer(self, kind: type[B], make: Callable[[], B]) -> B:
        """The transaction's one buffer of a kind, made on first use."""
        if kind not in self._buffers:
            self._buffers[kind] = make()
        found = self._buffers[kind]
        assert isinstance(found, kind)  # noqa: S101 - narrows the type for the reader and mypy
        return found
