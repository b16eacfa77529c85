"""The archive of a round: recomputed offline, and every tampering named."""

import json
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from factories.ballots import CLOSES, Assembly, assembled, choice, code, done, ok, question
from factories.identity import make_member
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.opened import TamperedError, canonical, digest
from linli.commands.verify_archive.verify import check_archive
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

Files = dict[str, bytes]


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def vote_all_ways(assembly: Assembly) -> None:
    """Phones, changed votes, paper with a correction, a proxy taken back, a delivery."""
    await assembly.opened(questions=[question(), choice("a", "b", "c")])
    lines = await assembly.electors()
    voter = await assembly.resident(0)
    done(await assembly.cast(voter, ["oppose", "a"]))
    done(await assembly.cast(voter, ["agree", "b"]))
    done(await assembly.cast(await assembly.resident(1), ["agree", "b"]))
    wrong = done(await assembly.paper(lines[2], "oppose"))
    done(await assembly.confirm(wrong["id"], "oppose"))
    right = await assembly.paper(
        lines[2], corrects=wrong["id"], answers=assembly.answers(["agree", "b"])
    )
    again = {"id": str(new_id()), "answers": assembly.answers(["agree", "b"])}
    confirmation = f"{assembly.round}/paper-ballots/{done(right)['id']}/confirmation"
    done(await assembly.volunteer.post(confirmation, json=again))
    for line, back in ((lines[3], False), (lines[4], True)):
        await by_proxy(assembly, line, back=back)
    done(await assembly.deliver(5))


async def by_proxy(
    assembly: Assembly, line: Any, *, back: bool, answer: Sequence[str] = ("agree", "c")
) -> None:
    holder = await make_member(assembly.database, assembly.community_id, "resident")
    made = done(await assembly.proxy(line, holder.account_id))
    done(await assembly.cast(await assembly.signed_in(holder), answer))
    if back:
        path = f"{assembly.round}/proxies/{made['id']}/revocation"
        done(await assembly.lead.post(path, json={"id": str(new_id()), "reason": "本人回来了"}))


async def downloaded(assembly: Assembly, folder: Path) -> tuple[Path, str]:
    """The archive and the verifier key, as a resident gets them."""
    resident = await assembly.as_("resident")
    answer = await resident.get(f"{assembly.round}/archive")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    file = folder / "round.zip"
    file.write_bytes(answer.content)
    return file, ok(await resident.get("checkpoint"))["verifier_key"]


def quietly(said: str) -> None:
    assert said


