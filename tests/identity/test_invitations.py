"""Inviting (ASVS 5.0: 6.5.1, 6.6.3, 14.2.1)."""

import asyncio
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import Table, insert, select, update

from factories.community import make_building
from factories.identity import (
    AccountMade,
    client_of,
    make_community,
    make_member,
    serving,
    sign_in,
    signed_in_client,
)
from factories.invitations import LOOKUPS, invitations, invite, to
from linli.config import Settings
from linli.identity.models import Invitation
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http import creation
from linli.kernel.ids import new_id


async def test_the_link_carries_its_token_where_no_server_sees_it(
    app: FastAPI, admin: AccountMade, community_id: UUID
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    assert made["link"] == f"https://linli.test/#/invite/{made['token']}"
    assert made["qr_svg"].startswith("<svg ")
    assert len(made["token"]) == 64  # 16 bytes that name the community, 32 of secret


async def test_only_a_digest_of_the_token_is_kept(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    async with signed_in_client(app, admin) as client:
        listed = (await client.get(invitations(community_id))).text
    assert made["token"] not in listed
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        row = await tx.row(
            select(table(Invitation)).where(table(Invitation).c.id == UUID(made["id"]))
        )
    assert made["token"] not in str(row)


async def test_repeating_the_post_brings_the_same_link_and_one_invitation(
    app: FastAPI, admin: AccountMade, community_id: UUID
) -> None:
    body = to("volunteer")
    async with signed_in_client(app, admin) as client:
        posts = [client.post(invitations(community_id), json=body) for _ in range(20)]
        answers = await asyncio.gather(*posts)
        listed = (await client.get(invitations(community_id))).json()["items"]
    assert sorted({answer.status_code for answer in answers}) == [200, 201]
    assert len({answer.json()["token"] for answer in answers}) == 1
    assert len(listed) == 1


async def test_a_repeat_that_meets_the_first_at_the_secret_is_recognised(
    app: FastAPI, admin: AccountMade, community_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As PostgreSQL refuses it, once in a while, when both come at once."""

    async def refused_by_a_constraint(tx: Tx, target: Table, _: object, row: Row) -> bool:
        await tx.execute(insert(target).values(row))
        return True

    monkeypatch.setattr(creation, "insert_new", refused_by_a_constraint)
    body = to("volunteer")
    async with signed_in_client(app, admin) as client:
        first = await client.post(invitations(community_id), json=body)
        again = await client.post(invitations(community_id), json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["token"] == again.json()["token"]


async def test_the_same_id_with_other_content_is_a_conflict(
    app: FastAPI, admin: AccountMade, community_id: UUID
) -> None:
    body = to("volunteer")
    async with signed_in_client(app, admin) as client:
        await client.post(invitations(community_id), json=body)
        answer = await client.post(invitations(community_id), json={**body, "role": "supervisor"})
    assert answer.status_code == 409
    assert answer.json()["errors"][0]["pointer"] == "/role"


async def test_somebody_elses_invitation_is_not_handed_over(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    body = to("volunteer")
    await invite(app, admin, community_id, body)
    another = await make_member(database, community_id, "community_admin")
    async with signed_in_client(app, another) as client:
        answer = await client.post(invitations(community_id), json=body)
    assert answer.status_code == 409
    assert "token" not in answer.json()


async def test_a_lead_invites_neighbours_into_the_own_building_only(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    own, other = [await make_building(database, community_id, code=code) for code in ("1", "2")]
    lead = await make_member(database, community_id, "building_lead", Scope.BUILDING, own.id)
    async with signed_in_client(app, lead) as client:

        async def status(role: str, scope: Scope, scope_id: UUID | None) -> int:
            body = to(role, scope, scope_id)
            return (await client.post(invitations(community_id), json=body)).status_code

        for role in ("volunteer", "resident"):
            assert await status(role, Scope.BUILDING, own.id) == 201
            assert await status(role, Scope.BUILDING, other.id) == 403
        assert await status("representative", Scope.BUILDING, own.id) == 403
        assert await status("building_lead", Scope.BUILDING, own.id) == 403
        assert await status("volunteer", Scope.COMMUNITY, None) == 403
        assert await status("community_admin", Scope.COMMUNITY, None) == 403
        assert await status("volunteer", Scope.BUILDING, new_id()) == 422


async def test_a_lead_sees_and_revokes_only_invitations_into_the_own_building(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    own, other = [await make_building(database, community_id, code=code) for code in ("1", "2")]
    lead = await make_member(database, community_id, "building_lead", Scope.BUILDING, own.id)
    mine = await invite(app, admin, community_id, to("volunteer", Scope.BUILDING, own.id))
    theirs = await invite(app, admin, community_id, to("volunteer", Scope.BUILDING, other.id))
    staff = await invite(app, admin, community_id, to("social_worker"))
    async with signed_in_client(app, lead) as client:
        listed = (await client.get(invitations(community_id))).json()["items"]
        assert [row["id"] for row in listed] == [mine["id"]]
        for made, status in ((mine, 200), (theirs, 404), (staff, 404)):
            address = f"{invitations(community_id)}/{made['id']}/revocation"
            assert (await client.post(address, json={})).status_code == status


@pytest.mark.parametrize(
    "role", ["social_worker", "volunteer", "supervisor", "contractor", "resident"]
)
async def test_others_invite_nobody(
    app: FastAPI, database: Database, community_id: UUID, role: str
) -> None:
    member = await make_member(database, community_id, role)
    async with signed_in_client(app, member) as client:
        for body in (to("resident"), to(role), to("community_admin")):
            answer = await client.post(invitations(community_id), json=body)
            assert answer.status_code == 403


async def test_a_foreign_admin_finds_nothing_here(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    made = await invite(app, admin, community_id, to("volunteer"))
    foreign = await make_member(database, await make_community(database), "community_admin")
    async with signed_in_client(app, foreign) as client:
        here = invitations(community_id)
        assert (await client.get(here)).status_code == 404
        assert (await client.post(here, json=to("volunteer"))).status_code == 404
        assert (await client.post(f"{here}/{made['id']}/revocation", json={})).status_code == 404


async def test_the_demo_makes_links_to_the_address_it_was_opened_at(
    config: Settings, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    app = serving(config.model_copy(update={"demo": True}), database)
    async with client_of(app, "http://192.168.1.20:8000") as client:
        assert (await sign_in(client, admin.login)).status_code == 200
        made = (await client.post(invitations(community_id), json=to("volunteer"))).json()
    assert made["link"].startswith("http://192.168.1.20:8000/#/invite/")


async def test_a_forged_host_header_makes_no_link_on_a_real_server(
    app: FastAPI, admin: AccountMade, community_id: UUID
) -> None:
    async with signed_in_client(app, admin) as client:
        answer = await client.post(
            invitations(community_id), json=to("volunteer"), headers={"Host": "evil.test"}
        )
    assert answer.json()["link"].startswith("https://linli.test/#/invite/")


async def test_an_open_invitation_brings_a_link_that_counts_after_the_key_was_changed(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    body = to("volunteer")
    dead = (await invite(app, admin, community_id, body))["token"]
    row = table(Invitation)
    derived_before = update(row).where(row.c.id == UUID(body["id"]))
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(derived_before.values(token_hash=bytes(32)))
    async with signed_in_client(app, admin) as inviting:
        again = (await inviting.post(invitations(community_id), json=body)).json()["token"]
    assert again == dead, "derived from the key that the server holds now"
    async with client_of(app) as client:
        assert (await client.post(LOOKUPS, json={"token": again})).status_code == 200
