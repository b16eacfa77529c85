"""A paper that stands at the wrong door is struck out by two people, and the rest counts again."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from deliberation.test_ballot_archive import downloaded, quietly
from deliberation.test_recount_by_the_client import recounted, wrong
from factories.ballots import (
    CLOSES,
    Assembly,
    Client,
    assembled,
    code,
    done,
    ok,
)
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.verify import check_archive
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

NEVER_MINE = "这张是隔壁的，登错门了。"


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        await made.opened()
        yield made


async def strike(assembly: Assembly, paper: str, by: Client, **more: Any) -> httpx.Response:
    body = {"id": str(new_id()), "reason": NEVER_MINE, **more}
    return await by.post(f"{assembly.round}/paper-ballots/{paper}/strike", json=body)


async def agree(assembly: Assembly, paper: str, by: Client, **more: Any) -> httpx.Response:
    path = f"{assembly.round}/paper-ballots/{paper}/strike/agreement"
    return await by.post(path, json={"id": str(new_id()), **more})


async def at_the_wrong_door(assembly: Assembly, owner: Client) -> tuple[str, str]:
    """The first owner voted by phone; the neighbour's paper then stands at the first door."""
    first, *_ = await assembly.electors()
    vote = done(await assembly.cast(owner))
    paper = done(await assembly.paper(first, "oppose"))
    assert done(await assembly.confirm(paper["id"], "oppose"))["counts"] is True
    return vote["id"], paper["id"]


async def counted_for(assembly: Assembly, owner: Client) -> str:
    (mine,) = ok(await owner.get(f"{assembly.round}/my-ballots"))["electors"]
    found: str = mine["counted"]["id"]
    return found


async def test_it_counts_until_a_second_person_agrees_and_the_phone_vote_after(
    assembly: Assembly,
) -> None:
    owner = await assembly.resident(0)
    vote, paper = await at_the_wrong_door(assembly, owner)
    asked = done(await strike(assembly, paper, assembly.lead))
    assert (asked["strike"]["mine"], asked["strike"]["struck"], asked["counts"]) == (
        True,
        False,
        True,
    )
    assert await counted_for(assembly, owner) == paper
    assert code(await agree(assembly, paper, assembly.lead)) == (403, "second_person_needed")
    struck = done(await agree(assembly, paper, assembly.volunteer))
    assert (struck["strike"]["struck"], struck["counts"]) == (True, False)
    assert await counted_for(assembly, owner) == vote
    (mine,) = ok(await owner.get(f"{assembly.round}/my-ballots"))["electors"]
    assert mine["papers"][0]["strike"]["reason"] == NEVER_MINE
    assert mine["would_not_count"] is None


async def test_the_paper_is_then_recorded_at_the_right_door_and_both_verifiers_agree(
    assembly: Assembly, tmp_path: Path
) -> None:
    _, second, *_ = await assembly.electors()
    _, paper = await at_the_wrong_door(assembly, await assembly.resident(0))
    done(await strike(assembly, paper, assembly.lead))
    done(await agree(assembly, paper, assembly.volunteer))
    right = done(await assembly.paper(second, "oppose"))
    done(await assembly.confirm(right["id"], "oppose"))
    result = await assembly.published()
    file, key = await downloaded(assembly, tmp_path)
    check_archive(file, Held(key), quietly)
    (agreed,) = [part["counts"]["agree"]["heads"] for part in result["questions"]]
    assert agreed == 1
    told = recounted(file, key, result["digest"])
    assert wrong(told) == set()


async def test_nobody_asks_twice_and_a_repeat_is_told_as_such(assembly: Assembly) -> None:
    _, paper = await at_the_wrong_door(assembly, await assembly.resident(0))
    same = {"id": str(new_id())}
    assert (await strike(assembly, paper, assembly.lead, **same)).status_code == 201
    assert (await strike(assembly, paper, assembly.lead, **same)).status_code == 200
    assert code(await strike(assembly, paper, assembly.volunteer)) == (409, "strike_asked_before")
    yes = {"id": str(new_id())}
    assert (await agree(assembly, paper, assembly.volunteer, **yes)).status_code == 201
    assert (await agree(assembly, paper, assembly.volunteer, **yes)).status_code == 200
    assert code(await agree(assembly, paper, assembly.admin)) == (409, "already_struck")


async def test_an_unconfirmed_paper_that_was_struck_no_longer_keeps_the_round_from_the_count(
    assembly: Assembly,
) -> None:
    first, *_ = await assembly.electors()
    paper = done(await assembly.paper(first))["id"]
    done(await strike(assembly, paper, assembly.lead))
    assembly.time.set(CLOSES, hours=9)
    await assembly.work()
    assert code(await assembly.step("count")) == (409, "papers_wait")
    done(await agree(assembly, paper, assembly.volunteer))
    assert code(await assembly.confirm(paper, by=assembly.admin)) == (409, "paper_settled")
    done(await assembly.step("count"))


async def test_nothing_is_struck_once_it_is_counted_nor_what_is_no_paper(
    assembly: Assembly,
) -> None:
    vote, paper = await at_the_wrong_door(assembly, await assembly.resident(0))
    assert code(await strike(assembly, vote, assembly.lead)) == (404, "not_found")
    assert code(await agree(assembly, paper, assembly.volunteer)) == (404, "not_found")
    await assembly.counted()
    assert code(await strike(assembly, paper, assembly.lead)) == (409, "round_is_over")
