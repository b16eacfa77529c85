"""Where ``Fast`` reads run: the driver itself, without an engine in between."""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol
from uuid import UUID

from linli.kernel.db.postgres_readers import PostgresReaders
from linli.kernel.db.sqlite import PRAGMAS


class Lane(Protocol):
    """Runs one compiled statement in a community."""

    async def run(
        self, sql: str, arguments: list[Any], community_id: UUID | None
    ) -> Sequence[Sequence[Any]]:
        """All rows, as the driver gives them."""
        ...

    async def close(self) -> None:
        """Give back what was opened."""
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

    async def close(self) -> None:
        """Close the file."""
        self._connection.close()


class PostgresLane:
    """Each statement is a transaction of its own, in one message, and enters its community itself.

    ``BEGIN`` and ``SET LOCAL`` and ``COMMIT`` in messages of their own took twice as long as what
    they stood around. The setting ends with the statement, so a connection carries none along.
    """

    def __init__(self, address: str, size: int) -> None:
        """Use up to ``size`` connections."""
        self._readers = PostgresReaders(address, size)

    async def run(
        self, sql: str, arguments: list[Any], community_id: UUID | None
    ) -> Sequence[Sequence[Any]]:
        """All rows, under row-level security of the community."""
        if community_id is None:
            return await self._readers.fetch(sql, arguments)
        inside = _inside(sql, len(arguments) + 1)
        return await self._readers.fetch(inside, [*arguments, str(community_id)])

    async def close(self) -> None:
        """Close the connections."""
        await self._readers.close()


@lru_cache(maxsize=1024)
def _inside(sql: str, place: int) -> str:
    """A select that sets the community first.

    The rows depend on the setting's result (``LATERAL``, and ``OFFSET 0`` keeps the planner from
    changing that), hence no row is looked at before it is set; were one, row-level security would
    show nothing.
    """
    enter = f"SELECT set_config('linli.community_id', ${place}, true) AS community"
    rows = f"SELECT * FROM ({sql}) AS asked WHERE entered.community <> '' OFFSET 0"  # noqa: S608 - a compiled statement
    return (
        f"WITH entered AS MATERIALIZED ({enter})"  # noqa: S608 - likewise
        f" SELECT found.* FROM entered CROSS JOIN LATERAL ({rows}) AS found"
    )
