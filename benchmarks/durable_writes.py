"""Visits logged one by one and by the batch, against raw durable inserts of the same run."""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from itertools import count

import asyncpg

from duel import Requests, Side, duel
from hot_reads import prepare, repeated
from load import request
from seed import Seeded, fresh_id
from stage import Stage, limit, product, serving
from table import Result

SINGLES = 500
BATCHES = 8
"""Each in one of the rounds."""
BATCH = 200
VOLUNTEERS = 16
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


def single(seeded: Seeded, number: int) -> bytes:
    """One visit under an id of its own, by one volunteer after the other."""
    body = json.dumps({"id": fresh_id(), **seeded.visit(number)}).encode()
    return request("POST", f"{seeded.base}/door-visits", seeded.headers_of(number), body)


def batch(seeded: Seeded, number: int) -> bytes:
    """200 visits, as a phone sends what it gathered."""
    items = [
        {
            "id": fresh_id(),
            "kind": "door_visit",
            "recorded_at": seeded.visit(0)["happened_at"],
            "payload": seeded.visit(number * BATCH + place),
            "attachments": [],
        }
        for place in range(BATCH)
    ]
    body = {
        "device_id": fresh_id(),
        "app_version": "bench",
        "device_time": seeded.visit(0)["happened_at"],
        "items": items,
    }
    return request("POST", f"{seeded.base}/sync", seeded.headers, json.dumps(body).encode())


def numbered(make: Callable[[Seeded, int], bytes], seeded: Seeded) -> Requests:
    """Requests that go on where the last round ended."""
    number = count()
    return lambda many: iter([make(seeded, next(number)) for _ in range(many)])


def run(staged: Stage) -> list[Result]:
    """Both workloads on one database."""
    seeded = prepare(staged, VOLUNTEERS)
    make_notes(staged)
    settings = limit(staged, INSERT[staged.kind])
    with (
        serving("limits:app", settings) as other,
        serving("linli.main:create_app", product(staged), "--factory") as server,
    ):
        note = repeated(request("POST", "/", {}, b"x" * 300))
        one = Side(server, numbered(single, seeded), SINGLES)
        bare = Side(other, note, SINGLES)
        duel(staged, one, bare)
        many = Side(server, numbered(batch, seeded), BATCHES, connections=1)
        notes = repeated(request("POST", "/", {}, b"\n".join([b"x" * 300] * BATCH)))
        bare_many = Side(other, notes, BATCHES, connections=1)
        duel(staged, many, bare_many, rounds=4)
    return [
        _result("one visit, 16 at once (writes/s)", staged, one, bare, 0.4),
        _result("200 visits (batches/s)", staged, many, bare_many, 0.25),
    ]


def _result(what: str, staged: Stage, ours: Side, bare: Side, bar: float) -> Result:
    cpu = ours.cpu_us, bare.cpu_us
    return Result(what, staged.kind, ours.rate, bare.rate, bar, cpu=cpu)
