"""The verifier holds what follows the closing against what can follow it."""

from pathlib import Path
from typing import Any

import pytest

from deliberation.test_archive_left_out import archive, check, leave_out, note, of_kind, said
from deliberation.test_paper_photos import answer, object_
from factories.ballots import CLOSES, Assembly, done
from linli.commands.verify_archive.log import Fact, Log
from linli.commands.verify_archive.opened import TamperedError
from linli.commands.verify_archive.steps import check_steps
from linli.commands.verify_archive.tree import Tree
from linli.deliberation.actions.ballots import finish_round, take_back
from linli.deliberation.facts.ballots import round_fact, round_series
from linli.kernel import clock
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.ids import new_id


async def objected(assembly: Assembly) -> str:
    """A result on notice, and an objection to it."""
    await assembly.opened()
    await assembly.published()
    return await object_to(assembly)


async def object_to(assembly: Assembly) -> str:
    resident, id_ = await assembly.as_("resident"), str(new_id())
    done(await resident.post(f"{assembly.round}/objections", json={"id": id_, "words": "算错了"}))
    return id_


async def finish(assembly: Assembly) -> None:
    """Let the days of the notice pass."""
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    assert (await assembly.read())["state"] == "final"


async def test_a_round_to_its_end_with_an_objection_is_in_order(
    assembly: Assembly, tmp_path: Path
) -> None:
    id_ = await objected(assembly)
    answer = {"id": str(new_id()), "words": "没有", "upheld": False}
    done(await assembly.admin.post(f"{assembly.round}/objections/{id_}/answer", json=answer))
    await finish(assembly)
    assert "the round was last final" in check(*await archive(assembly, tmp_path)).remarks[0]


async def test_a_paper_that_was_contested_before_and_after_the_closing_is_in_order(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    (first, *_) = await assembly.electors()
    owner = await assembly.resident(0)
    paper = done(await assembly.paper(first))
    early = done(await object_(assembly, owner, paper["id"]))
    done(await answer(assembly, early["id"], upheld=False))
    done(await assembly.confirm(paper["id"]))
    late_one = done(await object_(assembly, owner, paper["id"]))
    assembly.time.set(CLOSES, hours=1)
    await assembly.work()
    done(await answer(assembly, late_one["id"], upheld=False))
    await assembly.published()
    await finish(assembly)
    assert "the round was last final" in check(*await archive(assembly, tmp_path)).remarks[0]


async def test_a_result_that_became_final_over_an_objection_is_named(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async def none(*_: object) -> int:
        return 0

    await objected(assembly)
    monkeypatch.setattr(finish_round, "open_objections", none)
    await finish(assembly)
    with pytest.raises(TamperedError, match=r"final, but entry .* an objection, waited"):
        check(*await archive(assembly, tmp_path))


async def test_a_result_that_became_final_although_an_objection_was_upheld_is_named(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async def none(*_: object) -> int:
        return 0

    id_ = await objected(assembly)
    done(await answer(assembly, id_, upheld=True))
    monkeypatch.setattr(finish_round, "open_objections", none)
    await finish(assembly)
    with pytest.raises(TamperedError, match=r"final, but entry .* upheld an objection"):
        check(*await archive(assembly, tmp_path))


async def test_a_recount_that_nobody_asked_for_is_named(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async def one(*_: object) -> int:
        return 1

    await assembly.opened()
    await assembly.published()
    monkeypatch.setattr(take_back, "upheld_objections", one)
    done(await assembly.step("recount", reason="再数一遍"))
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    with pytest.raises(TamperedError, match="counted again, and no objection was upheld"):
        check(*await archive(assembly, tmp_path))


def test_a_recount_before_entries_were_numbered_is_not_judged_by_objections_no_archive_has() -> (
    None
):
    verbs = ("closed", "counted", "published", "recounted", "counted", "published")
    leaves = [{"kind": f"deliberation.ballot_round.{verb}"} for verb in verbs]
    assert check_steps(Log(Tree(b""), [Fact(*each) for each in enumerate(leaves)])) == "published"


async def test_a_result_that_was_annulled_is_proven_as_such(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    await assembly.published()
    done(await assembly.step("annulment", reason="公示有误"))
    assert "the round was last annulled" in check(*await archive(assembly, tmp_path)).remarks[0]


async def test_a_result_that_was_taken_back_is_no_result(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The second count is left out, and everything after it."""
    await assembly.opened()
    await assembly.published()
    await assembly.taken_back("漏了一张纸票")
    before = len(await said(assembly))
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    leave_out(monkeypatch, (await said(assembly))[before:])
    with pytest.raises(TamperedError, match="the entry of that count is missing"):
        check(*await archive(assembly, tmp_path))


async def test_a_final_result_was_published_first(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await assembly.opened()
    await assembly.published()
    await finish(assembly)
    leave_out(monkeypatch, of_kind(await said(assembly), "ballot_round.published"))
    with pytest.raises(TamperedError, match="says final, which cannot follow counted"):
        check(*await archive(assembly, tmp_path))


@pytest.mark.parametrize("verb", ["closed", "drafted", "revised", "withdrawn", "published"])
async def test_a_step_that_cannot_follow_is_named(
    assembly: Assembly, tmp_path: Path, verb: str
) -> None:
    await assembly.opened()
    await assembly.published()
    await note(assembly, round_fact(verb, None, assembly.round_id, clock.now()))
    with pytest.raises(TamperedError, match=f"says {verb}, which cannot follow published"):
        check(*await archive(assembly, tmp_path))


@pytest.mark.parametrize(
    "kind", ["voter_agreement.made", "proxy_revocation.made", "ballot.confirmed"]
)
async def test_nothing_is_recorded_once_it_is_counted(
    assembly: Assembly, tmp_path: Path, kind: str
) -> None:
    await assembly.opened()
    await assembly.published()
    await note(assembly, late(assembly, kind))
    with pytest.raises(TamperedError, match="cannot follow published"):
        check(*await archive(assembly, tmp_path))


def late(assembly: Assembly, kind: str) -> FactDraft:
    about: Any = ("ballot_round", assembly.round_id)
    public = {"authorization": new_id(), "ballot": new_id()}
    series = round_series(assembly.round_id)
    name = f"deliberation.{kind}"
    return FactDraft(name, None, *about, clock.now(), public, series=series)
