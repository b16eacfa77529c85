"""One unit of work: what is done inside happens whole or not at all."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import CursorResult, Executable, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from linli.kernel.db.fast import Fast
from linli.kernel.vault.keyring import Keyring

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
        result = await self.conn.execute(_core(statement), params)
        return [dict(row) for row in result.mappings()]

    async def row(self, statement: Executable | Fast, params: Row | None = None) -> Row | None:
        """The first row of a select, or ``None``."""
        result = await self.conn.execute(_core(statement), params)
        found = result.mappings().first()
        return None if found is None else dict(found)

    async def scalar(self, statement: Executable | Fast, params: Row | None = None) -> Any:
        """The first column of the first row, or ``None``."""
        return (await self.conn.execute(_core(statement), params)).scalar()

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


def _core(statement: Executable | Fast) -> Executable:
    return statement.statement if isinstance(statement, Fast) else statement
