"""Ballot rounds: opening one, casting from fifty phones at once, and tallies of many electors."""

import asyncio
import json
import time
from collections.abc import Iterator, Mapping
from uuid import UUID

from sqlalchemy import func, select

from ballot_rows import area_of, fill, raw_seconds
from ballot_voters import HOMES, VOTERS, Place, prepare
from linli.deliberation.actions.ballots.open_round import open_when_due
from linli.deliberation.queries.ballots.counts import counts_of
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.tables import ballots, counted, electors
from linli.deliberation.queries.ballots.unreturned import unreturned_now
from linli.deliberation.rules.ballots.result_document import result_document
from linli.kernel.db.database import Database
from load import load, request
from seed import HEADERS, fresh_id
from stage import Stage, product, serving
from table import Result

CLIENTS = 50
TALLIES = {5_000: 20, 500_000: 3}
"""Electors, and how often their tally is taken; the best of each side is compared."""


def run(staged: Stage) -> list[Result]:
    """All workloads on one database."""
    place, opened = asyncio.run(_opened(staged))
    with serving("linli.main:create_app", product(staged), "--factory") as ours:
        cast = load(ours.port, lambda: _ballots(place), CLIENTS)
    asyncio.run(_check(staged, place))
    opening, casting = (
        f"opening for {HOMES:,} electors (ms)",
        f"ballots from {CLIENTS} phones (ballots/s)",
    )
    results = [
        Result(opening, staged.kind, opened, None, 2000, at_most=True),
        Result(casting, staged.kind, cast.rate, None, 20),
    ]
    for number, times in TALLIES.items():
        ours_s, raw_s = asyncio.run(_tallied(staged, place, number, times))
        what = f"tally of {number:,} electors (tallies/s)"
        results.append(Result(what, staged.kind, 1 / ours_s, 1 / raw_s, 0.3))
    return results


async def _opened(staged: Stage) -> tuple[Place, float]:
    """A noticed round of 5,000 homes, opened; how many milliseconds that took."""
    database = staged.open()
    place = await prepare(database)
    began = time.perf_counter()
    async with database.transaction(write=True) as tx:
        await tx.enter(place.community_id)
        await open_when_due(tx, place.round_id)
    took = 1000 * (time.perf_counter() - began)
    place.electors = await _electors(database, place)
    await database.close()
    return place, took


async def _electors(database: Database, place: Place) -> Mapping[UUID, UUID]:
    """Owner → elector."""
    e = electors.c
    mine = (e.community_id == place.community_id, e.round_id == place.round_id)
    async with database.transaction(write=False) as tx:
        await tx.enter(place.community_id)
        rows = await tx.rows(select(e.voter_owner_id, e.id).where(*mine))
    return {row["voter_owner_id"]: row["id"] for row in rows}


def _ballots(place: Place) -> Iterator[bytes]:
    path = f"/api/v1/communities/{place.community_id}/ballot-rounds/{place.round_id}/ballots"
    for number, (owner_id, token) in enumerate(place.voters):
        answer = ("agree", "oppose", "abstain")[number % 3]
        body = {
            "id": fresh_id(),
            "elector_id": str(place.electors[owner_id]),
            "answers": [{"question_id": str(place.question_id), "answer": answer}],
        }
        headers = {**HEADERS, "Cookie": f"__Host-linli={token}"}
        yield request("POST", path, headers, json.dumps(body).encode())


async def _check(staged: Stage, place: Place) -> None:
    """No ballot lost, none counted twice."""
    database = staged.open()
    async with database.transaction(write=False) as tx:
        await tx.enter(place.community_id)
        for of in (ballots, counted):
            asks = select(func.count(of.c.elector_id.distinct()), func.count())
            row = await tx.row(asks.select_from(of).where(of.c.round_id == place.round_id))
            assert row is not None
            assert set(row.values()) == {VOTERS}, (of.name, row)
    await database.close()


async def _tallied(staged: Stage, place: Place, number: int, times: int) -> tuple[float, float]:
    """Seconds of our tally, and of one raw aggregate over the same rows."""
    round_id, question_id = await fill(staged, place, number)
    frozen = {"id": round_id, "heads": number, "area_dm2": area_of(number)}
    raw = min([await raw_seconds(staged, place.community_id, round_id) for _ in range(times)])
    database = staged.open()
    ours = []
    for _ in range(times):
        began = time.perf_counter()
        async with database.transaction(write=False) as tx:
            await tx.enter(place.community_id)
            asked = await questions_of(tx, round_id)
            missing = await unreturned_now(tx, round_id)
            counts = await counts_of(tx, frozen, asked, missing.weight)
        document = result_document({}, asked, counts, None)
        ours.append(time.perf_counter() - began)
    await database.close()
    (judged,) = document["questions"]
    assert judged["returned"]["electorate"]["heads"] == str(number)
    assert judged["question"] == str(question_id)
    assert judged["counts"]["undelivered"]["heads"] == str(number - number * 7 // 10)
    return min(ours), raw
