"""Every entry about a round is numbered, and every numbered entry is in its archive."""

import asyncio
import json
from pathlib import Path

from deliberation.test_archive_left_out import archive, check, said
from deliberation.test_archive_steps import object_to, objected
from deliberation.test_ballot_archive import contents, vote_all_ways
from factories.ballots import CLOSES, OPENS, PROXY_FILE, Assembly, assembled, done
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

AT_ONCE = 50


async def shipped_and_numbered(assembly: Assembly, folder: Path) -> tuple[set[str], set[str]]:
    """Places of the entries in the archive, and of those that carry a number of the round."""
    file, key = await archive(assembly, folder)
    check(file, key)
    lines = [json.loads(line) for line in contents(file)["facts.jsonl"].splitlines()]
    series = f"ballot_round:{assembly.round_id}"
    numbered = [leaf for leaf in await said(assembly) if leaf.get("series") == series]
    places = {leaf["seq"] for leaf in numbered}
    assert [leaf["number"] for leaf in numbered] == [str(n + 1) for n in range(len(numbered))]
    return {line["seq"] for line in lines}, places


async def kinds(assembly: Assembly) -> set[str]:
    """What about the round was recorded, without what a test does besides."""
    series = f"ballot_round:{assembly.round_id}"
    own = [leaf for leaf in await said(assembly) if leaf.get("series") == series]
    return {leaf["kind"].removeprefix("deliberation.") for leaf in own}


async def agreed(assembly: Assembly) -> None:
    body = {
        "id": str(new_id()),
        "household_id": str(assembly.building.household_ids[0]),
        "owner_id": str(assembly.owners[0]),
        "agreed_how": "两人签字的纸条",
        "attachments": [PROXY_FILE],
    }
    done(await assembly.admin.post(f"{assembly.round}/voter-agreements", json=body))
    await assembly.send_proxy_document(assembly.admin)


async def test_what_is_numbered_is_in_the_archive_and_nothing_else(
    assembly: Assembly, tmp_path: Path
) -> None:
    await vote_all_ways(assembly)
    await assembly.published()
    await assembly.taken_back("漏了一张纸票")
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    done(await assembly.step("annulment", reason="公示有误"))
    shipped, numbered = await shipped_and_numbered(assembly, tmp_path)
    assert shipped == numbered
    steps = "drafted noticed opened closed counted published recounted annulled"
    assert await kinds(assembly) == {
        *(f"ballot_round.{verb}" for verb in steps.split()),
        *("ballot.cast", "ballot.recorded", "ballot.confirmed", "ballot_delivery.made"),
        *("proxy_authorization.made", "proxy_revocation.made"),
        *("objection.raised", "objection_answer.made"),
    }


async def test_drafts_agreements_and_objections_are_numbered_and_in_the_archive(
    assembly: Assembly, tmp_path: Path
) -> None:
    done(await assembly.draft())
    await agreed(assembly)
    done(await assembly.step("notice"))
    assembly.time.set(OPENS, hours=9)
    await assembly.work()
    await assembly.published()
    objection = await object_to(assembly)
    answer = {"id": str(new_id()), "words": "没有", "upheld": False}
    path = f"{assembly.round}/objections/{objection}/answer"
    done(await assembly.admin.post(path, json=answer))
    shipped, numbered = await shipped_and_numbered(assembly, tmp_path)
    assert shipped == numbered
    others = {"voter_agreement.made", "objection.raised", "objection_answer.made"}
    assert others < await kinds(assembly)


async def test_an_objection_in_the_archive_tells_neither_who_nor_what(
    assembly: Assembly, tmp_path: Path
) -> None:
    await objected(assembly)
    file, _ = await archive(assembly, tmp_path)
    lines = [json.loads(line) for line in contents(file)["facts.jsonl"].splitlines()]
    (line,) = [line for line in lines if "objection.raised" in line["leaf"]]
    assert set(line) == {"seq", "leaf"}
    assert "actor" not in json.loads(line["leaf"])


async def test_official_figures_are_numbered_and_in_the_archive(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened(mode="official_import")
    assembly.time.set(CLOSES, hours=1)
    await assembly.work()
    done(await assembly.official(FIGURES))
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    shipped, numbered = await shipped_and_numbered(assembly, tmp_path)
    assert shipped == numbered
    assert "official_result.imported" in await kinds(assembly)


FIGURES = {"agree": {"heads": 4, "area_dm2": 40000}, "oppose": {"heads": 2, "area_dm2": 13700}}


async def test_fifty_ballots_at_once_are_numbered_without_a_gap(
    database: Database, config: Settings
) -> None:
    async with assembled(database, config, floors=AT_ONCE // 2) as assembly:
        await assembly.opened()
        voters = [await assembly.resident(door) for door in range(AT_ONCE)]
        answers = await asyncio.gather(*[assembly.cast(voter) for voter in voters])
        assert {answer.status_code for answer in answers} == {201}
        cast = [leaf for leaf in await said(assembly) if leaf["kind"] == "deliberation.ballot.cast"]
        assert [int(leaf["number"]) for leaf in cast] == list(range(4, 4 + AT_ONCE))
