"""The archive's codes are told to nobody but the voter, and the papers bear others, over HTTP."""

import io
import json
import zipfile
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from factories.ballots import Assembly, Client, assembled, code, done, ok
from factories.identity import make_member
from linli.config import Settings
from linli.deliberation.models.ballots.electorate import Elector
from linli.deliberation.queries.ballots.tables import elector_units, electors
from linli.kernel.db.database import Database

ROUND = "/api/v1/communities/{community_id}/ballot-rounds/{round_id}"
NAMES = frozenset({"elector", "unit", "paper", "proxy", "corrects"})
"""What an entry names in its private part; the rest are times, numbers and answers."""
ARCHIVE = f"{ROUND}/archive"


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def archive_codes(assembly: Assembly) -> set[str]:
    """Every code of an elector or a unit that the archive names."""
    found: set[str] = set()
    for of in (electors, elector_units):
        rows = await assembly.rows(of, round_id=assembly.round_id)
        found |= {row["code"] for row in rows}
    return found


def reads_of(assembly: Assembly) -> Iterator[str]:
    """Every read about one round but its archive, with what it asks for."""
    paths = assembly.app.openapi()["paths"]
    for path, operations in paths.items():
        if path.startswith(ROUND) and "get" in operations and path != ARCHIVE:
            here = path.removeprefix(ROUND)
            asked = {one["name"] for one in operations["get"].get("parameters", [])}
            wants = f"?building_id={assembly.building.id}" if "building_id" in asked else ""
            yield f"{assembly.round}{here}{wants}"


async def every_way(assembly: Assembly) -> None:
    """A vote by phone, a paper, a proxy, a delivery: all that the lists of a round show."""
    lines = await assembly.electors()
    done(await assembly.cast(await assembly.resident(0)))
    typed = done(await assembly.paper(lines[1]))
    done(await assembly.confirm(typed["id"]))
    son = await make_member(assembly.database, assembly.community_id, "resident")
    done(await assembly.proxy(lines[2], son.account_id))
    done(await assembly.deliver(3))


async def said_to(assembly: Assembly, client: Client) -> str:
    """All that is answered to somebody who reads everything of a round."""
    said = []
    for path in reads_of(assembly):
        answer = await client.get(path)
        assert answer.status_code in {200, 403, 404}, (path, answer.text)
        said.append(answer.text)
    return "\n".join(said)


async def test_who_records_delivers_and_manages_is_told_no_code_of_the_archive(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    await every_way(assembly)
    secret = await archive_codes(assembly)
    lines = await assembly.electors()
    people = [assembly.admin, assembly.lead, assembly.volunteer, await assembly.as_("supervisor")]
    for published in (False, True):
        if published:
            await assembly.published()
        for person in people:
            said = await said_to(assembly, person)
            assert lines[0]["code"] in said, "the paper's code, by which they work"
            assert not {one for one in secret if one in said}


async def test_who_brought_a_ballot_finds_no_line_of_the_archive_by_its_entry(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    brought = [done(await assembly.deliver(door)) for door in range(4)]
    done(await assembly.cast(await assembly.resident(0)))
    secret = await archive_codes(assembly)
    people = (assembly.admin, assembly.lead, assembly.volunteer)
    known = "\n".join([await said_to(assembly, person) for person in people])
    await assembly.published()
    entries = await archived_entries(assembly)
    deliveries = [one for one in entries if one["leaf"]["kind"].endswith("ballot_delivery.made")]
    assert {one["leaf"]["subject"] for one in deliveries} == {
        f"ballot_delivery:{one['id']}" for one in brought
    }
    for entry in entries:
        named = {value for name, value in entry["private"].items() if name in NAMES}
        if any(one in known for one in {entry["leaf"]["subject"].partition(":")[2], *named}):
            assert not named & secret, entry


async def archived_entries(assembly: Assembly) -> list[dict[str, Any]]:
    answer = await (await assembly.as_("resident")).get(f"{assembly.round}/archive")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        lines = [json.loads(line) for line in archive.read("facts.jsonl").splitlines()]
    return [
        {"leaf": json.loads(one["leaf"]), "private": json.loads(one.get("private", "{}"))}
        for one in lines
    ]


async def test_the_voter_is_told_the_line_and_a_holder_of_a_proxy_is_not(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    await every_way(assembly)
    secret = await archive_codes(assembly)
    owner = await assembly.resident(0)
    (own,) = ok(await owner.get(f"{assembly.round}/my-ballots"))["electors"]
    assert own["code"] in secret
    said = await said_to(assembly, owner)
    assert {one for one in secret if one in said} == {own["code"]}
    (line, *_) = await assembly.electors()
    son = await make_member(assembly.database, assembly.community_id, "resident")
    done(await assembly.proxy(line, son.account_id))
    holder = await assembly.signed_in(son)
    (held,) = ok(await holder.get(f"{assembly.round}/my-ballots"))["electors"]
    assert (held["standing"], held["code"]) == ("proxy", None)
    seen = held["counted"]
    assert (seen["id"], seen["receipt"], seen["answers"]) == (None, None, None)


async def test_a_code_of_the_archive_finds_no_door(assembly: Assembly) -> None:
    await assembly.opened()
    (elector, *_) = await assembly.rows(electors, round_id=assembly.round_id)
    found = await assembly.admin.get(f"{assembly.round}/electors?code={elector['code']}")
    assert ok(found)["items"] == []
    refused = await assembly.paper({"code": elector["code"]})
    assert code(refused) == (404, "not_found")
    done(await assembly.paper({"code": elector["paper_code"]}))


async def test_papers_printed_before_they_had_codes_of_their_own_are_still_taken(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    older = "7K3M-9QXA-2BTD"
    home = {"round_id": assembly.round_id, "area_dm2": 100}
    await assembly.write(Elector, code=older, owner_keys="of before", **home)
    listed = ok(await assembly.admin.get(f"{assembly.round}/electors?code={older}"))["items"]
    assert [one["code"] for one in listed] == [older]
    assert done(await assembly.paper({"code": older}, by=assembly.admin))["code"] == older
