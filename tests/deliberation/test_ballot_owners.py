"""Who is an elector, co-owners and proxies, over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from factories.ballots import (
    CLOSES,
    FILE,
    PROXY_FILE,
    Assembly,
    Client,
    assembled,
    code,
    done,
    field_error,
    ok,
)
from factories.identity import make_member
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def mine(assembly: Assembly, client: Client) -> Any:
    return ok(await client.get(f"{assembly.round}/my-ballots"))["electors"]


async def agree(
    assembly: Assembly, door: int, owner: UUID, *, arrives: bool = True, **more: Any
) -> Any:
    body = {
        "id": str(new_id()),
        "household_id": str(assembly.building.household_ids[door]),
        "owner_id": str(owner),
        "agreed_how": "三人签字的纸条",
        "attachments": [PROXY_FILE],
        **more,
    }
    answered = await assembly.lead.post(f"{assembly.round}/voter-agreements", json=body)
    if arrives and answered.is_success:
        await assembly.send_proxy_document()
    return answered


async def test_v7_one_owner_of_three_and_a_developer_of_twenty(
    database: Database, config: Settings
) -> None:
    async with assembled(database, config, floors=50, owned=False) as made:
        await made.own(0, 1, 2)
        await made.own(*range(3, 23), kind="developer", name="开发商")
        for door in range(23, 100):
            await made.own(door)
        await made.opened()
        turnout = ok(await made.admin.get(f"{made.round}/turnout"))
        heads = next(one for one in turnout["needed"] if one["basis"] == "heads")
        assert (turnout["electorate"]["heads"], heads["least"]) == (79, 53)


async def test_co_owners_without_an_agreement_do_not_vote_even_if_one_has_an_account(
    assembly: Assembly,
) -> None:
    wife = await assembly.own(0, name="李梅")
    await assembly.opened()
    husband = await assembly.resident(0)
    (line,) = await mine(assembly, husband)
    assert (line["standing"], line["may_vote"], line["why_not"]) == (
        "co_owner",
        False,
        "co_owners_have_no_voter",
    )
    refused = await assembly.cast(husband, elector_id=line["elector_id"])
    assert code(refused) == (403, "co_owners_have_no_voter")
    seen = ok(await assembly.admin.get(f"{assembly.round}/electorate"))
    assert (seen["heads"], seen["co_owned_without_voter"]) == (6, 1)
    done(await agree(assembly, 0, wife))
    assert (await mine(assembly, husband))[0]["why_not"] == "another_co_owner_votes"
    done(await assembly.cast(await assembly.resident(wife), "agree"))
    assert (
        ok(await assembly.admin.get(f"{assembly.round}/electorate"))["co_owned_without_voter"] == 0
    )


async def test_an_agreement_before_the_opening_makes_one_head_of_the_voter(
    assembly: Assembly,
) -> None:
    first = assembly.owners[0]
    await assembly.own(1, name="合买人")
    done(await assembly.draft())
    wrong = await agree(assembly, 1, first)
    assert wrong.status_code == 422, "not an owner of that home"
    done(await agree(assembly, 1, assembly.owners[1]))
    done(await assembly.step("notice"))
    assembly.time.set(CLOSES, days=-9)
    await assembly.work()
    (line,) = await mine(assembly, await assembly.resident(1))
    assert (line["standing"], line["may_vote"]) == ("voter", True)
    frozen = await agree(assembly, 1, assembly.owners[1])
    assert code(frozen) == (409, "voter_is_frozen")


@pytest.mark.parametrize("opens_first", [True, False])
async def test_nobody_votes_by_an_agreement_whose_document_has_not_arrived(
    assembly: Assembly, *, opens_first: bool
) -> None:
    wife = await assembly.own(0, name="李梅")
    await (assembly.opened() if opens_first else assembly.draft())
    bare = await agree(assembly, 0, wife, attachments=[])
    assert field_error(bare)[0] == "/attachments"
    done(await agree(assembly, 0, wife, arrives=False))
    if not opens_first:
        done(await assembly.step("notice"))
        assembly.time.set(CLOSES, days=-9)
        await assembly.work()
    client = await assembly.resident(wife)
    (line,) = await mine(assembly, client)
    assert (line["may_vote"], line["why_not"]) == (False, "co_owners_have_no_voter")
    refused = await assembly.cast(client, elector_id=line["elector_id"])
    assert code(refused) == (403, "co_owners_have_no_voter")
    await assembly.send_proxy_document()
    assert (await mine(assembly, client))[0]["may_vote"] is True
    assert done(await assembly.cast(client, elector_id=line["elector_id"]))["counts"] is True


async def test_a_later_agreement_replaces_the_one_before_although_its_document_is_awaited(
    assembly: Assembly,
) -> None:
    wife = await assembly.own(0, name="李梅")
    await assembly.opened()
    done(await agree(assembly, 0, assembly.owners[0]))
    done(await agree(assembly, 0, wife, arrives=False))
    husband = await assembly.resident(0)
    assert (await mine(assembly, husband))[0]["why_not"] == "co_owners_have_no_voter"
    await assembly.send_proxy_document()
    assert (await mine(assembly, husband))[0]["why_not"] == "another_co_owner_votes"


async def test_a_paper_signed_by_co_owners_who_named_nobody_counts(assembly: Assembly) -> None:
    await assembly.own(0, name="李梅")
    await assembly.opened()
    (elector, *_) = await assembly.electors()
    assert elector["co_owned_without_voter"] is True
    typed = done(await assembly.paper(elector))
    assert done(await assembly.confirm(typed["id"]))["counts"] is True


async def test_a_proxy_votes_and_the_owners_own_vote_goes_before_it(assembly: Assembly) -> None:
    await assembly.opened()
    (elector, *_) = await assembly.electors()
    son = await make_member(assembly.database, assembly.community_id, "resident")
    client = await assembly.signed_in(son)
    assert code(await assembly.cast(client, elector_id=elector["elector_id"])) == (
        404,
        "not_found",
    )
    made = done(await assembly.proxy(elector, son.account_id))
    assert (made["state"], made["doors"]) == ("stands", ["1-1-101"])
    (line,) = await mine(assembly, client)
    assert (line["standing"], line["may_vote"]) == ("proxy", True)
    done(await assembly.cast(client, "agree"))
    owner = await assembly.resident(0)
    assert (await mine(assembly, owner))[0]["counted"]["by_proxy"] is True
    own = done(await assembly.cast(owner, "oppose"))
    assert own["counts"] is True
    told = [(await mine(assembly, each))[0]["would_not_count"] for each in (owner, client)]
    assert told == [None, "own_vote_before_proxy"]
    late = done(await assembly.cast(client, "agree"))
    assert (late["counts"], late["why_not"]) == (False, "own_vote_before_proxy")


async def test_a_ballot_under_a_revoked_proxy_no_longer_counts(assembly: Assembly) -> None:
    await assembly.opened()
    (elector, *_) = await assembly.electors()
    son = await make_member(assembly.database, assembly.community_id, "resident")
    client = await assembly.signed_in(son)
    made = done(await assembly.proxy(elector, son.account_id))
    done(await assembly.cast(client))
    assert (await assembly.read())["returned"]["heads"] == 1
    back = {"id": str(new_id()), "reason": "本人回来了"}
    path = f"{assembly.round}/proxies/{made['id']}/revocation"
    assert done(await assembly.lead.post(path, json=back))["state"] == "revoked"
    assert (await assembly.read())["returned"]["heads"] == 0
    refused = await assembly.cast(client, elector_id=elector["elector_id"])
    assert code(refused) == (403, "proxy_does_not_stand")


async def test_a_holder_over_the_limit_is_refused_also_when_recorded_at_once(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    lines = await assembly.electors()
    holder = (await make_member(assembly.database, assembly.community_id, "resident")).account_id
    given = await asyncio.gather(*[assembly.proxy(line, holder) for line in lines[:5]])
    assert sorted(answer.status_code for answer in given) == [201, 201, 201, 409, 409]
    refused = next(answer for answer in given if answer.is_error)
    assert code(refused) == (409, "proxy_over_limit")
    assert "3" in refused.json()["detail"]
    listed = ok(await assembly.lead.get(f"{assembly.round}/proxies"))["items"]
    assert [one["state"] for one in listed] == ["stands"] * 3


async def test_a_holder_without_an_account_is_told_apart_by_phone_and_votes_on_paper(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    lines = await assembly.electors()
    who = {"holder_name": "赵强", "holder_phone": "139 0000 1234"}
    same = {"holder_name": "赵 强", "holder_phone": "139-0000-1234"}
    made = [done(await assembly.proxy(line, **who)) for line in lines[:3]]
    assert code(await assembly.proxy(lines[3], **same)) == (409, "proxy_over_limit")
    done(await assembly.proxy(lines[3], **{**who, "holder_phone": "13900009999"}))
    typed = done(await assembly.paper(lines[0], proxy_id=made[0]["id"]))
    assert done(await assembly.confirm(typed["id"]))["counts"] is True
    foreign = await assembly.paper(lines[1], proxy_id=made[0]["id"])
    assert code(foreign) == (409, "proxy_does_not_stand")


async def test_no_elector_no_round(database: Database, config: Settings) -> None:
    async with assembled(database, config, owned=False) as made:
        done(await made.draft())
        seen = ok(await made.admin.get(f"{made.round}/electorate"))
        assert (seen["heads"], len(seen["without_owner"])) == (0, 6)
        done(await made.step("notice"))
        made.time.set(CLOSES, days=-9)
        assert code(await made.step("opening")) == (409, "no_electors")


async def test_nobody_votes_by_phone_under_a_proxy_before_its_document_has_arrived(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    (elector, *_) = await assembly.electors()
    son = await make_member(assembly.database, assembly.community_id, "resident")
    client = await assembly.signed_in(son)
    done(await assembly.proxy(elector, son.account_id, arrives=False))
    (waits,) = ok(await assembly.lead.get(f"{assembly.round}/proxies"))["items"]
    assert (waits["state"], waits["document_here"]) == ("stands", False)
    assert waits["recorded_by"]
    (line,) = await mine(assembly, client)
    assert (line["may_vote"], line["why_not"]) == (False, "proxy_document_missing")
    refused = await assembly.cast(client, elector_id=elector["elector_id"])
    assert code(refused) == (409, "proxy_document_missing")
    assert "photo" in refused.json()["detail"] or "照片" in refused.json()["detail"]
    assert (await assembly.read())["returned"]["heads"] == 0
    await assembly.send_proxy_document()
    (arrived,) = ok(await assembly.lead.get(f"{assembly.round}/proxies"))["items"]
    assert arrived["document_here"] is True
    assert done(await assembly.cast(client))["counts"] is True


async def test_a_paper_under_a_proxy_is_taken_once_the_document_has_arrived(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    (elector, *_) = await assembly.electors()
    who = {"holder_name": "赵强", "holder_phone": "139 0000 1234"}
    made = done(await assembly.proxy(elector, arrives=False, **who))
    paper = {"id": str(new_id()), "proxy_id": made["id"]}
    refused = await assembly.paper(elector, **paper)
    assert code(refused) == (409, "proxy_document_missing")
    assert ok(await assembly.lead.get(f"{assembly.round}/paper-ballots"))["items"] == []
    await assembly.send_proxy_document()
    typed = done(await assembly.paper(elector, **paper))
    assert done(await assembly.confirm(typed["id"]))["counts"] is True


async def test_of_several_files_the_last_one_is_waited_for_too(assembly: Assembly) -> None:
    await assembly.opened()
    (elector, *_) = await assembly.electors()
    son = await make_member(assembly.database, assembly.community_id, "resident")
    files = [PROXY_FILE, FILE]
    done(await assembly.proxy(elector, son.account_id, attachments=files))
    refused = await assembly.cast(await assembly.signed_in(son), elector_id=elector["elector_id"])
    assert code(refused) == (409, "proxy_document_missing")
