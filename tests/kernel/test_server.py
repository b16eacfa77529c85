"""What every answer has, whatever it is an answer to."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest
import structlog
from fastapi import FastAPI

from conftest import MASTER_KEY
from fixtures.notes import note_parts
from kernel.conftest import Member
from kernel.test_sync import item
from linli.config import Settings
from linli.kernel.http.access_log import FLUSH_AFTER
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem
from linli.kernel.server import create_server

JSON = {"Content-Type": "application/json"}


def assert_problem(answer: httpx.Response, status: int, code: str) -> None:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["code"]) == (status, code)
    assert body["request_id"] == answer.headers["x-request-id"]


@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/api/v1/nothing", "/nothing"])
async def test_every_answer_has_an_id_and_tells_browsers_what_is_never_wanted(
    client: httpx.AsyncClient, path: str
) -> None:
    headers = (await client.get(path)).headers
    assert headers["x-request-id"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["permissions-policy"]
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "strict-transport-security" not in headers


async def test_over_https_browsers_are_told_to_stay_there(client: httpx.AsyncClient) -> None:
    answer = await client.get("https://localhost:8000/healthz")
    assert "max-age=31536000" in answer.headers["strict-transport-security"]


async def test_unknown_addresses_and_methods_are_told_as_problems(
    client: httpx.AsyncClient,
) -> None:
    assert_problem(await client.get("/api/v1/nothing"), 404, "not_found")
    assert_problem(await client.get("/api/v2"), 404, "not_found")
    assert_problem(await client.get("/elsewhere"), 404, "not_found")
    assert_problem(await client.delete("/healthz"), 405, "method_not_allowed")
    assert_problem(await client.post("/api/v1/nothing"), 404, "not_found")


async def test_a_problem_is_told_in_the_callers_language(volunteer: Member) -> None:
    path = f"/receipts/{new_id()}"
    english = await volunteer.call("GET", path, headers={"Accept-Language": "en-GB"})
    chinese = await volunteer.call("GET", path)
    assert english.json()["title"] == "Not found"
    assert english.headers["content-language"] == "en"
    assert chinese.json()["title"] == "没有找到"


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"{", 400, "bad_request"),
        (b'{"words": "\xff"}', 400, "bad_request"),
        (b"[" * 100_000, 400, "bad_request"),
        (b"[]", 422, "invalid"),
        (b"", 422, "invalid"),
        (b'{"id": 7, "words": "a"}', 422, "invalid"),
        (b'{"words": "a\\u0000b"}', 422, "invalid"),
        (b'{"words": "\\ud800"}', 422, "invalid"),
    ],
)
async def test_bodies_that_are_wrong_are_told_so(
    volunteer: Member, content: bytes, status: int, code: str
) -> None:
    answer = await volunteer.call("POST", "/notes", content=content, headers=JSON)
    assert_problem(answer, status, code)


async def test_a_failure_is_told_with_its_id_and_nothing_else(
    client: httpx.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = await client.get("/api/v1/failing/now")
    assert_problem(answer, 500, "internal")
    assert "13800000000" not in answer.text
    assert answer.json()["request_id"] in answer.json()["detail"]
    logged = capsys.readouterr().out
    assert "13800000000" not in logged
    failed = next(json.loads(line) for line in logged.splitlines() if "request.failed" in line)
    assert failed["error"] == "ZeroDivisionError"
    assert failed["request_id"] == answer.headers["x-request-id"]
    assert any("notes.py" in place for place in failed["at"])


async def test_the_log_names_the_route_but_nobody(
    app: FastAPI, volunteer: Member, capsys: pytest.CaptureFixture[str]
) -> None:
    app.state.access_log.flush()
    capsys.readouterr()
    address = f"/receipts/{new_id()}?phone=13800000000"
    answer = await volunteer.call("GET", address)
    app.state.access_log.flush()
    (line,) = [line for line in capsys.readouterr().out.splitlines() if '"request"' in line]
    logged = json.loads(line)
    assert logged["route"] == "/api/v1/communities/{community_id}/receipts/{item_id}"
    assert (logged["method"], logged["status"]) == ("GET", 404)
    assert logged["request_id"] == answer.headers["x-request-id"]
    assert str(volunteer.community_id) not in line
    assert str(volunteer.account_id) not in line
    assert "13800000000" not in line


async def test_lines_of_the_log_wait_for_a_moment_at_most_and_end_with_the_server(
    config: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    made = create_server(config, note_parts())
    async with made.router.lifespan_context(made):
        transport = httpx.ASGITransport(made)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            first = (await client.get("/healthz")).headers["x-request-id"]
            told = asyncio.Event()
            asyncio.get_running_loop().call_later(2 * FLUSH_AFTER, told.set)
            await told.wait()
            assert first in capsys.readouterr().out
            last = (await client.get("/healthz")).headers["x-request-id"]
    assert capsys.readouterr().out.count(last) == 1


async def test_metrics_count_by_template_and_only_the_operator_reads_them(
    volunteer: Member,
) -> None:
    await volunteer.call("GET", f"/receipts/{new_id()}")
    transport = volunteer.client._transport
    figures = (await volunteer.client.get("/metrics")).text
    assert 'route="/api/v1/communities/{community_id}/receipts/{item_id}",status="404"' in figures
    assert str(volunteer.community_id) not in figures
    assert isinstance(transport, httpx.ASGITransport)
    stranger = httpx.ASGITransport(transport.app, client=("192.0.2.7", 1))
    async with httpx.AsyncClient(transport=stranger, base_url="http://localhost") as outside:
        assert_problem(await outside.get("/metrics"), 404, "not_found")


async def large_body() -> AsyncIterator[bytes]:
    """More than may come, without saying how much."""
    for _ in range(40):
        yield b" " * 50_000


async def test_a_body_ends_where_it_may_even_when_its_length_is_unknown(
    volunteer: Member,
) -> None:
    announced = await volunteer.call("POST", "/sync", content=b" " * 1_000_001, headers=JSON)
    assert_problem(announced, 413, "too_large")
    counted = await volunteer.call("POST", "/sync", content=large_body(), headers=JSON)
    assert_problem(counted, 413, "too_large")


async def test_ready_means_reachable_and_migrated(
    empty_database: Callable[[], tuple[str, str]], tmp_path: Path, client: httpx.AsyncClient
) -> None:
    assert (await client.get("/readyz")).status_code == 200
    _, url = empty_database()
    (tmp_path / "master.key").write_text(MASTER_KEY.hex())
    config = Settings(database_url=url, data_folder=tmp_path, worker_in_process=False)
    app = create_server(config, note_parts())
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as fresh:
            assert (await fresh.get("/healthz")).status_code == 200
            assert_problem(await fresh.get("/readyz"), 503, "not_ready")


def test_logs_never_hold_the_text_of_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    log = structlog.get_logger("test")
    error = Problem(409, "conflict", name="Wang Xiulan")
    error.__cause__ = ValueError("13800000000")
    log.error("something.failed", exc_info=error)
    told = json.loads(capsys.readouterr().out)
    assert (told["error"], told["cause"]) == ("Problem", "ValueError")
    assert "Wang" not in str(told)


@pytest.fixture
async def packed(tmp_path: Path, config: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A server with a packed client of few files."""
    folder = tmp_path / "client"
    for name, content in {
        "index.html": b"<!doctype html>",
        "app.3JH4ZBQZ.js": b"plain",
        "app.3JH4ZBQZ.js.br": b"brotli",
        "app.3JH4ZBQZ.js.gz": b"gzip",
        "tools/secret.js": b"no",
        "lib/.hidden.js": b"no",
        "notes.md": b"no",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (tmp_path / "outside.js").write_bytes(b"no")
    (folder / "link.js").symlink_to(tmp_path / "outside.js")
    app = create_server(config.model_copy(update={"frontend_folder": folder}), note_parts())
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as made:
        yield made


async def test_the_client_is_served_compressed_and_revalidated_by_content(
    packed: httpx.AsyncClient,
) -> None:
    page = await packed.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-cache"
    again = await packed.get("/index.html", headers={"If-None-Match": page.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    plain = await packed.get("/app.3JH4ZBQZ.js", headers={"Accept-Encoding": "identity"})
    assert plain.content == b"plain"
    assert "immutable" in plain.headers["cache-control"]
    async with packed.stream(
        "GET", "/app.3JH4ZBQZ.js", headers={"Accept-Encoding": "gzip, br"}
    ) as best:
        assert best.headers["content-encoding"] == "br"
        assert best.headers["etag"] != plain.headers["etag"]
        assert b"".join([part async for part in best.aiter_raw()]) == b"brotli"
    head = await packed.head("/index.html")
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/tools/secret.js",
        "/lib/.hidden.js",
        "/notes.md",
        "/link.js",
        "/../outside.js",
        "/%2e%2e/outside.js",
        "/app.3JH4ZBQZ.js.br",
        "/lib",
        "//etc/passwd.js",
        "/a%00b.js",
    ],
)
async def test_nothing_but_the_client_is_served(packed: httpx.AsyncClient, path: str) -> None:
    assert (await packed.get(path)).status_code == 404


async def test_a_permission_is_asked_for_before_anything_is_done(volunteer: Member) -> None:
    place = volunteer.account_id, volunteer.community_id
    body = {"id": item()["id"], "words": "a"}
    for roles, status in ((("resident",), 403), ((), 404), (("volunteer",), 201)):
        volunteer.authenticator.members[place] = roles
        assert (await volunteer.call("POST", "/notes", json=body)).status_code == status
    nobody = await volunteer.client.post(volunteer.base + "/notes", json=body)
    assert_problem(nobody, 401, "not_signed_in")
