"""What the log tells of signing in (ASVS 5.0: 16.3.1), and what it never tells (16.2.5)."""

from uuid import UUID

import httpx
import pytest
import structlog
from structlog.testing import LogCapture

from factories.identity import make_member, sign_in
from linli.identity.actions import sign_in as signing_in
from linli.kernel.db.database import Database


async def test_success_and_failure_are_logged_without_names_or_secrets(
    client: httpx.AsyncClient,
    database: Database,
    community_id: UUID,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = LogCapture()
    listening = structlog.wrap_logger(structlog.PrintLogger(), processors=[told])
    monkeypatch.setattr(signing_in, "log", listening)
    member = await make_member(database, community_id, "volunteer")
    await sign_in(client, member.login, "not the password")
    await sign_in(client, "a-name-nobody-has", "not the password")
    await sign_in(client, member.login)
    events = [(line["event"], line["account_id"]) for line in told.entries]
    known = str(member.account_id)
    assert events == [("login.failed", known), ("login.failed", None), ("login.succeeded", known)]
    everything = str(told.entries)
    secrets = [member.login, "a-name-nobody-has", "not the password", member.password, "王秀英"]
    assert not any(secret in everything for secret in secrets)
    assert client.cookies["__Host-linli"] not in everything