async def test_the_archive_is_recomputed_by_bare_python_without_server_or_packages(
    assembly: Assembly, tmp_path: Path
) -> None:
    await vote_all_ways(assembly)
    await assembly.published()
    file, key = await downloaded(assembly, tmp_path)
    run = [sys.executable, "-I", "-S", "-c", _BARE, str(ROOT / "backend"), str(file), key]
    told = subprocess.run(run, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert "PROVEN: 电梯更新表决: 6 electors, 4 counted ballots" in told.stdout
    assert "took part: 4 of 6 heads; needed at least 2/3: met" in told.stdout
    assert "是否同意用维修资金更新电梯？: passed" in told.stdout
    assert "选哪个品牌？: passed (b)" in told.stdout


_BARE = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from linli.commands.verify_archive.__main__ import asked
from linli.commands.verify_archive.verify import verify_archive
sys.exit(verify_archive(*asked(sys.argv[2:])))
"""


async def test_the_verifier_and_the_server_agree_on_everything(
    assembly: Assembly, tmp_path: Path
) -> None:
    await vote_all_ways(assembly)
    result = await assembly.published()
    file, key = await downloaded(assembly, tmp_path)
    found = check_archive(file, Held(key), quietly)
    assert found.notice["round"] == str(assembly.round_id)
    assert digest(found.result) == result["digest"]
    first, second = result["questions"]
    assert first["counts"]["unreturned"]["heads"] == 1
    assert first["counts"]["undelivered"]["heads"] == 1
    assert second["counts"]["b"]["heads"] == 3


async def test_the_archive_names_nobody_and_the_same_log_gives_the_same_bytes(
    assembly: Assembly, tmp_path: Path
) -> None:
    await vote_all_ways(assembly)
    await assembly.published()
    file, _ = await downloaded(assembly, tmp_path)
    first = file.read_bytes()
    again, _ = await downloaded(assembly, tmp_path)
    assert again.read_bytes() == first
    whole = b"".join(contents(file).values()).decode(errors="replace")
    for secret in ("业主0", "1-1-101", *map(str, assembly.owners)):
        assert secret not in whole
    for household in assembly.building.household_ids:
        assert str(household) not in whole


async def test_no_entry_tells_which_account_cast_a_ballot_on_the_phone(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.opened()
    done(await assembly.cast(await assembly.resident(0)))
    await assembly.published()
    file, _ = await downloaded(assembly, tmp_path)
    facts = [json.loads(line) for line in contents(file)["facts.jsonl"].splitlines()]
    (cast,) = [json.loads(fact["leaf"]) for fact in facts if "ballot.cast" in fact["leaf"]]
    assert "actor" not in cast
    assert "agree" not in json.dumps(cast)


async def test_doors_stand_in_the_archive_only_where_the_procedure_lists_choices(
    assembly: Assembly, tmp_path: Path
) -> None:
    await assembly.use_profile("choices_listed")
    await assembly.opened()
    done(await assembly.cast(await assembly.resident(0)))
    await assembly.published()
    file, key = await downloaded(assembly, tmp_path)
    doors = json.loads(contents(file)["households.json"])
    assert min(doors.values()) == "1-1-101"
    check_archive(file, Held(key), quietly)


async def test_there_is_no_archive_before_the_result_is_out(assembly: Assembly) -> None:
    await assembly.opened()
    resident = await assembly.as_("resident")
    assert code(await resident.get(f"{assembly.round}/archive")) == (404, "not_found")
    await assembly.counted()
    assert code(await resident.get(f"{assembly.round}/archive")) == (404, "not_found")
    assert (await assembly.admin.get(f"{assembly.round}/archive")).status_code == 200


# --- tampering ------------------------------------------------------------------------------------


def contents(file: Path) -> Files:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def edit(files: Files, name: str, change: Callable[[Any], None]) -> None:
    document = json.loads(files[name])
    change(document)
    files[name] = canonical(document)


def edit_lines(files: Files, name: str, change: Callable[[list[Any]], None]) -> None:
    documents = [json.loads(line) for line in files[name].splitlines()]
    change(documents)
    files[name] = b"".join(canonical(document) + b"\n" for document in documents)


def heavier(files: Files) -> None:
    edit(files, "electorate.json", lambda e: e["electors"][0].update(area_dm2="9950"))


def weights_swapped(files: Files) -> None:
    def swap(electorate: Any) -> None:
        first, second, *_ = electorate["electors"]
        first["area_dm2"], second["area_dm2"] = "8951", "8949"

    edit(files, "electorate.json", swap)


def elector_gone(files: Files) -> None:
    edit(files, "electorate.json", lambda e: e["electors"].pop())


def elector_more(files: Files) -> None:
    one = {"elector": "0000-0000-0000", "area_dm2": "1", "units": []}
    edit(files, "electorate.json", lambda e: e["electors"].append(one))


def easier_rule(files: Files) -> None:
    def ease(notice: Any) -> None:
        notice["questions"][0]["rule"][0].update(numerator="1")

    edit(files, "round.json", ease)


def easier_frozen_rule(files: Files) -> None:
    def ease(electorate: Any) -> None:
        next(iter(electorate["rules"].values()))[0].update(numerator="1")

    edit(files, "electorate.json", ease)


def other_question(files: Files) -> None:
    edit(files, "round.json", lambda n: n["questions"][0].update(words="别的问题"))


def other_answer(files: Files) -> None:
    def change(lines: list[Any]) -> None:
        answers = lines[0]["answers"]
        answers[next(iter(answers))] = "oppose"

    edit_lines(files, "ballots.jsonl", change)


def answer_hidden(files: Files) -> None:
    edit_lines(files, "ballots.jsonl", lambda lines: lines.pop())


def old_ballot_counted(files: Files) -> None:
    def put_back(lines: list[Any]) -> None:
        lines.append({**lines[0], "ballot": str(new_id())})

    edit_lines(files, "ballots.jsonl", put_back)


def ballot_gone(files: Files) -> None:
    def drop(lines: list[Any]) -> None:
        cast = next(line for line in lines if "ballot.cast" in line["leaf"])
        lines.remove(cast)

    edit_lines(files, "facts.jsonl", drop)


def ballot_moved(files: Files) -> None:
    def move(lines: list[Any]) -> None:
        cast = next(line for line in lines if "ballot.cast" in line["leaf"])
        said = json.loads(cast["private"])
        cast["private"] = canonical(
            {**said, "cast_at": "2026-11-26T00:00:00.000000+00:00"}
        ).decode()

    edit_lines(files, "facts.jsonl", move)


def confirmation_forged(files: Files) -> None:
    def forge(lines: list[Any]) -> None:
        line = next(line for line in lines if "ballot.confirmed" in line["leaf"])
        leaf = json.loads(line["leaf"])
        leaf["public"]["ballot"] = str(new_id())
        line["leaf"] = canonical(leaf).decode()

    edit_lines(files, "facts.jsonl", forge)


def result_changed(files: Files) -> None:
    def change(result: Any) -> None:
        result["questions"][0]["counts"]["agree"]["heads"] = "5"

    edit(files, "result.json", change)


def outcome_changed(files: Files) -> None:
    edit(files, "result.json", lambda r: r["questions"][0]["returned"].update(outcome="failed"))


def result_of_another_round(files: Files) -> None:
    edit(files, "result.json", lambda r: r.update(round=str(new_id())))


def result_with_a_note(files: Files) -> None:
    edit(files, "result.json", lambda r: r.update(note="x"))


def proof_broken(files: Files) -> None:
    files["leaf-hashes.bin"] = (
        bytes([files["leaf-hashes.bin"][0] ^ 1]) + files["leaf-hashes.bin"][1:]
    )


def proof_short(files: Files) -> None:
    files["leaf-hashes.bin"] = files["leaf-hashes.bin"][:-32]


def signature_false(files: Files) -> None:
    note = files["checkpoint.txt"].decode()
    text, _, signature = note.rpartition(" ")
    files["checkpoint.txt"] = f"{text} {signature[:10]}AAAA{signature[14:]}".encode()


def root_changed(files: Files) -> None:
    origin, size, root, *rest = files["checkpoint.txt"].decode().split("\n")
    other = ("B" if root[0] == "A" else "A") + root[1:]
    files["checkpoint.txt"] = "\n".join([origin, size, other, *rest]).encode()


def file_missing(files: Files) -> None:
    del files["electorate.json"]


def file_unreadable(files: Files) -> None:
    files["result.json"] = b"{"


def unreturned_more(files: Files) -> None:
    def add(listed: Any) -> None:
        electorate = json.loads(files["electorate.json"])
        listed["electors"] = sorted(one["elector"] for one in electorate["electors"])

    edit(files, "unreturned.json", add)


TAMPERINGS: list[tuple[Callable[[Files], None], str]] = [
    (unreturned_more, "unreturned.json is not the list that was recorded when it was counted"),
    (heavier, "a weight was changed: the areas add up to 54700 dm², 53700 dm² were frozen"),
    (weights_swapped, "the electorate is not the one that was frozen"),
    (elector_gone, "an elector was removed: 5 stand in the archive, 6 were frozen"),
    (elector_more, "an elector was added: 7 stand in the archive, 6 were frozen"),
    (easier_rule, "a question, a rule or a date in round.json is not what was put on notice"),
    (easier_frozen_rule, "a rule in electorate.json is not the one of the notice"),
    (other_question, "a question, a rule or a date in round.json is not what was put on notice"),
    (other_answer, "the answers of ballot"),
    (answer_hidden, "counts, but its answers are missing"),
    (old_ballot_counted, "stands there but does not count"),
    (ballot_gone, "a ballot was removed: 6 stand in the archive, 7 had come in"),
    (ballot_moved, "(deliberation.ballot.cast) says in private was changed"),
    (confirmation_forged, "(deliberation.ballot.confirmed) is not what the signed log holds"),
    (result_changed, "the result of “是否同意用维修资金更新电梯？” was changed"),
    (
        outcome_changed,
        "the result of “是否同意用维修资金更新电梯？” does not follow from its counts",
    ),
    (result_of_another_round, "the result is of another round or electorate"),
    (result_with_a_note, "the result is not the one that was recorded when it was counted"),
    (proof_broken, "the proof is broken"),
    (proof_short, "were signed"),
    (signature_false, "the checkpoint does not prove anything: the signature is false"),
    (root_changed, "the checkpoint does not prove anything: the signature is false"),
    (file_missing, "electorate.json is missing from the archive"),
    (file_unreadable, "result.json cannot be read"),
]


async def test_every_tampering_is_named_by_the_verifier(assembly: Assembly, tmp_path: Path) -> None:
    await vote_all_ways(assembly)
    await assembly.published()
    file, key = await downloaded(assembly, tmp_path)
    told = {}
    for tamper, _ in TAMPERINGS:
        files = contents(file)
        tamper(files)
        other = tmp_path / "tampered.zip"
        with zipfile.ZipFile(other, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        with pytest.raises(TamperedError) as named:
            check_archive(other, Held(key), quietly)
        told[tamper.__name__] = str(named.value)
    wanted = {tamper.__name__: sentence for tamper, sentence in TAMPERINGS}
    assert {name: said for name, said in told.items() if wanted[name] not in said} == {}


async def test_the_key_of_another_community_proves_nothing(
    assembly: Assembly, tmp_path: Path, database: Database, config: Settings
) -> None:
    await assembly.opened()
    await assembly.published()
    file, _ = await downloaded(assembly, tmp_path)
    async with assembled(database, config) as other:
        key = ok(await other.admin.get("checkpoint"))["verifier_key"]
    with pytest.raises(TamperedError, match="does not prove anything"):
        check_archive(file, Held(key), quietly)


async def test_official_figures_are_proven_too(assembly: Assembly, tmp_path: Path) -> None:
    await assembly.opened(mode="official_import")
    assembly.time.set(CLOSES, hours=1)
    await assembly.work()
    figures = {"agree": {"heads": 4, "area_dm2": 40000}, "oppose": {"heads": 2, "area_dm2": 13700}}
    assert done(await assembly.official(figures))["reference"] == "2026-118"
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    file, key = await downloaded(assembly, tmp_path)
    result = check_archive(file, Held(key), quietly).result
    assert (result["source"], result["questions"][0]["returned"]["outcome"]) == (
        "official",
        "passed",
    )
    files = contents(file)
    edit(files, "official.json", lambda f: next(iter(f.values()))["agree"].update(heads="5"))
    other = tmp_path / "tampered.zip"
    with zipfile.ZipFile(other, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    with pytest.raises(TamperedError, match="official figures are not those"):
        check_archive(other, Held(key), quietly)
