"""Entries of one matter carry gapless numbers of their own, on both databases."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from fixtures.community import MOMENT, new_community
from linli.kernel.backup.integrity import examine
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.together import Together
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.models import Fact, FactSeries
from linli.kernel.facts.record import append_facts, record
from linli.kernel.facts.series import open_series
from linli.kernel.ids import new_id

AT_ONCE = 50


def draft(series: str | None) -> FactDraft:
    return FactDraft("test.thing.done", None, "thing", new_id(), MOMENT, series=series)


async def opened(database: Database, *series: str) -> UUID:
    community_id = await new_community(database)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        for each in series:
            await open_series(tx, each)
    return community_id


async def say(database: Database, community_id: UUID, *series: str | None) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        for each in series:
            record(tx, draft(each))


async def told(database: Database, community_id: UUID) -> list[str]:
    """Series and number of each entry, in the order of the log; a dash where it has none."""
    c = table(Fact).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        asks = select(c.leaf).where(c.community_id == community_id).order_by(c.seq)
        leaves: list[dict[str, Any]] = [json.loads(row["leaf"]) for row in await tx.rows(asks)]
    return [f"{leaf['series']}{leaf['number']}" if "number" in leaf else "-" for leaf in leaves]


async def test_each_series_is_numbered_by_itself_and_in_the_order_of_the_log(
    database: Database,
) -> None:
    community_id = await opened(database, "a", "b")
    await say(database, community_id, "a", "b", None, "a", "a")
    await say(database, community_id, None)
    await say(database, community_id, "b", "a")
    expected = ["a1", "b1", "-", "a2", "a3", "-", "b2", "a4"]
    assert await told(database, community_id) == expected


async def test_what_belongs_to_a_series_that_was_never_opened_stays_without_a_number(
    database: Database,
) -> None:
    community_id = await opened(database, "a")
    await say(database, community_id, "of before", "a")
    assert await told(database, community_id) == ["-", "a1"]


async def test_the_same_name_in_another_community_is_another_series(database: Database) -> None:
    first, second = await opened(database, "a"), await opened(database, "a")
    await say(database, first, "a", "a")
    await say(database, second, "a")
    assert await told(database, second) == ["a1"]


async def test_writers_at_once_leave_no_gap_and_no_repeat(database: Database) -> None:
    community_id = await opened(database, "a")
    writes = [say(database, community_id, "a", None) for _ in range(AT_ONCE)]
    await asyncio.gather(*writes)
    numbered = [each for each in await told(database, community_id) if each != "-"]
    assert numbered == [f"a{number}" for number in range(1, AT_ONCE + 1)]


async def fail(tx: Tx, *, early: bool) -> None:
    async with tx.savepoint():
        record(tx, draft("a"))
        if early:
            await append_facts(tx)
        raise ZeroDivisionError


@pytest.mark.parametrize("early", [False, True])
async def test_a_savepoint_that_rolls_back_takes_its_number_along(
    database: Database, *, early: bool
) -> None:
    community_id = await opened(database, "a")
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        record(tx, draft("a"))
        if early:
            await append_facts(tx)
        with pytest.raises(ZeroDivisionError):
            await fail(tx, early=early)
        record(tx, draft("a"))
    assert await told(database, community_id) == ["a1", "a2"]


async def test_a_transaction_that_rolls_back_leaves_no_gap(database: Database) -> None:
    community_id = await opened(database, "a")

    async def go() -> None:
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            await fail(tx, early=True)

    with pytest.raises(ZeroDivisionError):
        await go()
    await say(database, community_id, "a")
    assert await told(database, community_id) == ["a1"]


async def test_what_is_written_together_is_numbered_in_its_order(database: Database) -> None:
    community_id = await opened(database, "a")

    async def write(tx: Tx, asked: Any) -> list[int]:
        for _ in asked:
            record(tx, draft("a"))
        if "bad" in asked:
            raise ZeroDivisionError
        return [len(asked)] * len(asked)

    together: Together[str, int] = Together(write, key=lambda words: words)
    asked = [together.do(database, community_id, words) for words in ("x", "bad", "y", "z")]
    answered = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(each) for each in answered] == [int, ZeroDivisionError, int, int]
    assert await told(database, community_id) == ["a1", "a2", "a3"]


@pytest.mark.parametrize(
    ("series", "statements"), [((None, None), 0), (("a", "a", "a"), 1), (("a", "b", "a"), 2)]
)
async def test_one_statement_a_series_and_none_without(
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    series: tuple[str | None, ...],
    statements: int,
) -> None:
    community_id = await opened(database, "a", "b")
    asked: list[str] = []
    for way in ("execute", "run", "run_many", "rows", "row", "scalar"):
        monkeypatch.setattr(Tx, way, noted(getattr(Tx, way), asked))
    await say(database, community_id, *[None] * len(series))
    without = len(asked)
    await say(database, community_id, *series)
    assert len(asked) - 2 * without == statements


def noted(way: Callable[..., Any], asked: list[str]) -> Callable[..., Any]:
    """A way to ask the database, noted each time it is used."""

    async def ask(*args: Any) -> Any:
        asked.append(way.__name__)
        return await way(*args)

    return ask


@pytest.mark.parametrize(("moved", "found"), [(0, []), (1, ["a counts 3, 2 stand"])])
async def test_the_check_of_a_database_finds_a_counter_that_is_off(
    database: Database, tmp_path: Path, moved: int, found: list[str]
) -> None:
    community_id = await opened(database, "a", "b")
    await say(database, community_id, "a", None, "b", "a")
    await move(database, community_id, moved)
    assert list((await examine(database, tmp_path, community_id)).faults) == found


async def test_the_check_of_a_database_finds_a_number_that_stands_twice(
    database: Database, tmp_path: Path
) -> None:
    community_id = await opened(database, "a")
    await say(database, community_id, "a")
    await move(database, community_id, -1)
    await say(database, community_id, "a")
    found = (await examine(database, tmp_path, community_id)).faults
    assert list(found) == ["entry 1 is number 1 of a", "a counts 1, 2 stand"]


async def move(database: Database, community_id: UUID, by: int) -> None:
    """Move the counter of series a behind the log's back."""
    s = table(FactSeries)
    mine = (s.c.community_id == community_id, s.c.series == "a")
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(update(s).where(*mine).values(size=s.c.size + by))
