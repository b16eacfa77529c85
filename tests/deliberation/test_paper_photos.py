"""A paper counts only when its photo is here, and whose paper it is may contest it at once."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import httpx
import pytest

from factories.ballots import (
    CLOSES,
    FILE,
    PAPER,
    PAPER_FILE,
    Assembly,
    Client,
    assembled,
    code,
    done,
    field_error,
    ok,
)
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        await made.opened()
        yield made


async def object_(assembly: Assembly, by: Client, ballot: str | None = None) -> httpx.Response:
    body: dict[str, Any] = {"id": str(new_id()), "words": "这不是我签的。"}
    if ballot is not None:
        body["ballot_id"] = ballot
    return await by.post(f"{assembly.round}/objections", json=body)


async def answer(
    assembly: Assembly, objection: str, *, upheld: bool, by: Client | None = None
) -> httpx.Response:
    body = {"id": str(new_id()), "words": "一起看过纸票了。", "upheld": upheld}
    path = f"{assembly.round}/objections/{objection}/answer"
    return await (by or assembly.admin).post(path, json=body)


async def my_papers(assembly: Assembly, who: Client) -> list[Any]:
    (mine,) = ok(await who.get(f"{assembly.round}/my-ballots"))["electors"]
    found: list[Any] = mine["papers"]
    return found


async def test_a_paper_is_not_typed_without_declaring_its_photo(assembly: Assembly) -> None:
    (elector, *_) = await assembly.electors()
    refused = await assembly.paper(elector, attachments=[])
    assert field_error(refused) == ("/attachments", "too_short")


async def test_a_paper_counts_only_once_its_photo_has_arrived(assembly: Assembly) -> None:
    (elector, *_) = await assembly.electors()
    paper = done(await assembly.paper(elector, arrives=False))
    path = f"{assembly.round}/paper-ballots"
    (listed,) = ok(await assembly.volunteer.get(path))["items"]
    assert listed["photo_here"] is False
    assert code(await assembly.confirm(paper["id"])) == (409, "paper_photo_missing")
    await assembly.send_file(assembly.lead, PAPER_FILE, PAPER)
    (listed,) = ok(await assembly.volunteer.get(path))["items"]
    assert listed["photo_here"] is True
    assert done(await assembly.confirm(paper["id"]))["counts"] is True


async def test_one_photo_that_arrived_is_enough(assembly: Assembly) -> None:
    (elector, *_) = await assembly.electors()
    paper = done(await assembly.paper(elector, attachments=[FILE, PAPER_FILE]))
    assert done(await assembly.confirm(paper["id"]))["counts"] is True


async def test_the_owner_sees_who_read_the_paper_and_its_photo_and_nobody_else_does(
    assembly: Assembly,
) -> None:
    (first, *_) = await assembly.electors()
    owner, neighbour = await assembly.resident(0), await assembly.resident(1)
    paper = done(await assembly.paper(first))
    (seen,) = await my_papers(assembly, owner)
    assert (seen["id"], seen["confirmed"], seen["photo_here"]) == (paper["id"], False, True)
    assert seen["recorded_by"]
    done(await assembly.confirm(paper["id"]))
    (seen,) = await my_papers(assembly, owner)
    assert (seen["confirmed"], seen["counts"]) == (True, True)
    assert seen["confirmed_by"]
    photo = f"attachments/{PAPER_FILE['sha256']}"
    assert (await owner.get(photo)).content == PAPER
    assert await my_papers(assembly, neighbour) == []
    assert (await neighbour.get(photo)).status_code == 404


async def test_a_contested_paper_waits_for_a_third_person(assembly: Assembly) -> None:
    (first, *_) = await assembly.electors()
    owner = await assembly.resident(0)
    paper = done(await assembly.paper(first, by=assembly.admin))
    objection = done(await object_(assembly, owner, paper["id"]))
    assert (objection["about_paper"], objection["mine"]) == (True, True)
    assert code(await assembly.confirm(paper["id"])) == (409, "paper_in_doubt")
    assert (await assembly.read())["papers_contested"] == 1
    refused = await answer(assembly, objection["id"], upheld=False)
    assert code(refused) == (403, "third_person_needed")
    other = await assembly.as_("community_admin")
    done(await answer(assembly, objection["id"], upheld=False, by=other))
    assert done(await assembly.confirm(paper["id"]))["counts"] is True
    (seen,) = await my_papers(assembly, owner)
    assert seen["objections"][0]["answer"]["upheld"] is False


async def test_a_paper_that_nobody_handed_in_is_struck_before_it_is_confirmed(
    assembly: Assembly,
) -> None:
    (first, *_) = await assembly.electors()
    owner = await assembly.resident(0)
    vote = done(await assembly.cast(owner))
    paper = done(await assembly.paper(first))
    objection = done(await object_(assembly, owner, paper["id"]))
    done(await answer(assembly, objection["id"], upheld=True))
    assert code(await assembly.confirm(paper["id"])) == (409, "paper_in_doubt")
    assembly.time.set(CLOSES, hours=9)
    await assembly.work()
    shown = await assembly.read()
    assert (shown["papers_waiting"], shown["papers_contested"]) == (0, 0)
    done(await assembly.step("count"))
    (mine,) = ok(await owner.get(f"{assembly.round}/my-ballots"))["electors"]
    assert mine["counted"]["id"] == vote["id"]


async def test_a_counted_paper_that_is_wrong_is_put_right_before_the_count(
    assembly: Assembly,
) -> None:
    (first, *_) = await assembly.electors()
    owner = await assembly.resident(0)
    paper = done(await assembly.paper(first))
    done(await assembly.confirm(paper["id"]))
    objection = done(await object_(assembly, owner, paper["id"]))
    assembly.time.set(CLOSES, hours=9)
    await assembly.work()
    assert code(await assembly.step("count")) == (409, "papers_contested")
    assert "answer_objections" in (await assembly.read())["may"]
    done(await answer(assembly, objection["id"], upheld=True))
    assert code(await assembly.step("count")) == (409, "papers_contested")
    handed_in = {"handed_in_at": (CLOSES.replace(day=20)).isoformat()}
    right = done(await assembly.paper(first, "oppose", corrects=paper["id"], **handed_in))
    done(await assembly.confirm(right["id"], "oppose"))
    done(await assembly.step("count"))


async def test_only_whose_paper_it_is_objects_before_there_is_a_result(assembly: Assembly) -> None:
    (first, *_) = await assembly.electors()
    paper = done(await assembly.paper(first))
    neighbour = await assembly.resident(1)
    assert code(await object_(assembly, neighbour, paper["id"])) == (404, "not_found")
    vote = done(await assembly.cast(neighbour))
    assert code(await object_(assembly, neighbour, vote["id"])) == (404, "not_found")
    assert code(await object_(assembly, neighbour)) == (409, "no_result_on_notice")
    assert UUID(paper["id"])


async def test_a_door_whose_unconfirmed_paper_was_corrected_no_longer_waits_once_that_is_confirmed(
    assembly: Assembly,
) -> None:
    (first, *_) = await assembly.electors()
    wrong = done(await assembly.paper(first))
    right = done(await assembly.paper(first, "oppose", corrects=wrong["id"]))
    assert (await assembly.electors())[0]["paper_waiting"] is True
    done(await assembly.confirm(right["id"], "oppose"))
    assert (await assembly.electors())[0]["paper_waiting"] is False
