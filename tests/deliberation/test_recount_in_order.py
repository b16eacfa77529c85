"""The client's own recount judges the order of a round's entries as the verifier does."""

import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from deliberation.test_archive_left_out import note, of_kind, said
from deliberation.test_archive_order import say_again
from deliberation.test_archive_steps import finish, late, objected
from deliberation.test_ballot_archive import contents, downloaded, edit_lines
from deliberation.test_paper_photos import answer
from deliberation.test_recount_by_the_client import recounted
from factories.ballots import CLOSES, Assembly, assembled, done
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.opened import TamperedError
from linli.commands.verify_archive.verify import check_archive
from linli.config import Settings
from linli.deliberation.actions.ballots import finish_round, take_back
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots.archive.pack import pack
from linli.deliberation.queries.ballots.tables import rounds
from linli.kernel import clock
from linli.kernel.db.database import Database

GOOD = ("good", [])


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def judged(
    assembly: Assembly, folder: Path, change: Callable[[list[Any]], None] | None = None
) -> dict[str, Any]:
    """What the phone finds of order and objections; the verifier finds fault where it does."""
    file, key = await downloaded(assembly, folder)
    if change is not None:
        files = contents(file)
        edit_lines(files, "facts.jsonl", change)
        file.write_bytes(pack(files))
    found = recounted(file, key, (await assembly.result())["digest"])
    told = {check: found[check] for check in ("order", "objections")}
    if list(told.values()) == [GOOD, GOOD]:
        check_archive(file, Held(key), lambda _: None)
        return told
    with pytest.raises(TamperedError):
        check_archive(file, Held(key), lambda _: None)
    return told


async def places(assembly: Assembly, *kinds: str) -> list[str]:
    """Where entries of these kinds stand in the log."""
    return [leaf["seq"] for leaf in of_kind(await said(assembly), *kinds)]


async def one(*_: object) -> int:
    return 1


async def none(*_: object) -> int:
    return 0


async def test_a_round_that_was_counted_again_and_became_final_is_in_order(
    assembly: Assembly, tmp_path: Path
) -> None:
    id_ = await objected(assembly)
    done(await answer(assembly, id_, upheld=False))
    await assembly.taken_back()
    assembly.time.set(CLOSES, days=1)
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    assembly.time.set(CLOSES, days=20)
    await assembly.work()
    assert (await assembly.read())["state"] == "final"
    assert await judged(assembly, tmp_path) == {"order": GOOD, "objections": GOOD}


async def test_a_recount_that_nobody_asked_for_is_named(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await assembly.opened()
    await assembly.published()
    monkeypatch.setattr(take_back, "upheld_objections", one)
    done(await assembly.step("recount", reason="再数一遍"))
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    at = await places(assembly, "ballot_round.recounted")
    assert await judged(assembly, tmp_path) == {"order": GOOD, "objections": ("wrong", at)}


@pytest.mark.parametrize("upheld", [False, True])
async def test_a_result_that_became_final_over_an_objection_is_named(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, upheld: bool
) -> None:
    id_ = await objected(assembly)
    if upheld:
        done(await answer(assembly, id_, upheld=True))
    monkeypatch.setattr(finish_round, "open_objections", none)
    await finish(assembly)
    over = "objection_answer.made" if upheld else "objection.raised"
    at = await places(assembly, over, "ballot_round.final")
    assert await judged(assembly, tmp_path) == {"order": GOOD, "objections": ("wrong", at)}


@pytest.mark.parametrize("verb", ["closed", "drafted", "published"])
async def test_a_step_that_cannot_follow_is_named(
    assembly: Assembly, tmp_path: Path, verb: str
) -> None:
    await assembly.opened()
    await assembly.published()
    await note(assembly, round_fact(verb, None, assembly.round_id, clock.now()))
    *_, at = await places(assembly, f"ballot_round.{verb}")
    assert (await judged(assembly, tmp_path))["order"] == ("wrong", [at])


async def test_what_is_recorded_once_it_is_counted_is_named(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    await assembly.published()
    await note(assembly, late(assembly, "proxy_revocation.made"))
    at = await places(assembly, "proxy_revocation.made")
    assert (await judged(assembly, tmp_path))["order"] == ("wrong", at)


async def test_an_opening_after_the_votes_and_a_vote_after_the_closing_are_named(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    early, late_one = [await assembly.resident(door) for door in range(2)]
    done(await assembly.cast(early))
    await say_again(assembly, "opened")
    assembly.time.set(CLOSES, hours=1)
    await assembly.work()
    this = update(rounds).where(rounds.c.id == assembly.round_id)
    await assembly.execute(this.values(state="open"))
    assembly.time.set(CLOSES, hours=-1)
    done(await assembly.cast(late_one))
    await assembly.execute(this.values(state="closed"))
    await assembly.published()
    (_, again), (before, after) = [
        await places(assembly, kind) for kind in ("ballot_round.opened", "ballot.cast")
    ]
    assert (await judged(assembly, tmp_path))["order"] == ("wrong", [again, after])
    found = (await judged(assembly, tmp_path, without("opened")))["order"]
    assert found == ("wrong", [before, after])


async def test_a_step_without_which_no_round_is_counted_is_missed(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    await assembly.published()
    for verb, state in (("noticed", "noticed"), ("opened", "open"), ("closed", "closed")):
        assert (await judged(assembly, tmp_path, without(verb)))["order"] == ("wrong", [state])

    def uncounted(lines: list[Any]) -> None:
        for verb in ("counted", "published"):
            without(verb)(lines)

    assert (await judged(assembly, tmp_path, uncounted))["order"] == ("wrong", ["counted"])


def without(verb: str) -> Callable[[list[Any]], None]:
    """Leave out the first entry of a step."""

    def drop(lines: list[Any]) -> None:
        kind = f"deliberation.ballot_round.{verb}"
        lines.remove(next(line for line in lines if json.loads(line["leaf"])["kind"] == kind))

    return drop
