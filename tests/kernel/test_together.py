"""Work that arrives at the same moment shares a transaction, and nothing else."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from fixtures.community import MOMENT, new_community
from fixtures.notes import Note
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.together import Together
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id

NOTES = table(Note)


class Pad:
    """Writes notes; remembers which came together."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.together: Together[str, str] = Together(self.write, key=lambda words: words)

    async def write(self, tx: Tx, asked: Sequence[str]) -> list[str]:
        self.batches.append(list(asked))
        for words in asked:
            row = {"community_id": tx.community, "id": new_id(), "body_digest": b""}
            made = {"created_by": new_id(), "created_at": MOMENT, "version": 1, "words": words}
            await tx.execute(insert(NOTES).values({**row, **made}))
        if "bad" in asked:
            raise ZeroDivisionError
        return [words.upper() for words in asked]

    async def ask(self, database: Database, community_id: UUID, *asked: str) -> list[object]:
        work = (self.together.do(database, community_id, words) for words in asked)
        return await asyncio.gather(*work, return_exceptions=True)


async def stored(database: Database, community_id: UUID) -> int:
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        asks = select(func.count()).where(NOTES.c.community_id == community_id)
        return int(await tx.scalar(asks))


async def test_what_comes_at_once_is_done_at_once_and_each_gets_its_own_answer(
    database: Database,
) -> None:
    community_id, pad = await new_community(database), Pad()
    assert await pad.ask(database, community_id, "a", "b", "c") == ["A", "B", "C"]
    assert pad.batches == [["a", "b", "c"]]
    assert await stored(database, community_id) == 3
    assert await pad.ask(database, community_id, "d") == ["D"]


async def test_one_that_fails_takes_no_other_with_it(database: Database) -> None:
    community_id, pad = await new_community(database), Pad()
    good, bad, other = await pad.ask(database, community_id, "good", "bad", "other")
    assert (good, other) == ("GOOD", "OTHER")
    assert isinstance(bad, ZeroDivisionError)
    assert await stored(database, community_id) == 2


async def test_the_same_key_never_stands_twice_in_one_transaction(database: Database) -> None:
    community_id, pad = await new_community(database), Pad()
    assert await pad.ask(database, community_id, "a", "a", "b") == ["A", "A", "B"]
    assert pad.batches == [["a"], ["a", "b"]]


async def test_communities_do_not_share(database: Database) -> None:
    first, second = await new_community(database), await new_community(database)
    pad = Pad()
    await asyncio.gather(pad.ask(database, first, "a", "b"), pad.ask(database, second, "c"))
    assert sorted(map(len, pad.batches)) == [1, 2]
    assert (await stored(database, first), await stored(database, second)) == (2, 1)


async def test_nobody_is_told_that_it_is_done_when_the_commit_failed(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    community_id, pad = await new_community(database), Pad()

    async def fail(_self: AsyncConnection) -> None:
        raise RuntimeError("the disk is gone")

    with monkeypatch.context() as patched:
        patched.setattr(AsyncConnection, "commit", fail)
        found = await pad.ask(database, community_id, "a", "b")
    assert all(isinstance(each, RuntimeError) for each in found)
    assert await stored(database, community_id) == 0
    assert await pad.ask(database, community_id, "a") == ["A"]


async def test_whoever_gives_up_waiting_leaves_the_others_their_answers(
    database: Database,
) -> None:
    community_id, pad = await new_community(database), Pad()
    gone = asyncio.ensure_future(pad.together.do(database, community_id, "gone"))
    stays = asyncio.ensure_future(pad.together.do(database, community_id, "stays"))
    await asyncio.sleep(0)
    gone.cancel()
    assert await stays == "STAYS"
    assert gone.cancelled()
