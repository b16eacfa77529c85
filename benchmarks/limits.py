"""The limits that Linli is measured against: the raw driver behind a bare ASGI callable.

No framework, no session, no permission, no validation: what is left is the database, the driver,
``orjson`` and uvicorn. Started as ``uvicorn limits:app`` with LIMIT_DATABASE and LIMIT_QUERY set.
"""

import asyncio
import os
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

import orjson

Send = Callable[[dict[str, Any]], Awaitable[None]]
Answer = Callable[[bytes], Awaitable[bytes]]
DATABASE = os.environ["LIMIT_DATABASE"]
QUERY = os.environ["LIMIT_QUERY"]
"""The select of a read, or the insert of a durable write with one text parameter."""


class State:
    """What is opened once, at start-up."""

    answer: Answer


async def app(scope: dict[str, Any], receive: Any, send: Send) -> None:
    """Bare ASGI."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
        return
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    found = await State.answer(body)
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(found)).encode()),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": found})


async def _lifespan(receive: Any, send: Send) -> None:
    await receive()
    State.answer = _sqlite() if DATABASE.startswith("sqlite") else await _postgres()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await send({"type": "lifespan.shutdown.complete"})


def _rows(body: bytes) -> list[tuple[str]]:
    """One row for each line of a body: one in a single write, many in a batch."""
    return [(line,) for line in body.decode().split("\n")]


async def _postgres_write(connection: Any, rows: list[tuple[str]]) -> bytes:
    if len(rows) == 1:
        await connection.execute(QUERY, *rows[0])
    else:
        async with connection.transaction():
            await connection.executemany(QUERY, rows)
    return b"{}"


def _sqlite() -> Answer:
    connection = sqlite3.connect(DATABASE.removeprefix("sqlite:///"), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    if QUERY.lower().startswith("select"):
        return _sqlite_read(connection)

    async def write(body: bytes) -> bytes:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(QUERY, _rows(body))
        connection.execute("COMMIT")
        return b"{}"

    return write


def _sqlite_read(connection: sqlite3.Connection) -> Answer:
    async def read(_body: bytes) -> bytes:
        cursor = connection.execute(QUERY)
        names = [column[0] for column in cursor.description]
        return orjson.dumps([dict(zip(names, row, strict=True)) for row in cursor])

    return read


async def _postgres() -> Answer:
    import asyncpg  # noqa: PLC0415 - only where it is measured

    pool = await asyncpg.create_pool(DATABASE, min_size=16, max_size=16)
    reads = QUERY.lower().startswith("select")

    async def answer(body: bytes) -> bytes:
        async with pool.acquire() as connection:
            if not reads:
                return await _postgres_write(connection, _rows(body))
            return orjson.dumps([dict(row) for row in await connection.fetch(QUERY)], default=str)

    await asyncio.sleep(0)
    return answer
