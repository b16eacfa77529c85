"""An archive is held against receipts and heads that somebody kept."""

import subprocess
import sys
from pathlib import Path

import pytest

from deliberation.test_archive_left_out import (
    archive,
    check,
    forged,
    last,
    leave_out,
    note,
    of_kind,
    repeat_a_number,
    said,
)
from factories.ballots import Assembly, done, ok
from linli.commands.verify_archive.opened import TamperedError
from linli.commands.verify_file import verify
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.models import Fact
from linli.kernel.facts.note import sign_note


async def receipt(assembly: Assembly, item_id: str, folder: Path) -> Path:
    path = folder / f"{item_id}.tlog-proof"
    path.write_text((await assembly.admin.get(f"receipts/{item_id}/proof")).text)
    return path


async def test_a_ballot_numbered_like_another_from_the_start_is_noticed_by_its_receipt(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What the numbers cannot show: the operator meant to leave it out when it came in."""
    await assembly.opened()
    done(await assembly.cast(await assembly.resident(0)))
    mine = done(await assembly.cast(await assembly.resident(1), "oppose"))
    await repeat_a_number(assembly)
    kept = await receipt(assembly, mine["id"], tmp_path)
    file, key, _ = await forged(assembly, monkeypatch, last, tmp_path)
    check(file, key)
    index = mine["receipt"]["index"]
    with pytest.raises(TamperedError, match=f"entry {index} .* was acknowledged and is left out"):
        check(file, key, kept)


async def test_receipts_are_held_against_the_archive(assembly: Assembly, tmp_path: Path) -> None:
    await assembly.opened()
    mine = done(await assembly.cast(await assembly.resident(0)))
    other = done(await assembly.cast(await assembly.resident(1)))
    await assembly.published()
    file, key = await archive(assembly, tmp_path)
    kept = [await receipt(assembly, one["id"], tmp_path) for one in (mine, other)]
    told = check(file, key, *kept).remarks[1:]
    assert [remark.endswith("as it was acknowledged") for remark in told] == [True, True]


async def test_a_receipt_of_something_else_or_newer_than_the_archive_is_said_so(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    elsewhere = assembly.building.id
    await note(assembly, FactDraft("test.thing.done", None, "thing", elsewhere, clock.now()))
    await assembly.published()
    file, key = await archive(assembly, tmp_path)
    await assembly.taken_back("漏了一张纸票")
    done(await assembly.step("count"))
    result = (await assembly.rows(table(Fact), kind="deliberation.ballot_round.counted"))[-1]
    newer = await receipt(assembly, str(result["subject_id"]), tmp_path)
    other = await receipt(assembly, str(elsewhere), tmp_path)
    told = check(file, key, other, newer).remarks[1:]
    assert "is not about this round" in told[0]
    assert "is newer than the archive" in told[1]


async def test_a_file_that_is_no_receipt_is_named(assembly: Assembly, tmp_path: Path) -> None:
    await assembly.opened()
    await assembly.published()
    file, key = await archive(assembly, tmp_path)
    nothing = tmp_path / "holiday.jpg"
    nothing.write_bytes(b"\xff\xd8\xff")
    with pytest.raises(TamperedError, match=r"holiday.jpg cannot be read"):
        check(file, key, nothing)
    with pytest.raises(TamperedError, match=r"round.zip cannot be read"):
        check(file, key, heads=(file,))
    nothing.write_text("hello")
    with pytest.raises(TamperedError, match=r"holiday.jpg proves nothing"):
        check(file, key, nothing)


async def head(assembly: Assembly, path: Path) -> Path:
    path.write_text(ok(await assembly.admin.get("checkpoint"))["signed_note"])
    return path


async def test_heads_are_held_against_the_archive(assembly: Assembly, tmp_path: Path) -> None:
    await assembly.opened()
    older = await head(assembly, tmp_path / "older")
    await assembly.published()
    file, key = await archive(assembly, tmp_path)
    same = await head(assembly, tmp_path / "same")
    await assembly.taken_back("漏了一张纸票")
    newer = await head(assembly, tmp_path / "newer")
    told = check(file, key, heads=(older, same, newer)).remarks[1:]
    assert ["the log begins with" in remark for remark in told] == [True, True, False]
    assert "is older than this head" in told[2]


async def test_a_head_of_another_history_is_named(
    assembly: Assembly, database: Database, tmp_path: Path
) -> None:
    """Two histories under one key: the receipt's own head gives it away as well."""
    await assembly.opened()
    mine = done(await assembly.cast(await assembly.resident(0)))
    await assembly.published()
    file, key = await archive(assembly, tmp_path)
    name = key.split("+", maxsplit=1)[0]
    signing = database.keyring.signing_key(f"log {assembly.community_id}")
    forked = tmp_path / "forked"
    forked.write_text(sign_note(f"{name}\n3\n{'A' * 43}=\n", name, signing))
    with pytest.raises(TamperedError, match="history was rewritten"):
        check(file, key, heads=(forked,))
    kept = await receipt(assembly, mine["id"], tmp_path)
    kept.write_text(kept.read_text().partition("\n\n")[0] + "\n\n" + forked.read_text())
    with pytest.raises(TamperedError, match="history was rewritten"):
        check(file, key, kept)


async def test_both_command_lines_take_receipts_and_heads(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await assembly.opened()
    mine = done(await assembly.cast(await assembly.resident(0)))
    seen = await head(assembly, tmp_path / "seen")
    await assembly.published()
    file, key = await archive(assembly, tmp_path)
    kept = await receipt(assembly, mine["id"], tmp_path)
    against = ("--receipt", str(kept), "--head", str(seen), "--receipt", str(kept))
    for command in (("linli", "verify"), ("linli.commands.verify_archive",)):
        status, told = run(*command, str(file), key, *against)
        assert (status, told.count("as it was acknowledged")) == (0, 2), told
        assert told.count("the log begins with") == 1
    leave_out(monkeypatch, of_kind(await said(assembly), "ballot.cast"))
    file, key = await archive(assembly, tmp_path)
    for command in (("linli", "verify"), ("linli.commands.verify_archive",)):
        status, told = run(*command, str(file), key, *against)
        assert (status, told.startswith("NOT PROVEN: ")) == (1, True)


def run(module: str, *arguments: str) -> tuple[int, str]:
    """What a module answers to its command line."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


async def test_receipts_go_with_an_archive_only(assembly: Assembly, tmp_path: Path) -> None:
    await assembly.opened()
    mine = done(await assembly.cast(await assembly.resident(0)))
    kept = await receipt(assembly, mine["id"], tmp_path)
    key = ok(await assembly.admin.get("checkpoint"))["verifier_key"]
    with pytest.raises(SystemExit, match="go with an archive"):
        verify(kept, key, receipt=[kept])
