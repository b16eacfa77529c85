"""The verifier holds a round's entries against the order in which a round can happen.

What is tried here is signed by the server's own key: an operator wrote it into the log.
"""

import json
import zipfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from factories.ballots import CLOSES, Assembly, assembled, done, ok
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.opened import TamperedError, canonical
from linli.commands.verify_archive.verify import Proven, check_archive
from linli.commands.verify_archive.words import sentences
from linli.config import Settings
from linli.deliberation.actions.ballots import count_round
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots.tables import rounds
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.facts.record import append_facts, record
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def check(
    assembly: Assembly, folder: Path, change: Callable[[list[Any]], None] | None = None
) -> Proven:
    """Download the archive, change its entries where asked, and verify it."""
    resident = await assembly.as_("resident")
    file = folder / "round.zip"
    file.write_bytes((await resident.get(f"{assembly.round}/archive")).content)
    if change is not None:
        rewrite(file, change)
    key = ok(await resident.get("checkpoint"))["verifier_key"]
    return check_archive(file, Held(key), lambda _: None)


def rewrite(file: Path, change: Callable[[list[Any]], None]) -> None:
    with zipfile.ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    lines = [json.loads(line) for line in files["facts.jsonl"].splitlines()]
    change(lines)
    lines.sort(key=lambda line: int(line["seq"]))
    files["facts.jsonl"] = b"".join(canonical(line) + b"\n" for line in lines)
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


async def say_again(assembly: Assembly, verb: str) -> None:
    """The same entry of the round once more, with what it said the first time."""
    (first,) = await assembly.rows(table(Fact), kind=f"deliberation.ballot_round.{verb}")
    public = json.loads(first["leaf"])["public"]
    async with assembly.database.transaction(write=True) as tx:
        await tx.enter(assembly.community_id)
        record(tx, round_fact(verb, None, assembly.round_id, clock.now(), **public))
        await append_facts(tx)


def without_the_first(verb: str) -> Callable[[list[Any]], None]:
    def drop(lines: list[Any]) -> None:
        kind = f"deliberation.ballot_round.{verb}"
        lines.remove(next(line for line in lines if json.loads(line["leaf"])["kind"] == kind))

    return drop


async def counted_again(assembly: Assembly) -> None:
    """A paper that came in on time is recorded after the first result."""
    await assembly.opened()
    line, *_ = await assembly.electors()
    handed_in = assembly.time.moment.isoformat()
    done(await assembly.cast(await assembly.resident(1)))
    await assembly.published()
    await assembly.taken_back("漏了一张纸票")
    assembly.lead = await assembly.as_("community_admin")
    paper = done(await assembly.paper(line, handed_in_at=handed_in))
    assembly.volunteer = await assembly.as_("community_admin")
    done(await assembly.confirm(paper["id"]))
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))


async def test_a_round_that_was_counted_again_stands_in_order_and_tells_of_late_papers(
    assembly: Assembly, tmp_path: Path
) -> None:
    """Late papers and a recount are no tampering."""
    await counted_again(assembly)
    result = await assembly.result()
    assert (result["ballots"], result["late_papers"]) == (2, 1)
    proven = await check(assembly, tmp_path)
    assert proven.result["late_papers"] == "1"
    assert any("after the first result" in said for said in sentences(proven.notice, proven.result))


async def test_papers_of_before_the_first_result_are_not_late(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    line, *_ = await assembly.electors()
    done(await assembly.confirm(done(await assembly.paper(line))["id"]))
    first = await assembly.published()
    await assembly.taken_back("再数一遍")
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    again = await assembly.result()
    assert (first["late_papers"], again["late_papers"], again["number"]) == (0, 0, 2)
    assert "late_papers" not in (await check(assembly, tmp_path)).result


async def test_a_result_that_keeps_quiet_about_late_papers_is_named(
    assembly: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(*_: object) -> int:
        return 0

    monkeypatch.setattr(count_round, "late_papers", none)
    await counted_again(assembly)
    with pytest.raises(TamperedError, match="tells of no papers recorded after a published result"):
        await check(assembly, tmp_path)


@pytest.mark.parametrize("verb", ["noticed", "opened"])
async def test_a_round_is_noticed_once_and_opened_once(
    assembly: Assembly, tmp_path: Path, verb: str
) -> None:
    await assembly.opened()
    done(await assembly.cast(await assembly.resident(0)))
    await say_again(assembly, verb)
    await assembly.published()
    with pytest.raises(TamperedError, match=f"are both deliberation.ballot_round.{verb}"):
        await check(assembly, tmp_path)


async def test_an_opening_after_the_votes_is_found_though_the_first_is_left_out(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    done(await assembly.cast(await assembly.resident(0)))
    await say_again(assembly, "opened")
    await assembly.published()
    with pytest.raises(TamperedError, match="a ballot, stands before the opening"):
        await check(assembly, tmp_path, without_the_first("opened"))


async def test_a_notice_after_the_opening_is_found_though_the_first_is_left_out(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    await say_again(assembly, "noticed")
    await assembly.published()
    with pytest.raises(TamperedError, match="not noticed, opened and closed in this order"):
        await check(assembly, tmp_path, without_the_first("noticed"))


async def test_a_vote_by_phone_after_the_closing_is_found_whatever_its_clock_says(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    assembly.time.set(CLOSES, hours=1)
    await assembly.work()
    this = update(rounds).where(rounds.c.id == assembly.round_id)
    await assembly.execute(this.values(state="open"))
    assembly.time.set(CLOSES, hours=-1)
    done(await assembly.cast(voter))
    await assembly.execute(this.values(state="closed"))
    await assembly.published()
    with pytest.raises(TamperedError, match="a ballot by phone, stands after the closing"):
        await check(assembly, tmp_path)
    with pytest.raises(TamperedError, match="entry of the closing is missing"):
        await check(assembly, tmp_path, without_the_first("closed"))


async def test_an_entry_of_another_round_does_not_stand_for_this_one(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    await assembly.published()
    first, assembly.round_id = assembly.round_id, new_id()
    done(await assembly.draft(opens_on="2026-12-20", closes_on="2026-12-30"))
    drafted = await assembly.rows(table(Fact), kind="deliberation.ballot_round.drafted")
    other = next(row for row in drafted if row["subject_id"] == assembly.round_id)
    line = {"seq": str(other["seq"]), "leaf": other["leaf"]}
    assembly.round_id = first
    await check(assembly, tmp_path)
    with pytest.raises(TamperedError, match=r"ballot_round.drafted\) is not of this round"):
        await check(assembly, tmp_path, lambda lines: lines.append(line))
