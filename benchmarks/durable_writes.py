"""Visits logged one by one and by the batch, against raw durable inserts of the same run."""

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterator
from uuid import uuid4

import asyncpg

from hot_reads import _prepare
from load import load, request
from seed import Seeded, fresh_id
from stage import Stage, limit, product, serving
from table import Result

SINGLES = 3000
BATCHES = 40
BATCH = 200
INSERT = {
    "sqlite": "INSERT INTO bench_note (words) VALUES (?)",
    "postgresql": "INSERT INTO bench_note (words) VALUES ($1)",
}
MAKE = {
    "sqlite": "CREATE TABLE bench_note (id INTEGER PRIMARY KEY, words TEXT)",
    "postgresql": "CREATE TABLE bench_note (id BIGSERIAL PRIMARY KEY, words TEXT)",
}


def make_notes(staged: Stage) -> None:
    """The bare table that the limit writes to."""
    if staged.kind == "sqlite":
        with sqlite3.connect(staged.url.removeprefix("sqlite:///")) as connection:
            connection.execute(MAKE["sqlite"])
        return

    async def make() -> None:
        connection = await asyncpg.connect(staged.driver_url)
        await connection.execute(MAKE["postgresql"])
        await connection.close()

    asyncio.run(make())


def singles(seeded: Seeded) -> Iterator[bytes]:
    """Single visits, each with an id of its own."""
    for number in range(SINGLES):
        body = json.dumps({"id": fresh_id(), **seeded.visit(number)}).encode()
        yield request("POST", f"{seeded.base}/door-visits", seeded.headers, body)


def batches(seeded: Seeded) -> Iterator[bytes]:
    """Batches of 200 visits, as a phone sends what it gathered."""
    for batch in range(BATCHES):
        items = [
            {
                "id": fresh_id(),
                "kind": "door_visit",
                "recorded_at": seeded.visit(0)["happened_at"],
                "payload": seeded.visit(batch * BATCH + number),
                "attachments": [],
            }
            for number in range(BATCH)
        ]
        body = {
            "device_id": fresh_id(),
            "app_version": "bench",
            "device_time": seeded.visit(0)["happened_at"],
            "items": items,
        }
        yield request("POST", f"{seeded.base}/sync", seeded.headers, json.dumps(body).encode())


def raw_batches(staged: Stage) -> float:
    """Batches a second of raw ``executemany`` in one durable transaction each."""
    rows = [(str(uuid4()) * 8,) for _ in range(BATCH)]
    if staged.kind == "sqlite":
        connection = sqlite3.connect(staged.url.removeprefix("sqlite:///"), isolation_level=None)
        connection.execute("PRAGMA synchronous=FULL")
        began = time.perf_counter()
        for _ in range(BATCHES):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(INSERT["sqlite"], rows)
            connection.execute("COMMIT")
        return BATCHES / (time.perf_counter() - began)

    async def write() -> float:
        connection = await asyncpg.connect(staged.driver_url)
        began = time.perf_counter()
        for _ in range(BATCHES):
            async with connection.transaction():
                await connection.executemany(INSERT["postgresql"], rows)
        await connection.close()
        return BATCHES / (time.perf_counter() - began)

    return asyncio.run(write())


def run(staged: Stage) -> list[Result]:
    """Both workloads on one database."""
    seeded = asyncio.run(_prepare(staged))
    make_notes(staged)
    with serving("limits:app", limit(staged, INSERT[staged.kind])) as bare:
        note = request("POST", "/", {}, b"x" * 300)
        best = load(bare.port, lambda: iter([note] * SINGLES))
    with serving("linli.main:create_app", product(staged), "--factory") as ours:
        single = load(ours.port, lambda: singles(seeded))
        whole = load(ours.port, lambda: batches(seeded), connections=1)
    return [
        Result("one visit (durable writes/s)", staged.kind, single.rate, best.rate, 0.4),
        Result("200 visits (batches/s)", staged.kind, whole.rate, raw_batches(staged), 0.25),
    ]
