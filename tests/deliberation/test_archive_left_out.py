"""An operator leaves entries out of an archive, and makes everything else agree with that.

The server here is the operator's own: it counts what it likes, logs that count under its own key,
and hands out an archive in which only the numbers of the entries tell that something is missing.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from deliberation.test_ballot_archive import by_proxy
from factories.ballots import CLOSES, Assembly, done, ok, question
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.opened import TamperedError
from linli.commands.verify_archive.verify import Proven, check_archive
from linli.deliberation.actions.ballots import count_round, draft_round, settle_counted
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots import elector_ballots
from linli.deliberation.queries.ballots.archive import build
from linli.deliberation.queries.ballots.tables import electors, rounds
from linli.deliberation.rules.ballots.proxies import ProxyState
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.models import Fact, FactSeries
from linli.kernel.facts.record import record

Leaf = dict[str, Any]
Pick = Callable[[list[Leaf]], list[Leaf]]


# --- the operator ---------------------------------------------------------------------------------


async def said(assembly: Assembly) -> list[Leaf]:
    """All entries of the community's log."""
    rows = await assembly.rows(table(Fact))
    return [json.loads(row["leaf"]) for row in sorted(rows, key=lambda row: row["seq"])]


def of_kind(leaves: Sequence[Leaf], *kinds: str) -> list[Leaf]:
    return [leaf for leaf in leaves if leaf["kind"] in {f"deliberation.{kind}" for kind in kinds}]


def leave_out(patch: pytest.MonkeyPatch, left_out: Sequence[Leaf]) -> None:
    """From here on the server counts and hands out archives as if these had never come in."""
    seqs = {leaf["seq"] for leaf in left_out}
    ids = {leaf["subject"].partition(":")[2] for leaf in left_out}
    facts, kept = build.round_facts, count_round._ballot_ids
    every, standing = elector_ballots.ballots_of_elector, elector_ballots.standing_of_proxies
    taken_back = {leaf["public"].get("authorization") for leaf in left_out}

    async def round_facts(tx: Tx, round_id: UUID, size: int) -> list[Row]:
        return [line for line in await facts(tx, round_id, size) if line["seq"] not in seqs]

    async def ballots_of_elector(*given: Any) -> list[Any]:
        return [one for one in await every(*given) if one.id not in ids]

    async def ballot_ids(tx: Tx, round_id: UUID) -> list[str]:
        return [one for one in await kept(tx, round_id) if one not in ids]

    async def standing_of_proxies(*given: Any) -> dict[UUID, ProxyState]:
        found = await standing(*given)
        back = {key: ProxyState.STANDS for key in found if str(key) in taken_back}
        return {**found, **back}

    patch.setattr(build, "round_facts", round_facts)
    patch.setattr(settle_counted, "ballots_of_elector", ballots_of_elector)
    patch.setattr(count_round, "_ballot_ids", ballot_ids)
    patch.setattr(elector_ballots, "standing_of_proxies", standing_of_proxies)


async def settle_again(assembly: Assembly) -> None:
    """The counted ballot of everybody, as the operator now has it."""
    async with assembly.database.transaction(write=True) as tx:
        await tx.enter(assembly.community_id)
        (round_,) = await tx.rows(rounds.select().where(rounds.c.id == assembly.round_id))
        mine = electors.select().where(electors.c.round_id == assembly.round_id)
        for elector in await tx.rows(mine):
            await settle_counted.settle_counted(tx, round_, elector["id"])


async def forged(
    assembly: Assembly, patch: pytest.MonkeyPatch, pick: Pick, folder: Path
) -> tuple[Path, str, list[Leaf]]:
    """An archive without what was picked; the round is over, and the count is as false as it."""
    left_out = pick(await said(assembly))
    assert left_out
    leave_out(patch, left_out)
    assembly.time.set(CLOSES, hours=9)
    await assembly.work()
    await settle_again(assembly)
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    return *await archive(assembly, folder), left_out


async def archive(assembly: Assembly, folder: Path) -> tuple[Path, str]:
    """As a resident downloads it, and the verifier key."""
    resident = await assembly.as_("resident")
    file = folder / "round.zip"
    file.write_bytes((await resident.get(f"{assembly.round}/archive")).content)
    return file, ok(await resident.get("checkpoint"))["verifier_key"]


def check(file: Path, key: str, *receipts: Path, heads: tuple[Path, ...] = ()) -> Proven:
    return check_archive(file, Held(key, receipts, heads), lambda _: None)


async def votes(assembly: Assembly) -> list[Any]:
    """Two vote, the second one twice; paper is recorded; two proxies vote, one was taken back."""
    await assembly.opened(questions=[question()])
    lines = await assembly.electors()
    second = await assembly.resident(1)
    done(await assembly.cast(await assembly.resident(0)))
    done(await assembly.cast(second, "oppose"))
    paper = done(await assembly.paper(lines[2], "oppose"))
    done(await assembly.confirm(paper["id"], "oppose"))
    for line, back in ((lines[3], False), (lines[4], True)):
        await by_proxy(assembly, line, back=back, answer=["agree"])
    done(await assembly.cast(second, "agree"))
    return lines


