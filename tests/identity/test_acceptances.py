"""Coming in (ASVS 5.0: 6.5.1, 6.6.3, 14.2.1)."""

import asyncio
import json
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from factories.clock import Clock
from factories.identity import (
    AccountMade,
    client_of,
    make_account,
    make_community,
    make_member,
    sign_in,
    signed_in_client,
)
from factories.invitations import ACCEPTANCES, LOOKUPS, invitations, invite, newcomer, to
from linli.identity.models import Account, RoleGrant
from linli.identity.rules import tokens
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact, FactPrivate
from linli.kernel.ids import new_id


async def test_an_invited_neighbour_comes_in_and_holds_what_was_promised(
    app: FastAPI, client: httpx.AsyncClient, admin: AccountMade, community_id: UUID
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    look = (await client.post(LOOKUPS, json={"token": made["token"]})).json()
    assert look["role"] == "volunteer"
    assert look["display_name"] == "李阿姨"
    assert look["needs_account"] is True
    answer = await client.post(ACCEPTANCES, json=newcomer(made["token"], login="138 1234 9876"))
    assert answer.status_code == 200
    me = answer.json()
    assert me["account"]["login"] == "+8613812349876"
    assert me["preferences"] == {"language": "zh-CN", "elder_mode": True, "version": 1}
    (seat,) = me["communities"]
    assert [role["role"] for role in seat["roles"]] == ["volunteer"]
    assert (await client.get("/api/v1/session")).json()["account"] == me["account"]


async def test_of_twenty_parallel_acceptances_one_wins(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))

    async def accept() -> int:
        async with client_of(app) as client:
            answer = await client.post(ACCEPTANCES, json=newcomer(made["token"]))
            assert answer.status_code == 200 or answer.json()["code"] == "invitation_accepted"
            return answer.status_code

    statuses = await asyncio.gather(*[accept() for _ in range(20)])
    assert sorted(statuses) == [200] + [410] * 19
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        g = table(RoleGrant).c
        held = select(func.count()).where(
            g.community_id == community_id, g.account_id != admin.account_id
        )
        assert await tx.scalar(held) == 1


async def test_a_used_revoked_or_old_invitation_lets_nobody_in(
    app: FastAPI, client: httpx.AsyncClient, admin: AccountMade, community_id: UUID, hands: Clock
) -> None:
    used, revoked, old = [await invite(app, admin, community_id, to("volunteer")) for _ in range(3)]
    assert (await client.post(ACCEPTANCES, json=newcomer(used["token"]))).status_code == 200
    async with signed_in_client(app, admin) as mine:
        address = f"{invitations(community_id)}/{revoked['id']}/revocation"
        assert (await mine.post(address, json={})).json()["state"] == "revoked"
        assert (await mine.post(address, json={})).status_code == 200
        gone = f"{invitations(community_id)}/{used['id']}/revocation"
        assert (await mine.post(gone, json={})).json()["code"] == "invitation_accepted"
    hands.pass_by(days=7)
    for made, state in ((used, "accepted"), (revoked, "revoked"), (old, "expired")):
        for path, body in (
            (LOOKUPS, {"token": made["token"]}),
            (ACCEPTANCES, newcomer(made["token"])),
        ):
            answer = await client.post(path, json=body)
            assert (answer.status_code, answer.json()["code"]) == (410, f"invitation_{state}")


@pytest.mark.parametrize("token", ["x", "A" * 64, "_" * 64])
async def test_an_unknown_token_is_unknown(client: httpx.AsyncClient, token: str) -> None:
    for path, body in ((LOOKUPS, {"token": token}), (ACCEPTANCES, newcomer(token))):
        answer = await client.post(path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "invitation_unknown")


