"""Requests a second of the two hottest reads, against the raw driver behind bare ASGI."""

import asyncio
from collections.abc import Iterator

from load import Loaded, load, request
from seed import Seeded, seed
from stage import Stage, limit, product, serving
from table import Result

REQUESTS = 6000
WARM = 600


async def _prepare(staged: Stage) -> Seeded:
    database = staged.open()
    try:
        return await seed(database)
    finally:
        await database.close()


def measure(port: int, path: str, headers: dict[str, str]) -> Loaded:
    """Warm up, then measure."""
    payload = request("GET", path, headers)

    def times(count: int) -> Iterator[bytes]:
        return iter([payload] * count)

    load(port, lambda: times(WARM))
    return load(port, lambda: times(REQUESTS))


def run(staged: Stage) -> list[Result]:
    """Both reads on one database."""
    seeded = asyncio.run(_prepare(staged))
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
    for what, (query, path) in reads.items():
        with serving("limits:app", limit(staged, query)) as bare:
            best = measure(bare.port, "/", {})
        with serving("linli.main:create_app", product(staged), "--factory") as ours:
            found = measure(ours.port, seeded.base + path, seeded.headers)
            memory = ours.resident_mb()
        assert best.bytes_each > found.bytes_each / 3, "the limit did less work than it should"
        results.append(Result(what, staged.kind, found.rate, best.rate, 0.5))
    results.append(
        Result("resident memory after them (MB)", staged.kind, memory, None, 150, at_most=True)
    )
    return results