def middle(leaves: list[Leaf]) -> list[Leaf]:
    return of_kind(leaves, "ballot.cast")[1:2]


def last(leaves: list[Leaf]) -> list[Leaf]:
    return of_kind(leaves, "ballot.cast")[-1:]


def paper_and_confirmation(leaves: list[Leaf]) -> list[Leaf]:
    return of_kind(leaves, "ballot.recorded", "ballot.confirmed")


def revocation(leaves: list[Leaf]) -> list[Leaf]:
    return of_kind(leaves, "proxy_revocation.made")


def of_the_second(leaves: list[Leaf]) -> list[Leaf]:
    """The second elector's ballots: the second and the last that were cast."""
    return [of_kind(leaves, "ballot.cast")[index] for index in (1, -1)]


@pytest.mark.parametrize("pick", [middle, last, paper_and_confirmation, revocation, of_the_second])
async def test_what_is_left_out_is_named_by_its_number_where_everything_else_agrees(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pick: Pick
) -> None:
    await votes(assembly)
    file, key, left_out = await forged(assembly, monkeypatch, pick, tmp_path)
    named = ", ".join(leaf["number"] for leaf in left_out)
    with pytest.raises(TamperedError, match=f"number {named} of this round"):
        check(file, key)
    verify = "linli.commands.verify_archive.verify"
    monkeypatch.setattr(f"{verify}.check_numbers", lambda *_: True)
    assert check(file, key).result["ballots"]


async def test_an_earlier_closing_that_is_left_out_is_named(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    assembly.time.set(CLOSES, hours=1)
    await assembly.work()
    this = update(rounds).where(rounds.c.id == assembly.round_id)
    await assembly.execute(this.values(state="open"))
    assembly.time.set(CLOSES, hours=-1)
    done(await assembly.cast(voter))
    (closed,) = of_kind(await said(assembly), "ballot_round.closed")
    await note(assembly, round_fact("closed", None, assembly.round_id, clock.now()))
    await assembly.execute(this.values(state="closed"))
    file, key, _ = await forged(assembly, monkeypatch, lambda _: [closed], tmp_path)
    with pytest.raises(TamperedError, match=f"entry number {closed['number']} of this round"):
        check(file, key)


async def note(assembly: Assembly, draft: FactDraft) -> None:
    async with assembly.database.transaction(write=True) as tx:
        await tx.enter(assembly.community_id)
        record(tx, draft)


async def test_many_that_are_missing_are_not_all_named(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    for _ in range(13):
        done(await assembly.cast(voter))

    def pick(leaves: list[Leaf]) -> list[Leaf]:
        return of_kind(leaves, "ballot.cast")

    file, key, left_out = await forged(assembly, monkeypatch, pick, tmp_path)
    ten = ", ".join(leaf["number"] for leaf in left_out[:10])
    with pytest.raises(TamperedError, match=f"entries number {ten} … of this round are missing"):
        check(file, key)


# --- numbers that are not as they should be -------------------------------------------------------


async def test_an_entry_without_a_number_among_numbered_ones_is_named(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    kind = "deliberation.ballot_delivery.noted"
    about = ("ballot_round", assembly.round_id)
    await note(assembly, FactDraft(kind, None, *about, clock.now()))
    await assembly.published()
    with pytest.raises(TamperedError, match="carries no number of this round, as others do"):
        check(*await archive(assembly, tmp_path))


async def test_a_number_that_stands_twice_is_named(assembly: Assembly, tmp_path: Path) -> None:
    await assembly.opened()
    await repeat_a_number(assembly)
    await assembly.published()
    with pytest.raises(TamperedError, match="is number 3 of this round, but number 3 stands"):
        check(*await archive(assembly, tmp_path))


async def repeat_a_number(assembly: Assembly) -> None:
    """What is recorded next gets the number of what was recorded last."""
    s = table(FactSeries)
    mine = s.c.series == f"ballot_round:{assembly.round_id}"
    await assembly.execute(update(s).where(mine).values(size=s.c.size - 1))


async def test_a_round_of_before_there_were_numbers_is_proven_and_its_limit_is_said(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    async def never(*_: object) -> None:
        """Numbers nothing."""

    monkeypatch.setattr(draft_round, "open_series", never)
    await votes(assembly)
    await assembly.published()
    (remark,) = check(*await archive(assembly, tmp_path)).remarks
    assert "could not be noticed" in remark


async def test_the_archive_says_how_far_the_round_had_come(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    await assembly.counted()
    file = tmp_path / "counted.zip"
    file.write_bytes((await assembly.admin.get(f"{assembly.round}/archive")).content)
    key = ok(await assembly.admin.get("checkpoint"))["verifier_key"]
    assert "last counted; its entries are numbers 1 to 5" in check(file, key).remarks[0]
    done(await assembly.step("result-notice"))
    assert "last published" in check(*await archive(assembly, tmp_path)).remarks[0]
