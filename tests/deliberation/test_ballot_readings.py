"""A second reading that differs is kept, names no question and is not tried again."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from deliberation.test_ballot_archive import contents, downloaded, quietly
from deliberation.test_recount_by_the_client import recounted, wrong
from factories.ballots import CLOSES, Assembly, Client, assembled, code, done, ok
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.verify import check_archive
from linli.config import Settings
from linli.deliberation.queries.ballots.tables import confirmations, readings
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        await made.opened()
        yield made


async def read(
    assembly: Assembly, paper: str, answer: str, by: Client, row_id: str
) -> httpx.Response:
    body = {"id": row_id, "answers": assembly.answers(answer)}
    return await by.post(f"{assembly.round}/paper-ballots/{paper}/confirmation", json=body)


async def typed(assembly: Assembly, place: int = 0) -> str:
    lines = await assembly.electors()
    found: str = done(await assembly.paper(lines[place]))["id"]
    return found


async def test_whoever_reads_otherwise_is_not_told_where_and_cannot_try_again(
    assembly: Assembly,
) -> None:
    paper = await typed(assembly)
    differs = await assembly.confirm(paper, "oppose")
    told = done(differs)
    assert (told["counts"], told["why_not"]) == (False, "readings_differ")
    for question in assembly.answers():
        assert question["question_id"] not in differs.text
    for answer in ("agree", "oppose"):
        assert code(await assembly.confirm(paper, answer)) == (409, "read_otherwise_before")
    assert await assembly.rows(confirmations) == []
    assert done(await assembly.confirm(paper, by=assembly.admin))["counts"] is True
    assert code(await assembly.confirm(paper)) == (409, "already_confirmed")


async def test_the_list_tells_that_a_reading_differed(assembly: Assembly) -> None:
    paper, other = await typed(assembly), await typed(assembly, 1)
    done(await assembly.confirm(paper, "oppose"))
    for client, mine in ((assembly.volunteer, True), (assembly.admin, False)):
        items = ok(await client.get(f"{assembly.round}/paper-ballots"))["items"]
        shown = {one["id"]: (one["read_otherwise"], one["i_read_otherwise"]) for one in items}
        assert shown == {paper: (True, mine), other: (False, False)}


async def test_the_same_sent_again_is_answered_the_same(assembly: Assembly) -> None:
    paper, row_id = await typed(assembly), str(new_id())
    first = await read(assembly, paper, "oppose", assembly.volunteer, row_id)
    done(await assembly.confirm(paper, by=assembly.admin))
    again = await read(assembly, paper, "oppose", assembly.volunteer, row_id)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == first.json()
    changed = await read(assembly, paper, "agree", assembly.volunteer, row_id)
    assert code(changed) == (409, "conflict")


async def test_an_id_of_another_reading_is_refused_whatever_is_read(assembly: Assembly) -> None:
    paper, other, row_id = await typed(assembly), await typed(assembly, 1), str(new_id())
    done(await read(assembly, paper, "oppose", assembly.volunteer, row_id))
    for by, about in ((assembly.volunteer, other), (assembly.admin, paper)):
        for answer in ("oppose", "agree"):
            assert code(await read(assembly, about, answer, by, row_id)) == (409, "conflict")
    assert len(await assembly.rows(readings)) == 1
    assert await assembly.rows(confirmations) == []


async def test_of_all_answers_tried_at_once_one_is_taken(assembly: Assembly) -> None:
    paper = await typed(assembly)
    tries = ("oppose", "invalid", "agree", "oppose", "invalid")
    given = await asyncio.gather(*[assembly.confirm(paper, answer) for answer in tries])
    assert sorted(answer.status_code for answer in given) == [201, 409, 409, 409, 409]
    kept = len(await assembly.rows(readings)), len(await assembly.rows(confirmations))
    assert kept in {(1, 0), (0, 1)}


async def test_both_verifiers_number_it_and_the_archive_does_not_tell_what_was_read(
    assembly: Assembly, tmp_path: Path
) -> None:
    paper = await typed(assembly)
    late = await typed(assembly, 1)
    done(await assembly.confirm(paper, "oppose"))
    done(await assembly.confirm(paper, by=assembly.admin))
    assembly.time.set(CLOSES, hours=8)
    await assembly.work()
    done(await assembly.confirm(late, "oppose"))
    assert code(await assembly.step("count")) == (409, "papers_wait")
    done(await assembly.confirm(late, by=assembly.admin))
    result = await assembly.published()
    assert result["questions"][0]["counts"]["agree"]["heads"] == 2
    file, key = await downloaded(assembly, tmp_path)
    check_archive(file, Held(key), quietly)
    assert wrong(recounted(file, key, result["digest"])) == set()
    facts = [json.loads(line) for line in contents(file)["facts.jsonl"].splitlines()]
    kept = [line for line in facts if "ballot_reading.differed" in line["leaf"]]
    said = [(json.loads(line["leaf"])["public"], "private" in line) for line in kept]
    round_id = str(assembly.round_id)
    assert said == [({"round": round_id, "ballot": each}, False) for each in (paper, late)]