async def test_a_token_carried_to_another_community_opens_nothing(
    app: FastAPI,
    client: httpx.AsyncClient,
    database: Database,
    admin: AccountMade,
    community_id: UUID,
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    other = await make_community(database)
    raw = tokens.link_token(other, b"")
    forged = raw[:21] + made["token"][21:]
    assert tokens.community_of(forged) != community_id
    assert (await client.post(LOOKUPS, json={"token": forged})).status_code == 404


async def test_a_signed_in_account_joins_with_the_token_alone(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    made = await invite(app, admin, community_id, to("supervisor"))
    elsewhere = await make_community(database)
    member = await make_member(database, elsewhere, "volunteer")
    async with signed_in_client(app, member) as client, signed_in_client(app, member) as other:
        before = client.cookies["__Host-linli"]
        look = (await client.post(LOOKUPS, json={"token": made["token"]})).json()
        assert look["needs_account"] is False
        me = (await client.post(ACCEPTANCES, json={"token": made["token"]})).json()
        assert {seat["id"] for seat in me["communities"]} == {str(community_id), str(elsewhere)}
        assert client.cookies["__Host-linli"] != before
        assert (await client.get("/api/v1/session")).status_code == 200
        assert (await other.get("/api/v1/session")).status_code == 401


async def test_without_session_and_without_answers_it_says_what_is_missing(
    app: FastAPI, client: httpx.AsyncClient, admin: AccountMade, community_id: UUID
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    answer = await client.post(ACCEPTANCES, json={"token": made["token"]})
    assert answer.status_code == 401
    answer = await client.post(ACCEPTANCES, json={"token": made["token"], "login": "somebody"})
    assert [error["pointer"] for error in answer.json()["errors"]] == [
        "/display_name",
        "/password",
        "/device_name",
    ]


async def test_a_weak_password_or_a_taken_login_leaves_the_invitation_open(
    app: FastAPI,
    client: httpx.AsyncClient,
    database: Database,
    admin: AccountMade,
    community_id: UUID,
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    taken = (await make_account(database)).login
    refused = [
        ({"password": "12345678"}, 422, "password_too_common"),
        ({"password": "怡景社区怡景社区1"}, 422, "password_has_your_name"),
        ({"password": "李桂芳李阿姨 2"}, 422, "password_has_your_name"),
        ({"login": "x y"}, 422, "bad_login"),
        ({"login": taken}, 409, "login_taken"),
    ]
    for said, status, code in refused:
        answer = await client.post(ACCEPTANCES, json=newcomer(made["token"], **said))
        assert answer.status_code == status
        assert code in json.dumps(answer.json())
    assert (await client.post(ACCEPTANCES, json=newcomer(made["token"]))).status_code == 200


async def test_a_long_password_comes_in_and_signs_in_exactly_as_typed(
    app: FastAPI, client: httpx.AsyncClient, admin: AccountMade, community_id: UUID
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    password = " eight floors, no lift; 八层楼没有电梯, we walk and talk and rest a little " * 2
    said = newcomer(made["token"], password=password[:128])
    assert (await client.post(ACCEPTANCES, json=said)).status_code == 200
    assert (await sign_in(client, said["login"], password[:128])).status_code == 200
    assert (await sign_in(client, said["login"], password[:128].strip())).status_code == 401


async def test_facts_tell_what_happened_and_name_nobody(
    app: FastAPI,
    client: httpx.AsyncClient,
    database: Database,
    admin: AccountMade,
    community_id: UUID,
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    await client.post(ACCEPTANCES, json=newcomer(made["token"]))
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        f = table(Fact).c
        facts = await tx.rows(
            select(f.kind, f.leaf).where(f.community_id == community_id).order_by(f.seq)
        )
        p = table(FactPrivate).c
        private = await tx.rows(select(p.payload).where(p.community_id == community_id))
    assert [fact["kind"] for fact in facts] == [
        "identity.invitation.made",
        "identity.invitation.accepted",
    ]
    assert not any(name in fact["leaf"] for fact in facts for name in ("李", made["token"]))
    assert "李阿姨" in private[0]["payload"]


async def test_a_phone_number_is_not_stored_in_the_clear(
    app: FastAPI,
    client: httpx.AsyncClient,
    database: Database,
    admin: AccountMade,
    community_id: UUID,
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    number = f"137{new_id().int % 10**8:08d}"
    await client.post(ACCEPTANCES, json=newcomer(made["token"], login=number))
    async with database.transaction(write=False) as tx:
        a = table(Account)
        masked = f"{number[:3]}****{number[-4:]}"
        rows = await tx.rows(select(a).where(a.c.login_masked == masked))
    assert rows
    assert number[1:] not in str(rows)
    assert number.encode() not in b"".join(v for v in rows[-1].values() if isinstance(v, bytes))
