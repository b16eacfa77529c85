"""A person's own record on their own phone: seen, its openings too, and withdrawn in one call."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

from factories.care_register import NAME, WORDS, Town, make_need, make_person, make_town
from factories.homes import make_household_member
from factories.identity import serving, signed_in_client
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


@pytest.fixture
async def town(database: Database) -> Town:
    return await make_town(database)


def link(account_id: UUID, relation: str = "self") -> dict[str, Any]:
    return {"id": str(new_id()), "account_id": str(account_id), "relation": relation}


async def neighbour_at(database: Database, town: Town, door: int = 0) -> Any:
    person = await make_person(database, town.community_id, "resident")
    await make_household_member(database, town.community_id, town.doors[door], person.id)
    return person


async def opened_by(client: httpx.AsyncClient, town: Town, need_id: UUID) -> list[tuple[str, str]]:
    path = f"{town.base}/me/record/{need_id}/openings"
    items = (await client.get(path)).json()["items"]
    return [(each["purpose"], each["record"]) for each in items]


async def test_the_person_sees_the_record_who_opened_it_and_why(
    app: FastAPI, database: Database, town: Town
) -> None:
    need_id = await make_need(database, town)
    person = await neighbour_at(database, town)
    accounts = f"{town.base}/assistance-needs/{need_id}/accounts"
    async with signed_in_client(app, town.social_worker.account) as social:
        before = (await social.get(accounts)).json()
        made = await social.post(accounts, json=link(person.id))
        reading = {"id": str(new_id()), "purpose": "monthly review"}
        await social.post(f"{town.base}/assistance-needs/{need_id}/openings", json=reading)
    assert [each["account_id"] for each in before["candidates"]] == [str(person.id)]
    assert made.status_code == 201
    assert [each["relation"] for each in made.json()["items"]] == ["self"]
    async with signed_in_client(app, person.account) as phone:
        record = await phone.get(f"{town.base}/me/record")
        (need,) = record.json()["items"]
        assert (need["kind"], need["status"]) == ("stair_support", "active")
        assert need["consent"]["given_how"] == "spoken_at_door"
        assert WORDS not in record.text
        body = {"id": str(new_id()), "purpose": "own record"}
        content = await phone.post(f"{town.base}/me/record/{need_id}/openings", json=body)
        assert (content.json()["person_name"], content.json()["instruction"]) == (NAME, WORDS)
        seen = await opened_by(phone, town, need_id)
    assert ("monthly review", "assistance_need") in seen
    assert ("own record", "assistance_need") in seen


async def test_taking_the_consent_back_is_one_call_and_erases(
    app: FastAPI, database: Database, town: Town
) -> None:
    need_id = await make_need(database, town)
    person = await neighbour_at(database, town)
    async with signed_in_client(app, town.social_worker.account) as social:
        await social.post(f"{town.base}/assistance-needs/{need_id}/accounts", json=link(person.id))
    path = f"{town.base}/me/record/{need_id}"
    body = {"id": str(new_id())}
    async with signed_in_client(app, person.account) as phone:
        first = await phone.post(f"{path}/withdrawal", json=body)
        again = await phone.post(f"{path}/withdrawal", json=body)
        other = await phone.post(f"{path}/withdrawal", json={"id": str(new_id())})
        (need,) = (await phone.get(f"{town.base}/me/record")).json()["items"]
        opening = {"id": str(new_id()), "purpose": "own record"}
        gone = await phone.post(f"{path}/openings", json=opening)
    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 409)
    assert first.json()["key_destroyed"] is True
    assert (need["status"], need["end_reason"]) == ("withdrawn", "withdrawn")
    assert gone.status_code == 410


async def test_living_behind_the_same_door_is_not_enough(
    app: FastAPI, database: Database, town: Town
) -> None:
    need_id = await make_need(database, town)
    person, other = [await neighbour_at(database, town) for _ in range(2)]
    async with signed_in_client(app, town.social_worker.account) as social:
        await social.post(f"{town.base}/assistance-needs/{need_id}/accounts", json=link(person.id))
    path = f"{town.base}/me/record/{need_id}"
    for stranger in (other, town.lead, town.volunteer, town.social_worker):
        async with signed_in_client(app, stranger.account) as phone:
            assert (await phone.get(f"{town.base}/me/record")).json()["items"] == []
            assert (await phone.get(f"{path}/openings")).status_code == 404
            opening = {"id": str(new_id()), "purpose": "curious"}
            assert (await phone.post(f"{path}/openings", json=opening)).status_code == 404
            withdrawing = await phone.post(f"{path}/withdrawal", json={"id": str(new_id())})
            assert withdrawing.status_code == 404


async def test_only_the_social_worker_links_and_only_accounts_of_that_home(
    app: FastAPI, database: Database, town: Town
) -> None:
    need_id = await make_need(database, town)
    person = await neighbour_at(database, town)
    elsewhere = await neighbour_at(database, town, door=1)
    accounts = f"{town.base}/assistance-needs/{need_id}/accounts"
    async with signed_in_client(app, town.social_worker.account) as social:
        refused = await social.post(accounts, json=link(elsewhere.id))
        assert [each["code"] for each in refused.json()["errors"]] == ["not_at_home"]
        assert (await social.post(accounts, json=link(person.id, "guardian"))).status_code == 201
        twice = await social.post(accounts, json=link(person.id))
        assert (twice.status_code, twice.json()["code"]) == (409, "already_linked")
    for other in (town.lead, town.volunteer, person):
        async with signed_in_client(app, other.account) as client:
            assert (await client.get(accounts)).status_code == 404
            assert (await client.post(accounts, json=link(other.id))).status_code == 404


async def test_who_was_unlinked_or_moved_out_sees_nothing_any_more(
    app: FastAPI, database: Database, town: Town
) -> None:
    need_id = await make_need(database, town)
    unlinked, moved = [await neighbour_at(database, town) for _ in range(2)]
    accounts = f"{town.base}/assistance-needs/{need_id}/accounts"
    async with signed_in_client(app, town.social_worker.account) as social:
        first = (await social.post(accounts, json=link(unlinked.id))).json()
        await social.post(accounts, json=link(moved.id, "guardian"))
        path = f"{accounts}/{first['items'][0]['id']}/ending"
        left = [(await social.post(path, json={})).json() for _ in range(2)]
    assert left[0] == left[1]
    assert [each["account_id"] for each in left[0]["items"]] == [str(moved.id)]
    async with signed_in_client(app, moved.account) as phone:
        assert len((await phone.get(f"{town.base}/me/record")).json()["items"]) == 1
    async with signed_in_client(app, unlinked.account) as phone:
        assert (await phone.get(f"{town.base}/me/record")).json()["items"] == []
    admin = await make_person(database, town.community_id, "community_admin")
    async with signed_in_client(app, admin.account) as client:
        members = (await client.get(f"{town.base}/households/{town.doors[0]}/members")).json()
        (membership,) = [e for e in members["items"] if e["account_id"] == str(moved.id)]
        ending = {"reason": "moved"}
        path = f"{town.base}/household-members/{membership['id']}/ending"
        assert (await client.post(path, json=ending)).status_code == 200
    async with signed_in_client(app, moved.account) as phone:
        assert (await phone.get(f"{town.base}/me/record")).json()["items"] == []
