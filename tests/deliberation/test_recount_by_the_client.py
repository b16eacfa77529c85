"""The client's own recount: agrees with the server, and names what was changed."""

import json
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from deliberation.test_archive_order import counted_again
from deliberation.test_ballot_archive import (
    Files,
    contents,
    downloaded,
    edit,
    edit_lines,
    vote_all_ways,
)
from deliberation.test_on_the_phone import FRONTEND, on_the_phone
from factories.ballots import Assembly, assembled, done, ok
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.opened import digest
from linli.commands.verify_archive.tally import OUTSIDE, result_of
from linli.commands.verify_archive.verify import check_archive
from linli.config import Settings
from linli.deliberation.actions.ballots import draft_round
from linli.deliberation.queries.ballots.archive.pack import pack
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

PROGRAM = f"""
import {{ readFileSync }} from 'node:fs';
import {{ recount }} from '{FRONTEND}/lib/recount/recount.js';
const {{ buffer, byteOffset, byteLength }} = readFileSync(process.argv[1]);
const shown = JSON.parse(process.argv[2]);
const archive = buffer.slice(byteOffset, byteOffset + byteLength);
console.log(JSON.stringify(await recount(crypto.subtle, archive, shown)));
"""


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


def recounted(file: Path, key: str, result: str, **kept: Any) -> dict[str, Any]:
    """Each check's finding, and what differs, as the client computes them."""
    shown = {"key": key, "result": result, "state": "on_notice", "receipts": [], **kept}
    command = ["node", "--no-warnings", "--input-type=module", "--eval", PROGRAM, str(file)]
    told = subprocess.run(
        [*command, json.dumps(shown)], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    return {step["check"]: (step["found"], step["what"]) for step in json.loads(told.stdout)}


def wrong(found: dict[str, Any]) -> set[str]:
    return {check for check, (finding, _) in found.items() if finding == "wrong"}


def more_votes(files: Files) -> None:
    def change(result: Any) -> None:
        result["questions"][0]["counts"]["agree"]["heads"] = "6"

    edit(files, "result.json", change)


def another_answer(files: Files) -> None:
    def change(lines: list[Any]) -> None:
        question = min(lines[0]["answers"])
        lines[0]["answers"][question] = "abstain"

    edit_lines(files, "ballots.jsonl", change)


def ballot_left_out(files: Files) -> None:
    def change(lines: list[Any]) -> None:
        lines.remove(next(line for line in lines if "ballot.cast" in line["leaf"]))

    edit_lines(files, "facts.jsonl", change)


def heavier(files: Files) -> None:
    edit(files, "electorate.json", lambda e: e["electors"][0].update(area_dm2="9950"))


def easier_rule(files: Files) -> None:
    def change(notice: Any) -> None:
        notice["questions"][0]["rule"][0]["numerator"] = "1"

    edit(files, "round.json", change)


def rewritten_log(files: Files) -> None:
    hashes = files["leaf-hashes.bin"]
    files["leaf-hashes.bin"] = bytes([hashes[0] ^ 1]) + hashes[1:]


def other_root(files: Files) -> None:
    lines = files["checkpoint.txt"].split(b"\n")
    lines[2] = b"A" * 43 + b"="
    files["checkpoint.txt"] = b"\n".join(lines)


def more_unreturned(files: Files) -> None:
    edit(files, "unreturned.json", lambda listed: listed["electors"].append("0000-0000-0000"))


def gone(files: Files) -> None:
    del files["electorate.json"]


TAMPERINGS = {
    "a result with more votes": (more_votes, "counts"),
    "another answer in a ballot": (another_answer, "answers"),
    "a ballot left out": (ballot_left_out, "complete"),
    "a heavier elector": (heavier, "electorate"),
    "an easier rule": (easier_rule, "notice"),
    "a rewritten log": (rewritten_log, "root"),
    "another root than was signed": (other_root, "signature"),
    "more that were brought and did not come back": (more_unreturned, "complete"),
    "a missing file": (gone, "readable"),
}


async def test_the_client_and_the_server_agree_and_each_tampering_is_named(
    assembly: Assembly, tmp_path: Path
) -> None:
    await vote_all_ways(assembly)
    result = await assembly.published()
    file, key = await downloaded(assembly, tmp_path)
    found = recounted(file, key, result["digest"])
    nothing_kept = {check for check, (finding, _) in found.items() if finding == "none"}
    assert nothing_kept == {"head", "receipts"}
    assert {finding for finding, _ in found.values()} == {"good", "none"}, found
    assert list(found)[-1] == "result"
    whole = contents(file)
    for name, (tamper, check) in TAMPERINGS.items():
        files = dict(whole)
        tamper(files)
        file.write_bytes(pack(files))
        assert check in wrong(recounted(file, key, result["digest"])), name


async def test_another_result_on_the_screen_than_in_the_archive_is_named(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    await assembly.published()
    file, key = await downloaded(assembly, tmp_path)
    assert wrong(recounted(file, key, digest({"other": "result"}))) == {"result"}


async def test_left_out_entries_are_named_by_number_step_receipt_and_head(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    mine = [done(await assembly.cast(voter, answer))["receipt"] for answer in ("oppose", "agree")]
    head = ok(await assembly.admin.get("checkpoint"))
    result = await assembly.published()
    file, key = await downloaded(assembly, tmp_path)

    def told(**kept: Any) -> dict[str, Any]:
        found = recounted(file, key, result["digest"], **{"head": head, "receipts": mine, **kept})
        return {check: found[check] for check in ("numbers", "state", "head", "receipts")}

    assert {finding for finding, _ in told().values()} == {"good"}
    assert told(state="final")["state"] == ("wrong", ["on_notice"])
    assert told(head={**head, "root_hash": "A" * 43 + "="})["head"][0] == "wrong"
    assert told(head={**head, "size": 1000})["head"][0] == "older"
    assert told(head={**head, "epoch": str(new_id())})["head"][0] == "none"
    other = {**mine[0], "leaf_hash": "A" * 43 + "="}
    assert told(receipts=[other])["receipts"] == ("wrong", [str(other["index"])])
    assert told(receipts=[{**other, "index": 1000}])["receipts"] == ("older", ["1000"])
    assert told(receipts=[{**other, "epoch": str(new_id())}])["receipts"] == ("none", [])
    files = contents(file)
    edit_lines(files, "facts.jsonl", lambda lines: lines.pop(4))
    file.write_bytes(pack(files))
    assert told()["numbers"] == ("wrong", ["5"])
    assert told()["receipts"] == ("wrong", [str(mine[1]["index"])])


async def test_a_round_without_numbers_is_told_apart_from_one_with_a_gap(
    assembly: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        """Numbers nothing."""

    monkeypatch.setattr(draft_round, "open_series", never)
    await assembly.opened()
    result = await assembly.published()
    file, key = await downloaded(assembly, tmp_path)
    found = recounted(file, key, result["digest"])
    assert (found["numbers"], found["objections"]) == (("none", []), ("none", []))


async def test_late_papers_are_counted_again_by_the_client(
    assembly: Assembly, tmp_path: Path
) -> None:
    await counted_again(assembly)
    result = await assembly.result()
    file, key = await downloaded(assembly, tmp_path)
    assert wrong(recounted(file, key, result["digest"])) == set()
    files = contents(file)
    edit(files, "result.json", lambda told: told.update(late_papers="2"))
    file.write_bytes(pack(files))
    assert recounted(file, key, result["digest"])["counts"] == ("wrong", ["2 ≠ 1"])


def a_question(chance: Random) -> Any:
    """Some question under some rule."""
    approval = chance.choice([("1", "2", "true"), ("3", "4", "false")])
    rule = [_row("participation", ("2", "3", "false"), basis) for basis in BASES]
    rule += [_row("approval", approval, basis) for basis in BASES]
    options = [{"key": key} for key in "abcd"[: chance.choice([0, 2, 4])]]
    kind = "choice" if options else "yes_no"
    return {
        "question": "q",
        "kind": kind,
        "preset": "p",
        "options": options,
        "rule": chance.choice([rule, rule, []]),
    }


BASES = ("heads", "area")


def _row(of: str, fraction: tuple[str, str, str], basis: str) -> dict[str, str]:
    numerator, denominator, strict = fraction
    row = {"of": of, "basis": basis, "numerator": numerator}
    return {**row, "denominator": denominator, "strict": strict}


def some_counts(chance: Random, question: Any) -> Any:
    """Small numbers, so that ties and exact thresholds come up often."""
    keys = [one["key"] for one in question["options"]] or ["agree"]
    outside = {name: (chance.randrange(3), 100 * chance.randrange(3)) for name in OUTSIDE}
    cast = [*keys, "oppose", "abstain"]
    return {**{key: (n := chance.randrange(5), 100 * n) for key in cast}, **outside}


def test_thresholds_ranks_and_run_offs_are_the_same_in_both_languages() -> None:
    chance = Random(278)  # noqa: S311 - the same cases every time
    questions = [a_question(chance) for _ in range(400)]
    cases = [(one, some_counts(chance, one), chance.random() < HALF) for one in questions]
    given = [
        {"question": question, "clause": clause, "counts": _told(counts)}
        for question, counts, clause in cases
    ]
    again = on_the_phone(TALLY, given)
    expected = [result_of(question, counts, clause=clause) for question, counts, clause in cases]
    assert again == expected
    assert {one["returned"]["outcome"] for one in again} == OUTCOMES


HALF = 0.5
OUTCOMES = {"reported", "no_quorum", "passed", "failed"}
TALLY = f"""
const {{ resultOf, readCounts }} = await import('{FRONTEND}/lib/recount/tally.js');
const told = given.map((one) => resultOf(one.question, readCounts(one.counts), one.clause));
console.log(JSON.stringify(told));
"""


def _told(counts: Any) -> Any:
    return {
        key: {"heads": str(heads), "area_dm2": str(area)} for key, (heads, area) in counts.items()
    }


async def test_both_count_what_was_brought_with_a_photo_and_one_that_comes_later_parts_nothing(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    done(await assembly.deliver(0))
    done(await assembly.deliver(1, arrives=False))
    done(await assembly.deliver(2, attachments=[]))
    shown = await assembly.published()
    await assembly.send_delivery_photo()
    file, key = await downloaded(assembly, tmp_path)
    assert len(json.loads(contents(file)["unreturned.json"])["electors"]) == 1
    (judged,) = check_archive(file, Held(key), lambda _: None).result["questions"]
    assert judged["counts"]["unreturned"]["heads"] == "1"
    assert not wrong(recounted(file, key, shown["digest"]))
