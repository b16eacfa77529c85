"""Roster imports over HTTP: applied once, cancelled for good, never half."""

import asyncio

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from factories.community import make_community
from factories.community_client import client_as
from factories.identity import serving
from factories.roster_import import (
    apply,
    count,
    csv,
    households_of,
    planned,
    rows,
    upload,
)
from linli.community.models import (
    RosterContent,
    RosterPlanPage,
)
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

ONE = "1栋,1单元,101,89.50,张小明,19900000001,自住,"
TWO = "1栋,1单元,102,76.25,李丽,19900000002,空置,"


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


async def test_parallel_applications_apply_once(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE, TWO))
        answers = await asyncio.gather(*[apply(client, plan["id"]) for _ in range(6)])
        homes = await households_of(client)
    assert {answer.status_code for answer in answers} <= {200, 409}
    assert any(answer.status_code == 200 for answer in answers)
    assert len(homes) == 2
    fact = table(Fact).c
    applied = (fact.community_id == community_id, fact.kind == "community.roster_import.applied")
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        assert await tx.scalar(select(func.count()).where(*applied)) == 1


async def test_only_the_plan_that_was_looked_at_is_applied(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE, TWO))
        path, seen = f"roster-imports/{plan['id']}", {"If-Match": f'"{plan["version"]}"'}
        mapping = {"sheets": [{"name": plan["sheets"][0]["name"], "use": True}]}
        other = await client.patch(path, json=mapping, headers=seen)
        assert other.status_code == 200, other.text
        stale = await apply(client, plan["id"], seen=plan["version"])
        assert (stale.status_code, stale.json()["code"]) == (412, "changed_meanwhile")
        unseen = await client.post(
            f"{path}/application", json={}, headers={"Idempotency-Key": str(new_id())}
        )
        assert (unseen.status_code, unseen.json()["code"]) == (428, "if_match_required")
        assert await households_of(client) == []
        assert (await apply(client, plan["id"])).json()["status"] == "applied"


async def test_the_same_key_gets_the_same_answer(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    key = str(new_id())
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE))
        first, again = [await apply(client, plan["id"], key) for _ in range(2)]
        seen = {"If-Match": '"2"'}
        path = f"roster-imports/{plan['id']}/application"
        without = await client.post(path, json={}, headers=seen)
    assert first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert without.status_code == 400


async def test_a_roster_edited_since_the_plan_is_planned_again_before_it_is_applied(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        await apply(client, (await planned(client, csv(ONE)))["id"])
        plan = await planned(client, csv(ONE.replace("89.50", "90.00")))
        (home,) = await households_of(client)
        edit = {"If-Match": '"1"'}
        await client.patch(f"households/{home['id']}", json={"people": 4}, headers=edit)
        refused = await apply(client, plan["id"])
        shown = (await client.get(f"roster-imports/{plan['id']}")).json()
        accepted = await apply(client, plan["id"])
        (after,) = await households_of(client)
    assert (refused.status_code, refused.json()["code"]) == (409, "plan_changed")
    assert (shown["status"], shown["version"]) == ("planned", plan["version"] + 1)
    assert accepted.json()["status"] == "applied"
    assert after["area_dm2"] == 9000


async def test_an_upload_sent_twice_is_one_import(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    import_id = new_id()
    async with client_as(app, community_id, "community_admin") as client:
        answers = await asyncio.gather(*[upload(client, csv(ONE), import_id) for _ in range(4)])
        other = await upload(client, csv(TWO), import_id)
        listed = (await client.get("roster-imports")).json()["items"]
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 201]
    assert other.status_code == 409
    assert [each["id"] for each in listed] == [str(import_id)]


async def test_a_cancelled_import_is_erased_and_stays_cancelled(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE))
        path = f"roster-imports/{plan['id']}"
        answers = [await client.post(f"{path}/cancellation", json={}) for _ in range(2)]
        applied = await apply(client, plan["id"])
        left = await rows(client, plan["id"], "create")
    assert [answer.json()["status"] for answer in answers] == ["cancelled", "cancelled"]
    assert answers[0].json()["version"] == answers[1].json()["version"]
    assert (applied.status_code, left) == (409, [])
    assert await count(database, community_id, RosterContent) == 0
    assert await count(database, community_id, RosterPlanPage) == 0


async def test_an_applied_import_forgets_the_cells_and_is_not_cancelled(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE))
        applied = (await apply(client, plan["id"])).json()
        answer = await client.post(f"roster-imports/{plan['id']}/cancellation", json={})
        created = await rows(client, plan["id"], "create")
    assert (answer.status_code, answer.json()["code"]) == (409, "import_is_over")
    assert {column["sample"] for column in applied["sheets"][0]["columns"]} == {""}
    assert [row["household_code"] for row in created] == ["1-1-101"]
    assert await count(database, community_id, RosterContent) == 0
