"""Nobody learns or takes another's vote by standing for them afterwards, over HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from factories.ballots import CLOSES, PROXY_FILE, Assembly, Client, assembled, code, done, ok
from factories.identity import AccountMade, make_member
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.verify import check_archive
from linli.config import Settings
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def neighbour(assembly: Assembly) -> AccountMade:
    return await make_member(assembly.database, assembly.community_id, "resident")


async def mine(assembly: Assembly, client: Client) -> Any:
    return ok(await client.get(f"{assembly.round}/my-ballots"))["electors"]


async def test_a_holder_is_not_told_what_the_owner_has_voted(assembly: Assembly) -> None:
    await assembly.opened()
    (line, *_) = await assembly.electors()
    owner = await assembly.resident(0)
    done(await assembly.cast(owner, "oppose"))
    holder = await neighbour(assembly)
    done(await assembly.proxy(line, holder.account_id))
    (seen,) = await mine(assembly, await assembly.signed_in(holder))
    assert (seen["counted"]["way"], seen["counted"]["answers"]) == ("phone", None)
    (own,) = await mine(assembly, owner)
    assert [one["answer"] for one in own["counted"]["answers"]] == ["oppose"]


async def test_nobody_records_a_proxy_that_names_themself(assembly: Assembly) -> None:
    await assembly.opened()
    (line, *_) = await assembly.electors()
    place = (Scope.BUILDING, assembly.building.id)
    lead = await make_member(assembly.database, assembly.community_id, "building_lead", *place)
    refused = await assembly.proxy(line, lead.account_id, by=await assembly.signed_in(lead))
    assert code(refused) == (422, "invalid")
    assert [one["code"] for one in refused.json()["errors"]] == ["holder_records_own_proxy"]


async def test_a_replaced_proxy_frees_its_holder_and_every_ballot_counts(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    lines = await assembly.electors()
    busy, other = await neighbour(assembly), await neighbour(assembly)
    client = await assembly.signed_in(busy)
    done(await assembly.proxy(lines[0], busy.account_id))
    newer = done(await assembly.proxy(lines[0], other.account_id))
    for line in lines[1:4]:
        assert done(await assembly.proxy(line, busy.account_id))["state"] == "stands"
        assert done(await assembly.cast(client, elector_id=line["elector_id"]))["counts"] is True
    back = {"id": str(new_id()), "reason": "本人回来了"}
    done(await assembly.lead.post(f"{assembly.round}/proxies/{newer['id']}/revocation", json=back))
    listed = ok(await assembly.lead.get(f"{assembly.round}/proxies"))["items"]
    assert [one["state"] for one in listed] == ["replaced", "revoked", *["stands"] * 3]
    assert (await assembly.published())["ballots"] == 3
    voter = await assembly.as_("resident")
    archive = tmp_path / "round.zip"
    archive.write_bytes((await voter.get(f"{assembly.round}/archive")).content)
    key = ok(await voter.get("checkpoint"))["verifier_key"]
    check_archive(archive, Held(key), lambda _: None)


async def test_a_list_without_answers_tells_no_code_but_ones_own(assembly: Assembly) -> None:
    await assembly.opened()
    owner = await assembly.resident(0)
    done(await assembly.cast(owner))
    assembly.time.set(CLOSES, hours=1)
    await assembly.published()
    lines = ok(await (await assembly.resident(0)).get(f"{assembly.round}/list"))["items"]
    assert [(one["mine"], one["code"] is not None) for one in lines] == [
        (True, True),
        *[(False, False)] * (len(lines) - 1),
    ]


async def test_a_co_owner_with_the_voters_proxy_votes_and_no_second_voter_is_named_after(
    assembly: Assembly,
) -> None:
    wife = await assembly.own(0, name="李梅")
    await assembly.opened()
    account = await neighbour(assembly)
    home = assembly.building.household_ids[0]
    await assembly.at_home(account.account_id, home, assembly.owners[0])
    husband = await assembly.signed_in(account)
    path = f"{assembly.round}/voter-agreements"
    agreement = {
        "id": str(new_id()),
        "household_id": str(home),
        "owner_id": str(wife),
        "agreed_how": "两人签字的纸条",
        "attachments": [PROXY_FILE],
    }
    done(await assembly.lead.post(path, json=agreement))
    await assembly.send_proxy_document()
    (line,) = await mine(assembly, husband)
    assert line["why_not"] == "another_co_owner_votes"
    done(await assembly.proxy(line, account.account_id))
    (stands,) = await mine(assembly, husband)
    assert (stands["standing"], stands["may_vote"]) == ("proxy", True)
    assert done(await assembly.cast(husband, elector_id=line["elector_id"]))["counts"] is True
    done(await assembly.cast(await assembly.resident(wife), "oppose"))
    other = {**agreement, "id": str(new_id()), "owner_id": str(assembly.owners[0])}
    assert code(await assembly.lead.post(path, json=other)) == (409, "voter_is_frozen")
