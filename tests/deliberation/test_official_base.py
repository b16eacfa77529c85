"""The figures of the official system tell of everybody who may vote, or they are not taken."""

import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from factories.ballots import (
    CLOSES,
    PAPER,
    PAPER_FILE,
    Assembly,
    assembled,
    code,
    done,
    field_error,
    ok,
)
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.opened import TamperedError
from linli.commands.verify_archive.verify import check_archive
from linli.config import Settings
from linli.deliberation.actions.ballots import import_official
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

WHOLE = {
    "agree": {"heads": 1, "area_dm2": 8_950},
    "undelivered": {"heads": 5, "area_dm2": 44_750},
}


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        await made.opened(mode="official_import")
        made.time.set(CLOSES, hours=1)
        await made.work()
        yield made


async def brought_in(assembly: Assembly, counts: dict[str, Any]) -> httpx.Response:
    return await assembly.official(counts)


@pytest.mark.parametrize(
    "changed",
    [
        {"undelivered": {"heads": 0, "area_dm2": 0}},
        {"undelivered": {"heads": 4, "area_dm2": 44_750}},
        {"undelivered": {"heads": 5, "area_dm2": 44_749}},
        {"oppose": {"heads": 1, "area_dm2": 0}},
    ],
)
async def test_figures_that_leave_out_or_add_electors_are_refused(
    assembly: Assembly, changed: dict[str, Any]
) -> None:
    refused = await brought_in(assembly, {**WHOLE, **changed})
    assert field_error(refused) == ("/questions/0/counts", "not_the_electorate")
    assert "53700" in refused.json()["errors"][0]["message"]


async def test_one_vote_of_six_is_no_quorum_in_the_official_mode_either(
    assembly: Assembly,
) -> None:
    done(await brought_in(assembly, WHOLE))
    done(await assembly.step("count"))
    returned = (await assembly.result())["questions"][0]["returned"]
    assert returned["electorate"] == {"heads": 6, "area_dm2": 53_700}
    assert returned["outcome"] == "no_quorum"


async def test_the_verifier_refuses_official_figures_of_a_smaller_electorate(
    assembly: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As an operator would do it who takes the server's own check away."""
    monkeypatch.setattr(import_official, "_check_whole", lambda *_: None, raising=False)
    done(await brought_in(assembly, {"agree": {"heads": 1, "area_dm2": 1}}))
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    resident = await assembly.as_("resident")
    file = tmp_path / "round.zip"
    file.write_bytes((await resident.get(f"{assembly.round}/archive")).content)
    assert "official.json" in zipfile.ZipFile(file).namelist()
    key = ok(await resident.get("checkpoint"))["verifier_key"]
    with pytest.raises(TamperedError, match="add up to 1 heads and 1 dm², 6 and 53700 were frozen"):
        check_archive(file, Held(key), lambda _: None)


async def test_official_figures_are_counted_by_another_person_once_their_document_is_here(
    assembly: Assembly,
) -> None:
    figures = {"agree": {"heads": 6, "area_dm2": 53700}}
    path = f"{assembly.round}/official-result"
    assert code(await assembly.admin.get(path)) == (404, "not_found")
    typist = await assembly.as_("community_admin")
    done(await assembly.official(figures, by=typist, arrives=False))
    assert code(await assembly.step("count")) == (409, "official_document_missing")
    await assembly.send_file(typist, PAPER_FILE, PAPER)
    mine = ok(await typist.get(path))
    assert (mine["mine"], mine["document_here"]) == (True, True)
    counting = {"id": str(new_id())}
    refused = await typist.post(f"{assembly.round}/count", json=counting)
    assert code(refused) == (403, "other_counts_official")
    assert "count" not in ok(await typist.get(assembly.round))["may"]
    read = ok(await assembly.admin.get(path))
    assert read["counts"][assembly.questions[0]]["agree"] == figures["agree"]
    assert "count" in (await assembly.read())["may"]
    done(await assembly.step("count"))
