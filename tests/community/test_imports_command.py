"""``linli import``, as the operator runs it, on both databases."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from typer.testing import CliRunner

from conftest import KEYRING
from factories.community import make_community
from factories.roster_import import DATA
from linli.cli import app_for
from linli.community.files import read_workbook
from linli.config import settings
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

ROSTER = str(DATA / "roster.xlsx")


@pytest.fixture
async def community_id(database: Database) -> UUID:
    return await make_community(database)


@pytest.fixture(autouse=True)
def environment(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    key = tmp_path / "master.key"
    key.write_text(KEYRING._master.hex())
    monkeypatch.setenv("LINLI_DATABASE_URL", database_url)
    monkeypatch.setenv("LINLI_MASTER_KEY_FILE", str(key))
    monkeypatch.setenv("COLUMNS", "200")
    settings.cache_clear()
    yield
    settings.cache_clear()


def linli_import(*arguments: str) -> str:
    result = CliRunner().invoke(app_for(["import"]), ["import", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def figure(output: str, meaning: str) -> int:
    found = re.search(rf"^\s*(\d+)\s+{meaning}", output, re.MULTILINE)
    assert found is not None, output
    return int(found[1])


def test_without_apply_it_only_tells(community_id: UUID) -> None:
    first, again = [linli_import(ROSTER, "--community", str(community_id)) for _ in range(2)]
    assert figure(first, "households to create") == 1012
    assert "Nothing was written" in first
    assert figure(again, "households to create") == 1012


def test_with_apply_it_writes_once(community_id: UUID) -> None:
    arguments = (ROSTER, "--community", str(community_id), "--apply")
    first, again = [linli_import(*arguments) for _ in range(2)]
    assert figure(first, "households to create") == 1012
    assert "It has been applied" in first
    assert figure(again, "households to create") == 0
    assert figure(again, "left alone") == 1012


def test_it_tells_why_rows_wait_and_saves_them_without_quoting_names(
    community_id: UUID, tmp_path: Path
) -> None:
    refused = tmp_path / "refused.xlsx"
    arguments = (ROSTER, "--community", str(community_id), "--refused", str(refused))
    output = linli_import(*arguments)
    assert "花名册, row 1033, column E: The area is not a number" in output
    assert "陈建" not in output
    (sheet,) = read_workbook(refused.read_bytes(), "refused.xlsx")
    assert len(sheet.rows) == 1 + 5


def test_a_community_that_is_not_there_is_refused() -> None:
    result = CliRunner().invoke(app_for(()), ["import", ROSTER, "--community", str(new_id())])
    assert result.exit_code == 1
    assert "Not found" in result.output


def test_a_file_that_is_no_roster_is_refused(community_id: UUID, tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"PK\x03\x04")
    result = CliRunner().invoke(
        app_for(()), ["import", str(file), "--community", str(community_id)]
    )
    assert result.exit_code == 1
    assert "Broken file" in result.output
