"""What the log tells of refusals, and that nobody writes lines of their own into it.

ASVS 5.0: 16.2.5, 16.3.2, 16.4.1.
"""

import json
import logging
from typing import Any

import pytest
import structlog
from fastapi import FastAPI
from structlog.stdlib import ProcessorFormatter

from kernel.conftest import Member
from kernel.test_sync import item, send
from linli.kernel.ids import new_id

FORGED = 'x\r\n{"event": "login.succeeded"}\n\x1b[2J\u2028'


def told(capsys: pytest.CaptureFixture[str], event: str) -> list[dict[str, Any]]:
    lines = capsys.readouterr().out.split("\n")
    return [each for each in (json.loads(line) for line in lines if line) if each["event"] == event]


@pytest.mark.parametrize(
    ("roles", "status"), [(("resident",), 403), ((), 404)], ids=["a member", "a stranger"]
)
async def test_who_was_refused_what_is_logged_by_id(
    volunteer: Member, capsys: pytest.CaptureFixture[str], roles: tuple[str, ...], status: int
) -> None:
    volunteer.authenticator.members[volunteer.account_id, volunteer.community_id] = roles
    body = {"id": str(new_id()), "words": "13800000000"}
    answer = await volunteer.call("POST", "/notes", json=body)
    assert answer.status_code == status
    (line,) = told(capsys, "access.refused")
    assert line["account_id"] == str(volunteer.account_id)
    assert line["request_id"] == answer.headers["x-request-id"]
    assert line["route"] == "/api/v1/communities/{community_id}/notes"
    assert (line["code"], line["level"]) == ("forbidden", "warning")
    everything = str(line)
    assert "13800000000" not in everything
    assert str(volunteer.community_id) not in everything


async def test_a_refusal_inside_a_batch_is_logged_once_by_id(
    volunteer: Member, capsys: pytest.CaptureFixture[str]
) -> None:
    volunteer.authenticator.members[volunteer.account_id, volunteer.community_id] = ("resident",)
    results = (await send(volunteer, item("13800000000"), item(), {"kind": "note"}))["results"]
    assert [each["problem"]["status"] for each in results] == [403, 403, 422]
    (line,) = told(capsys, "access.refused")
    assert line["account_id"] == str(volunteer.account_id)
    assert line["route"] == "/api/v1/communities/{community_id}/sync"
    assert "13800000000" not in str(line)


async def test_what_is_simply_not_there_is_no_refusal(
    volunteer: Member, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = await volunteer.call("GET", f"/receipts/{new_id()}")
    assert answer.status_code == 404
    assert told(capsys, "access.refused") == []


def test_nobody_writes_a_line_of_their_own(
    app: FastAPI, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app  # it has set up the logs
    structlog.get_logger("test").info("told", name=FORGED)
    (ours,) = [
        handler.formatter
        for handler in logging.getLogger().handlers
        if isinstance(handler.formatter, ProcessorFormatter)
    ]
    of_a_library = logging.LogRecord("uvicorn.error", 30, "", 0, "told %s", (FORGED,), None)
    for line in (capsys.readouterr().out.rstrip("\n"), ours.format(of_a_library)):
        assert not {"\n", "\r", "\x1b"} & set(line)
        assert FORGED in json.loads(line).values() or json.loads(line)["event"] == f"told {FORGED}"


async def test_a_method_of_ones_own_making_is_one_line_and_no_new_figure(
    volunteer: Member, capsys: pytest.CaptureFixture[str]
) -> None:
    await volunteer.call('GET"}\\n{"event": "forged', "/notes")
    assert told(capsys, "forged") == []
    figures = (await volunteer.client.get("/metrics")).text
    assert "forged" not in figures
    assert 'method="other"' in figures
