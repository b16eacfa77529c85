"""Requests a second of the two hottest reads, against the raw driver behind bare ASGI."""

import asyncio
from itertools import repeat

from duel import Requests, Side, duel
from load import request
from seed import Seeded, seed
from stage import Stage, limit, product, serving
from table import Result

REQUESTS = 1000
"""In each of the rounds."""


def prepare(staged: Stage, volunteers: int = 1) -> Seeded:
    """A community to ask and to write to."""

    async def make() -> Seeded:
        database = staged.open()
        try:
            return await seed(database, volunteers)
        finally:
            await database.close()

    return asyncio.run(make())


def repeated(payload: bytes) -> Requests:
    """The same request as often as it is wanted."""
    return lambda count: repeat(payload, count)


def run(staged: Stage) -> list[Result]:
    """Both reads on one database."""
    seeded = prepare(staged)
    quoted = f"'{seeded.community_id}'"
    columns = "h.id, h.code, h.building_id, h.floor, h.door, h.area_dm2, h.kind, h.occupancy"
    rows = (
        f"SELECT {columns} FROM household h WHERE h.community_id = {quoted}"
        " ORDER BY h.sort_key LIMIT 50"
    )
    picture = (
        f"SELECT h.id, h.code, h.floor, h.door, h.kind, h.occupancy FROM household h"
        f" WHERE h.community_id = {quoted} AND h.building_id = '{seeded.building_id}'"
        " ORDER BY h.sort_key"
    )
    reads = {
        "household list, 50 rows (req/s)": (rows, "/households?limit=50"),
        "building picture, 100 doors (req/s)": (
            picture,
            f"/buildings/{seeded.building_id}/picture",
        ),
    }
    results = []
    with serving("linli.main:create_app", product(staged), "--factory") as server:
        for what, (query, path) in reads.items():
            asked = request("GET", seeded.base + path, seeded.headers)
            with serving("limits:app", limit(staged, query)) as other:
                ours = Side(server, repeated(asked), REQUESTS)
                bare = Side(other, repeated(request("GET", "/", {})), REQUESTS)
                duel(staged, ours, bare)
            assert bare.bytes_each > ours.bytes_each / 3, "the limit did less work than it should"
            cpu = ours.cpu_us, bare.cpu_us
            results.append(Result(what, staged.kind, ours.rate, bare.rate, 0.5, cpu=cpu))
        memory = server.resident_mb()
    what = "resident memory after them (MB)"
    return [*results, Result(what, staged.kind, memory, None, 150, at_most=True)]
