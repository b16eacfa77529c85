"""Why SQLite runs in the event loop: the same statements by three ways of calling the driver.

Each way reads 50 rows of 8 columns and writes one durable row, one after another; the raw driver
measured in the same run is the limit. Its figures stand in docs/decisions/database-access.md.
"""

import asyncio
import importlib.util
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy import text

from linli.kernel.db.database import Database, open_database
from linli.kernel.keyring import Keyring

READ = "SELECT a, b, c, d, e, f, g, h FROM home ORDER BY a LIMIT 50"
WRITE = "INSERT INTO note (words) VALUES ('x')"
TIMES = 1500


def fill(path: Path) -> sqlite3.Connection:
    """A file with 5,000 rows to read and a table to write."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    columns = ", ".join(f"{name} TEXT" for name in "bcdefgh")
    connection.execute(f"CREATE TABLE home (a INTEGER PRIMARY KEY, {columns})")
    connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")
    rows = [(n, *([f"value {n}"] * 7)) for n in range(5000)]
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO home VALUES (?,?,?,?,?,?,?,?)", rows)
    connection.execute("COMMIT")
    return connection


def raw_rate(connection: sqlite3.Connection, *, write: bool) -> float:
    """The driver alone."""
    began = time.perf_counter()
    for _ in range(TIMES):
        if write:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(WRITE)
            connection.execute("COMMIT")
        else:
            connection.execute(READ).fetchall()
    return TIMES / (time.perf_counter() - began)


async def rate(do: Callable[[], Awaitable[None]]) -> float:
    """How often a second ``do`` runs."""
    began = time.perf_counter()
    for _ in range(TIMES):
        await do()
    return TIMES / (time.perf_counter() - began)


async def inline_rate(database: Database, *, write: bool) -> float:
    """Linli's way: SQLAlchemy Core, driver called in the loop, COMMIT in a thread."""

    async def once() -> None:
        async with database.transaction(write=write) as tx:
            if write:
                await tx.execute(text(WRITE))
            else:
                await tx.rows(text(READ))

    return await rate(once)


async def threaded_rate(path: Path, *, write: bool) -> float:
    """The usual way: SQLAlchemy Core over aiosqlite, each call in a thread."""
    from sqlalchemy.ext.asyncio import create_async_engine  # noqa: PLC0415 - one of the ways

    engine = create_async_engine(f"sqlite+aiosqlite:///{path}")

    async def once() -> None:
        async with engine.begin() as connection:
            if write:
                await connection.execute(text("PRAGMA synchronous=FULL"))
                await connection.execute(text(WRITE))
            else:
                found = await connection.execute(text(READ))
                [dict(row) for row in found.mappings()]

    found = await rate(once)
    await engine.dispose()
    return found


async def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "access.db"
        connection = fill(path)
        database = open_database(f"sqlite:///{path}", Keyring(b"k" * 32))
        print(f"{'way':<28}{'read/s':>10}{'write/s':>10}")
        raw = [raw_rate(connection, write=write) for write in (False, True)]
        print(f"{'raw sqlite3':<28}{raw[0]:>10.0f}{raw[1]:>10.0f}")
        inline = [await inline_rate(database, write=write) for write in (False, True)]
        print(f"{'Core in the loop':<28}{inline[0]:>10.0f}{inline[1]:>10.0f}")
        if importlib.util.find_spec("aiosqlite"):
            threads = [await threaded_rate(path, write=write) for write in (False, True)]
            print(f"{'Core over aiosqlite':<28}{threads[0]:>10.0f}{threads[1]:>10.0f}")
        await database.close()


if __name__ == "__main__":
    asyncio.run(main())
