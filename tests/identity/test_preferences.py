"""Language and 长辈版."""

from uuid import UUID

import pytest
from fastapi import FastAPI

from factories.identity import make_account, make_member, signed_in_client
from linli.kernel.db.database import Database

PREFERENCES = "/api/v1/preferences"


@pytest.mark.parametrize(("role", "elder_mode"), [("volunteer", True), ("supervisor", False)])
async def test_elder_mode_is_the_default_of_volunteers_until_they_choose(
    app: FastAPI, database: Database, community_id: UUID, role: str, *, elder_mode: bool
) -> None:
    member = await make_member(database, community_id, role)
    async with signed_in_client(app, member) as client:
        kept = (await client.get("/api/v1/session")).json()["preferences"]
        assert kept == {"language": "zh-CN", "elder_mode": elder_mode, "version": 1}
        chosen = await client.patch(
            PREFERENCES, json={"elder_mode": not elder_mode}, headers={"If-Match": '"1"'}
        )
        assert chosen.json() == {"language": "zh-CN", "elder_mode": not elder_mode, "version": 2}
        assert chosen.headers["etag"] == '"2"'
        kept = (await client.get("/api/v1/session")).json()["preferences"]
        assert kept["elder_mode"] is not elder_mode


async def test_a_change_on_another_phone_is_not_overwritten(
    app: FastAPI, database: Database
) -> None:
    async with signed_in_client(app, await make_account(database)) as client:
        english = {"language": "en"}
        first = await client.patch(PREFERENCES, json=english, headers={"If-Match": '"1"'})
        assert first.json()["language"] == "en"
        for stale in ('"1"', '"999999999999999999"', "W/x"):
            answer = await client.patch(PREFERENCES, json=english, headers={"If-Match": stale})
            assert answer.status_code == 412
        assert (await client.patch(PREFERENCES, json=english)).status_code == 428


async def test_unknown_fields_and_languages_are_refused(app: FastAPI, database: Database) -> None:
    async with signed_in_client(app, await make_account(database)) as client:
        for body in ({"language": "fr"}, {"demo": True}, {"version": 7}):
            answer = await client.patch(PREFERENCES, json=body, headers={"If-Match": '"1"'})
            assert answer.status_code == 422
