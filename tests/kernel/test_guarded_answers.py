"""Every kind of answer carries what browsers must be told (ASVS 5.0: 3.4.1 to 3.4.6, 4.1.1).

The kinds are made on a server that keeps notes; the routes of the product are walked in
tests/architecture/test_answers.py.
"""

from collections.abc import AsyncIterator, Callable

import httpx
import pytest
from fastapi import FastAPI

from fixtures.notes import note_parts
from kernel.conftest import Member
from kernel.test_attachments import picture, put, sha, slot
from kernel.test_server import JSON
from kernel.test_sync import item, send
from linli.config import Settings
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.ids import new_id
from linli.kernel.server import create_server

KINDS = {
    "application/json",
    "application/octet-stream",
    "application/problem+json",
    "image/jpeg",
    "text/html; charset=utf-8",
    "text/plain; charset=utf-8",
    "text/plain; version=0.0.4; charset=utf-8",
}


def assert_guarded(answer: httpx.Response) -> None:
    headers = answer.headers
    policy = {part.strip() for part in headers["content-security-policy"].split(";")}
    wanted = {"default-src 'none'", "object-src 'none'", "base-uri 'none'"}
    assert wanted | {"frame-ancestors 'none'"} <= policy, answer
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert not [name for name in headers if name.startswith("access-control-")]
    assert headers["x-request-id"]
    assert headers["cache-control"]
    if answer.content:
        assert headers["content-type"] in KINDS


@pytest.fixture
async def over_https(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """As behind the front door."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="https://localhost") as made:
        yield made


async def answers_of_all_kinds(member: Member) -> AsyncIterator[httpx.Response]:
    note = {"id": str(new_id()), "words": "a"}
    for body in (note, note, {**note, "words": "b"}, {}):
        yield await member.call("POST", "/notes", json=body)
    for content in (b"{", b" " * 1_000_001):
        yield await member.call("POST", "/sync", content=content, headers=JSON)
    for _ in range(2):
        key = {"Idempotency-Key": "kinds"}
        yield await member.call("POST", "/notes/counting", json={"words": "a"}, headers=key)
    path, words = f"/notes/{note['id']}", {"words": "c"}
    for seen in ({}, {"If-Match": '"1"'}, {"If-Match": '"1"'}):
        yield await member.call("PATCH", path, json=words, headers=seen)
    photo = picture()
    await send(member, item(attachments=[slot(photo), slot(b"<html>")]))
    address = f"/attachments/{sha(photo)}"
    yield await member.call("PUT", address, content=photo)
    yield await member.call("PUT", f"/attachments/{sha(b'<html>')}", content=b"<html>")
    for more in ({}, {"If-None-Match": f'"{sha(photo)}"'}):
        yield await member.call("GET", address, headers=more)
    yield await member.client.get(member.base + "/notes")
    place = member.account_id, member.community_id
    member.authenticator.members[place] = ("resident",)
    yield await member.call("POST", "/notes", json=note)
    member.authenticator.members.clear()
    yield await member.call("GET", "/notes")
    for path in ("/healthz", "/readyz", "/metrics", "/", "/nothing", "/api/v1/nothing"):
        yield await member.client.get(path)
    yield await member.client.head("/")
    etag = (await member.client.get("/")).headers["etag"]
    yield await member.client.get("/", headers={"If-None-Match": etag})
    yield await member.client.get("/api/v1/openapi.json")
    for method in ("DELETE", "OPTIONS", "TRACE", "X\u00e9".encode().hex()):
        foreign = {"Origin": "https://evil.test", "Access-Control-Request-Method": "POST"}
        yield await member.client.request(method, "/healthz", headers=foreign)
    yield await member.client.get("/api/v1/failing/now")


async def test_every_kind_of_answer_is_guarded(
    volunteer: Member, over_https: httpx.AsyncClient
) -> None:
    visitor = Member(
        volunteer.account_id, volunteer.community_id, over_https, volunteer.authenticator
    )
    heard = set()
    async for answer in answers_of_all_kinds(visitor):
        heard.add(answer.status_code)
        assert_guarded(answer)
    wanted = {200, 201, 304, 400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 500}
    assert heard == wanted


async def test_a_server_that_is_not_ready_is_guarded_too(
    config: Settings, empty_database: Callable[[], tuple[str, str]]
) -> None:
    _, url = empty_database()
    app = create_server(config.model_copy(update={"database_url": url}), note_parts())
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="https://localhost"
        ) as client,
    ):
        answer = await client.get("/readyz")
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
    assert_guarded(answer)


@pytest.mark.parametrize(("personal", "kept"), [(True, "no-store"), (False, "private, no-cache")])
async def test_a_file_that_tells_of_somebody_is_kept_by_no_browser(
    app: FastAPI, volunteer: Member, monkeypatch: pytest.MonkeyPatch, kept: str, *, personal: bool
) -> None:
    """ASVS 5.0, 14.3.2."""
    kinds: dict[str, AttachmentKind] = app.state.attachment_kinds
    of_this_kind = AttachmentKind("note", kinds["note"].visible, personal=personal)
    monkeypatch.setitem(kinds, "note", of_this_kind)
    photo = picture()
    await send(volunteer, item(attachments=[slot(photo)]))
    assert await put(volunteer, photo) == 201
    answer = await volunteer.call("GET", f"/attachments/{sha(photo)}")
    assert answer.headers["cache-control"] == kept


def test_files_are_personal_unless_somebody_says_otherwise() -> None:
    assert AttachmentKind("anything", lambda *_: NotImplemented).personal
