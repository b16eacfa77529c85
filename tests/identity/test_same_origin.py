"""Unsafe calls with a cookie come from our own pages (ASVS 5.0: 3.5.1, 3.5.3)."""

import httpx
import pytest
from fastapi import FastAPI

from factories.identity import (
    PASSWORD,
    client_of,
    make_account,
    serving,
    sign_in,
    signed_in_client,
)
from linli.config import Settings
from linli.kernel.db.database import Database

FOREIGN = [
    {"Origin": "https://evil.test"},
    {"Origin": "https://linli.test.evil.test"},
    {"Origin": "http://linli.test"},
    {"Origin": "https://linli.test:8443"},
    {"Origin": "null"},
    {"Origin": "https://["},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
]


@pytest.mark.parametrize("headers", FOREIGN)
async def test_a_foreign_page_cannot_act_with_my_cookie(
    app: FastAPI, database: Database, headers: dict[str, str]
) -> None:
    async with signed_in_client(app, await make_account(database)) as client:
        answer = await client.delete("/api/v1/session", headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")
        assert (await client.get("/api/v1/session")).status_code == 200


async def test_a_plain_form_cannot_act_with_my_cookie(app: FastAPI, database: Database) -> None:
    async with signed_in_client(app, await make_account(database)) as client:
        del client.headers["X-Linli"]
        assert (await client.delete("/api/v1/session")).status_code == 403


async def test_our_own_page_may_act(app: FastAPI, database: Database) -> None:
    async with signed_in_client(app, await make_account(database)) as client:
        own = {"Origin": "https://linli.test", "Sec-Fetch-Site": "same-origin"}
        assert (await client.delete("/api/v1/session", headers=own)).status_code == 204


@pytest.mark.parametrize(
    "path", ["/session", "/invitation-lookups", "/invitation-acceptances", "/password-link-uses"]
)
async def test_a_foreign_page_cannot_sign_me_in_as_somebody_else(
    client: httpx.AsyncClient, path: str
) -> None:
    bodies = {
        "/session": {"login": "somebody", "password": PASSWORD, "device_name": "x"},
        "/password-link-uses": {"token": "x", "password": PASSWORD},
    }
    answer = await client.post(
        f"/api/v1{path}",
        json=bodies.get(path, {"token": "x"}),
        headers={"Origin": "https://evil.test"},
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")


async def test_reading_needs_no_proof_of_origin(app: FastAPI, database: Database) -> None:
    async with signed_in_client(app, await make_account(database)) as client:
        del client.headers["X-Linli"]
        assert (await client.get("/api/v1/session")).status_code == 200


async def test_a_real_server_takes_no_password_over_a_plain_address(
    app: FastAPI, database: Database
) -> None:
    member = await make_account(database)
    async with client_of(app, "http://192.168.1.20:8000") as client:
        answer = await sign_in(client, member.login)
        assert (answer.status_code, answer.json()["code"]) == (400, "https_needed")
        assert "set-cookie" not in answer.headers


async def test_a_demo_may_be_shown_on_a_plain_address_under_another_cookie(
    config: Settings, database: Database
) -> None:
    member = await make_account(database)
    app = serving(config.model_copy(update={"demo": True}), database)
    async with client_of(app, "http://192.168.1.20:8000") as client:
        assert (await sign_in(client, member.login)).status_code == 200
        assert "linli" in client.cookies
        assert "__Host-linli" not in client.cookies
        assert (await client.get("/api/v1/session")).status_code == 200


async def test_the_demo_cookie_opens_nothing_on_a_real_server(
    app: FastAPI, config: Settings, database: Database
) -> None:
    member = await make_account(database)
    demo = serving(config.model_copy(update={"demo": True}), database)
    async with client_of(demo, "http://192.168.1.20:8000") as client:
        await sign_in(client, member.login)
        token = client.cookies["linli"]
    for address in ("http://192.168.1.20:8000", "https://linli.test"):
        async with client_of(app, address) as client:
            answer = await client.get("/api/v1/session", headers={"Cookie": f"linli={token}"})
            assert answer.status_code == 401


async def test_localhost_keeps_the_secure_cookie_without_https(
    app: FastAPI, database: Database
) -> None:
    member = await make_account(database)
    async with client_of(app, "http://localhost:8000") as client:
        answer = await sign_in(client, member.login)
        assert answer.status_code == 200
        assert answer.headers["set-cookie"].startswith("__Host-linli=")
