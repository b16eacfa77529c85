"""The operator's commands, as they are run."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from factories.identity import PASSWORD
from linli.cli import app_for
from linli.config import settings

PATIENCE = 30.0


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A server of the test's own."""
    return {**os.environ, "LINLI_DATA_FOLDER": str(tmp_path / "var"), "COLUMNS": "200"}


def linli(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "linli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def address(environment: dict[str, str]) -> Iterator[str]:
    """A running server on that database."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "linli", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:
        deadline = time.monotonic() + PATIENCE
        address = f"http://127.0.0.1:{port}"
        while not _answers(address):
            assert server.poll() is None, "the server ended"
            assert time.monotonic() < deadline, "the server does not answer"
        yield address
        server.terminate()
        assert server.wait(PATIENCE) in {0, -15}


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/healthz", timeout=1).is_success
    except httpx.TransportError:
        return False


def token_in(output: str) -> str:
    found = re.search(r"/#/invite/([\w-]{64})", output)
    assert found is not None, output
    return found[1]


def test_a_community_begins_with_a_command_and_a_link(
    environment: dict[str, str], address: str
) -> None:
    opened = linli(environment, "create-community", "怡景社区", "--admin", "陈主任")
    assert opened.returncode == 0, opened.stderr
    community_id = re.search(r"opened: ([\w-]{36})", opened.stdout)
    assert community_id is not None

    def accept(token: str, login: str) -> httpx.Response:
        body = {
            "token": token,
            "login": login,
            "display_name": "陈静",
            "password": PASSWORD,
            "device_name": "desk",
        }
        call = f"{address}/api/v1/invitation-acceptances"
        return httpx.post(call, json=body, headers={"X-Linli": "1"})

    (seat,) = accept(token_in(opened.stdout), "chenjing").json()["communities"]
    assert (seat["id"], seat["roles"][0]["role"]) == (community_id[1], "community_admin")

    invited = linli(environment, "invite", community_id[1], "李主任")
    assert accept(token_in(invited.stdout), "lizhuren").status_code == 200

    closed = linli(environment, "close-account", "chenjing")
    assert closed.returncode == 0
    body = {"login": "chenjing", "password": PASSWORD, "device_name": "desk"}
    answer = httpx.post(f"{address}/api/v1/session", json=body, headers={"X-Linli": "1"})
    assert answer.status_code == 401


@pytest.fixture
def here(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[CliRunner]:
    """Runs commands in this process, on that database."""
    monkeypatch.setenv("LINLI_DATA_FOLDER", environment["LINLI_DATA_FOLDER"])
    settings.cache_clear()
    yield CliRunner()
    settings.cache_clear()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["create-community", ""], "1 to 100 characters"),
        (["create-community", "x", "--time-zone", "Mars/Base"], "no such time zone"),
        (["invite", "01993b2e-7c00-7abc-8def-0123456789ab", "x"], "Not found"),
        (["close-account", "nobody"], "Not found"),
        (["close-account", "not a login"], "user name"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    here: CliRunner, arguments: list[str], words: str
) -> None:
    assert here.invoke(app_for(()), ["migrate"]).exit_code == 0
    refused = here.invoke(app_for(()), arguments)
    assert refused.exit_code != 0
    assert words in refused.output


def test_a_real_server_does_not_serve_a_demo_database(environment: dict[str, str]) -> None:
    assert linli(environment, "migrate").returncode == 0
    made_up = (
        "INSERT INTO account (id, display_name, login_index, login_masked, login_sealed,"
        " password_hash, password_set_at, language, demo, created_at, version)"
        " VALUES ('01993b2e-7c00-7abc-8def-0123456789ab', 'x', x'00', 'x', x'00',"
        " 'x', '2026-11-01', 'en', 1, '2026-11-01', 1)"
    )
    with sqlite3.connect(Path(environment["LINLI_DATA_FOLDER"]) / "linli.db") as database:
        database.execute(made_up)
    database.close()
    refused = linli(environment, "serve", "--port", "0")
    assert refused.returncode != 0
    assert "the database has demo accounts" in refused.stdout
