"""The same requests at 1,000 and at 1,000,000 households: a neighbour does not pay for the city.

The million is a thousand communities. They are copied inside the database, where ids may repeat
because every key begins with the community; it takes about a minute and a gigabyte.
"""

import asyncio
import sqlite3
from collections.abc import Iterator

import asyncpg
from sqlalchemy import Table

from duel import Side, duel
from durable_writes import numbered, single
from hot_reads import prepare, repeated
from linli.community.models import Building, Community, Household, Stairwell
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id
from load import request
from seed import Seeded
from stage import Serving, Stage, product, serving, stage
from table import Result

COMMUNITIES = 1000
REQUESTS = 200
"""In each of the rounds, one after another: the median is the time of one request."""
COPIED = tuple(table(model) for model in (Building, Stairwell, Household))


def copies(seeded: Seeded) -> Iterator[str]:
    """Statements that make the other communities, each like the first."""
    for _ in range(COMMUNITIES - 1):
        made = new_id()
        yield _copy(table(Community), "id", str(seeded.community_id), str(made))
        for each in COPIED:
            yield _copy(each, "community_id", str(seeded.community_id), str(made))


def _copy(of: Table, key: str, old: str, new: str) -> str:
    names = [column.name for column in of.columns]
    taken = [f"'{new}'" if name == key else name for name in names]
    return (
        f"INSERT INTO {of.name} ({', '.join(names)})"
        f" SELECT {', '.join(taken)} FROM {of.name} WHERE {key} = '{old}'"
    )


def grow(staged: Stage, seeded: Seeded) -> None:
    """Fill the database, in one transaction and without looking references up."""
    if staged.kind == "sqlite":
        connection = sqlite3.connect(staged.url.removeprefix("sqlite:///"), isolation_level=None)
        connection.executescript(";".join(["BEGIN", *copies(seeded), "COMMIT", "ANALYZE"]))
        connection.close()
        return

    async def fill() -> None:
        connection = await asyncpg.connect(staged.driver_url)
        await connection.execute("SET session_replication_role = replica")
        for statement in copies(seeded):
            await connection.execute(statement)
        await connection.execute("VACUUM ANALYZE")
        await connection.close()

    asyncio.run(fill())


def sides(seeded: Seeded, server: Serving) -> dict[str, Side]:
    """What is asked of a server, by name."""
    picture = f"{seeded.base}/buildings/{seeded.building_id}/picture"
    reads = {"list": f"{seeded.base}/households?limit=50", "picture": picture}
    found = {
        name: Side(server, repeated(request("GET", path, seeded.headers)), REQUESTS, 1)
        for name, path in reads.items()
    }
    return {**found, "visit": Side(server, numbered(single, seeded), REQUESTS, 1)}


def run(staged: Stage) -> list[Result]:
    """Small and large side by side, on one kind of database."""
    with stage(staged.kind) as grown:
        few, many = prepare(staged), prepare(grown)
        grow(grown, many)
        app = "linli.main:create_app"
        with (
            serving(app, product(staged), "--factory") as small,
            serving(app, product(grown), "--factory") as large,
        ):
            before, after = sides(few, small), sides(many, large)
            for name in before:
                duel(grown, after[name], before[name])
    return [
        Result(
            f"{name}: median ms at 1,000,000 and 1,000",
            staged.kind,
            after[name].p50_ms,
            before[name].p50_ms,
            1.3,
            at_most=True,
        )
        for name in before
    ]
