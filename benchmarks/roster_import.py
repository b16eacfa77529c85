"""100,000 households from a file, against raw ``executemany`` of as many rows."""

import asyncio
import sqlite3
import time
from collections.abc import Sequence

import asyncpg

from factories.community import make_community
from linli.community.actions.roster.bring_in import bring_in
from stage import Stage
from table import Result

BUILDINGS, FLOORS, DOORS = 1000, 25, 4
HOMES = BUILDINGS * FLOORS * DOORS
COLUMNS = "id TEXT PRIMARY KEY, a TEXT, b TEXT, c TEXT, d INTEGER, e TEXT, f INTEGER, g TEXT"
Row = tuple[str, str, str, str, int, str, int, str]


def homes() -> list[Row]:
    """Made-up homes as rows of eight columns."""
    return [
        (f"{building}-1-{floor}{door:02}", "home", str(building), "1", floor, str(door), 8950, "x")
        for building in range(1, BUILDINGS + 1)
        for floor in range(1, FLOORS + 1)
        for door in range(1, DOORS + 1)
    ]


def roster(rows: Sequence[Row]) -> bytes:
    """The same homes as a file that a community keeps."""
    lines = [f"{row[2]},{row[3]},{row[4]}{int(row[5]):02},89.50,{FLOORS}" for row in rows]
    return "\n".join(["楼栋,单元,房号,建筑面积,总层数", *lines]).encode()


async def raw(staged: Stage, rows: Sequence[Row]) -> float:
    """Seconds that the driver alone takes."""
    if staged.kind == "sqlite":
        connection = sqlite3.connect(staged.url.removeprefix("sqlite:///"), isolation_level=None)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"CREATE TABLE bench_home ({COLUMNS})")
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO bench_home VALUES (?,?,?,?,?,?,?,?)", rows)
        connection.execute("COMMIT")
        return time.perf_counter() - began
    served = await asyncpg.connect(staged.driver_url)
    await served.execute(f"CREATE TABLE bench_home ({COLUMNS})")
    began = time.perf_counter()
    async with served.transaction():
        statement = "INSERT INTO bench_home VALUES ($1,$2,$3,$4,$5,$6,$7,$8)"
        await served.executemany(statement, rows)
    taken = time.perf_counter() - began
    await served.close()
    return taken


async def ours(staged: Stage, rows: Sequence[Row]) -> float:
    """Seconds to read, plan and write the file, as ``linli import --apply`` does."""
    database = staged.open()
    community_id = await make_community(database)
    content = roster(rows)
    began = time.perf_counter()
    found = await bring_in(
        database, community_id, "roster.csv", content, lambda *_: None, apply=True
    )
    taken = time.perf_counter() - began
    await database.close()
    assert found.summary["create"] == HOMES, found.summary
    return taken


def run(staged: Stage) -> list[Result]:
    """The whole import on one database."""
    rows = homes()
    began = staged.cpu_seconds_here()
    best = asyncio.run(raw(staged, rows))
    between = staged.cpu_seconds_here()
    taken = asyncio.run(ours(staged, rows))
    cpu = 1e6 * (staged.cpu_seconds_here() - between) / HOMES, 1e6 * (between - began) / HOMES
    what = "import of 100,000 households (rows/s)"
    return [Result(what, staged.kind, HOMES / taken, HOMES / best, 0.15, cpu=cpu)]
