"""Signing in and out through the API (ASVS 5.0: 3.3.1 to 3.3.4, 7.2.3, 7.2.4, 14.2.1)."""

from uuid import UUID

import httpx
from fastapi import FastAPI
from sqlalchemy import select

from factories.identity import client_of, make_account, make_member, sign_in, signed_in_client
from linli.identity.models import Session
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table

SESSION = "/api/v1/session"


async def test_signing_in_tells_who_i_am_where_and_what_i_may(
    client: httpx.AsyncClient, database: Database, community_id: UUID
) -> None:
    member = await make_member(database, community_id, "volunteer")
    answer = await sign_in(client, member.login)
    assert answer.status_code == 200
    me = answer.json()
    assert me["account"]["login"] == member.login
    (seat,) = me["communities"]
    assert seat["id"] == str(community_id)
    assert seat["roles"][0]["scope_name"] == seat["name"]
    assert "identity:member:view" in seat["permissions"]
    assert "identity:invitation:make" not in seat["permissions"]
    assert (await client.get(SESSION)).json()["account"] == me["account"]


async def test_the_cookie_is_host_bound_secure_and_out_of_reach_of_scripts(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await make_account(database)
    answer = await sign_in(client, member.login)
    cookies = answer.headers.get_list("set-cookie")
    assert [line.partition("=")[0] for line in cookies] == ["__Host-linli", "__Host-linli-device"]
    cookies += (await client.delete(SESSION)).headers.get_list("set-cookie")
    assert len(cookies) == 3
    for line in cookies:
        named = {part.strip().lower() for part in line.split(";")[1:]}
        assert {"httponly", "secure", "path=/", "samesite=lax"} <= named
        assert not any(part.startswith("domain") for part in named)
    assert answer.headers["cache-control"] == "no-store"


async def test_the_token_is_in_no_body_and_no_address(
    client: httpx.AsyncClient, database: Database, community_id: UUID
) -> None:
    member = await make_member(database, community_id, "community_admin")
    answer = await sign_in(client, member.login)
    token, device = (client.cookies[name] for name in ("__Host-linli", "__Host-linli-device"))
    pages = [answer, *[await client.get(path) for path in (SESSION, "/api/v1/sessions")]]
    pages.append(await client.get(f"/api/v1/communities/{community_id}/members"))
    for page in pages:
        assert page.status_code == 200
        assert token not in page.text
        assert device not in page.text
        assert "location" not in page.headers
    client.cookies.clear()
    for address in (f"{SESSION}?__Host-linli={token}", f"{SESSION}?token={token}"):
        assert (await client.get(address)).status_code == 401
    bearer = {"Authorization": f"Bearer {token}", "X-Session": token}
    assert (await client.get(SESSION, headers=bearer)).status_code == 401


async def test_only_a_digest_of_the_token_is_kept(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await make_account(database)
    await sign_in(client, member.login)
    token = client.cookies["__Host-linli"]
    assert len(token) == 43  # 256 bits in base64url
    async with database.transaction(write=False) as tx:
        s = table(Session).c
        kept = await tx.scalar(select(s.token_hash).where(s.account_id == member.account_id))
    assert len(kept) == 32
    assert token.encode() not in kept


async def test_signing_in_again_rotates_the_session_and_ends_the_old_one(
    app: FastAPI, client: httpx.AsyncClient, database: Database
) -> None:
    member = await make_account(database)
    await sign_in(client, member.login)
    before = client.cookies["__Host-linli"]
    await sign_in(client, member.login)
    after = client.cookies["__Host-linli"]
    assert before != after
    async with client_of(app) as other:
        other.cookies.set("__Host-linli", before, domain="linli.test")
        assert (await other.get(SESSION)).status_code == 401


async def test_signing_out_ends_the_session_on_the_server_and_purges_nothing_else(
    app: FastAPI, client: httpx.AsyncClient, database: Database
) -> None:
    member = await make_account(database)
    await sign_in(client, member.login)
    token = client.cookies["__Host-linli"]
    answer = await client.delete(SESSION)
    assert answer.status_code == 204
    assert "clear-site-data" not in answer.headers
    assert "__Host-linli" not in client.cookies
    async with client_of(app) as other:
        other.cookies.set("__Host-linli", token, domain="linli.test")
        assert (await other.get(SESSION)).status_code == 401


async def test_a_login_is_read_however_it_is_typed(
    client: httpx.AsyncClient, database: Database
) -> None:
    tail = str(UUID(int=(await make_account(database)).account_id.int).int)[-8:]
    await make_account(database, login=f"139{tail}")
    answer = await sign_in(client, f"+86 139 {tail[:4]} {tail[4:]}")
    assert answer.status_code == 200
    assert answer.json()["account"]["login"] == f"+86139{tail}"


async def test_wrong_password_and_unknown_login_get_the_same_answer(
    client: httpx.AsyncClient, database: Database
) -> None:
    member = await make_account(database)
    wrong = await sign_in(client, member.login, "not the password")
    unknown = await sign_in(client, "nobody-of-this-name", "not the password")
    assert wrong.status_code == unknown.status_code == 401
    same = {"type", "title", "detail", "code", "errors", "status"}
    assert {k: wrong.json()[k] for k in same} == {k: unknown.json()[k] for k in same}
    assert set(wrong.headers) == set(unknown.headers)


async def test_without_a_session_nobody_is_told_who_they_are(client: httpx.AsyncClient) -> None:
    answer = await client.get(SESSION)
    assert answer.status_code == 401
    assert answer.json()["code"] == "not_signed_in"


async def test_an_account_without_a_community_may_still_sign_in(
    app: FastAPI, database: Database
) -> None:
    async with signed_in_client(app, await make_account(database)) as client:
        assert (await client.get(SESSION)).json()["communities"] == []
