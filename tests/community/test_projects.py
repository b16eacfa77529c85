"""Projects over HTTP, on both databases."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from factories.community import MadeBuilding, make_building, make_community, make_project
from factories.community_client import client_as
from factories.identity import serving
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


def lift(building: MadeBuilding, **changes: Any) -> Row:
    body = {
        "id": str(new_id()),
        "name": "电梯更新",
        "kind": "lift_renewal",
        "building_ids": [str(building.id)],
        "summary": "两部电梯换新",
    }
    return body | changes


def step(to: str, **changes: Any) -> Row:
    return {"id": str(new_id()), "to": to, "reason": "大家都同意了"} | changes


async def facts_of(database: Database, community_id: UUID, kind: str) -> int:
    c = table(Fact).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        mine = (c.community_id == community_id, c.kind == kind)
        return await tx.scalar(select(func.count()).where(*mine))


async def test_a_project_opens_once_however_often_it_is_sent(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    body = lift(await make_building(database, community_id))
    async with client_as(app, community_id, "community_admin") as client:
        answers = await asyncio.gather(*[client.post("projects", json=body) for _ in range(6)])
        listed = (await client.get("projects")).json()["items"]
    assert sorted(answer.status_code for answer in answers) == [200] * 5 + [201]
    assert len({answer.text for answer in answers}) == 1
    assert [project["id"] for project in listed] == [body["id"]]
    assert listed[0]["buildings"][0]["code"] == "1"
    assert await facts_of(database, community_id, "community.project.opened") == 1


async def test_the_same_id_with_another_name_is_a_conflict_that_names_the_field(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    body = lift(await make_building(database, community_id))
    async with client_as(app, community_id, "community_admin") as client:
        await client.post("projects", json=body)
        answer = await client.post("projects", json=body | {"name": "外墙"})
    assert answer.status_code == 409
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/name"]


async def test_a_project_for_a_building_of_another_community_is_refused(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    elsewhere = await make_building(database, await make_community(database))
    async with client_as(app, community_id, "community_admin") as client:
        answer = await client.post("projects", json=lift(elsewhere))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "unknown_building"


async def test_the_history_tells_every_step_and_its_reason(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    building = await make_building(database, community_id)
    project_id = await make_project(database, community_id, [building.id])
    async with client_as(app, community_id, "community_admin") as client:
        path = f"projects/{project_id}/phase-changes"
        await client.post(path, json=step("deliberate", reason="敲门完成"))
        await client.post(path, json=step("construct", reason="表决通过"))
        project = (await client.get(f"projects/{project_id}")).json()
    assert project["phase"] == "construct"
    assert project["next_phases"] == ["operate", "deliberate"]
    steps = [
        (each["from_phase"], each["to_phase"], each["reason"]) for each in project["phase_history"]
    ]
    assert steps == [
        ("mobilise", "deliberate", "敲门完成"),
        ("deliberate", "construct", "表决通过"),
    ]


async def test_a_step_sent_again_moves_nothing(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    project_id = await make_project(database, community_id, [])
    body = step("deliberate")
    async with client_as(app, community_id, "community_admin") as client:
        path = f"projects/{project_id}/phase-changes"
        answers = await asyncio.gather(*[client.post(path, json=body) for _ in range(5)])
        other = await make_project(database, community_id, [], name="other")
        elsewhere = await client.post(f"projects/{other}/phase-changes", json=body)
    assert sorted(answer.status_code for answer in answers) == [200] * 4 + [201]
    assert {len(answer.json()["phase_history"]) for answer in answers} == {1}
    assert elsewhere.status_code == 409
    assert await facts_of(database, community_id, "community.project.moved") == 1


async def test_no_phase_is_skipped(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    project_id = await make_project(database, community_id, [])
    async with client_as(app, community_id, "community_admin") as client:
        answer = await client.post(f"projects/{project_id}/phase-changes", json=step("operate"))
    assert (answer.status_code, answer.json()["code"]) == (409, "phase_not_possible")


async def test_supervisors_end_the_work_and_begin_nothing(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    building = await make_project(database, community_id, [], phase="construct")
    fresh = await make_project(database, community_id, [])
    async with client_as(app, community_id, "supervisor") as client:
        ended = await client.post(f"projects/{building}/phase-changes", json=step("operate"))
        begun = await client.post(f"projects/{fresh}/phase-changes", json=step("deliberate"))
    assert (ended.status_code, begun.status_code) == (201, 403)


async def test_residents_read_projects_and_open_none(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    building = await make_building(database, community_id)
    await make_project(database, community_id, [building.id])
    async with client_as(app, community_id, "resident") as client:
        assert len((await client.get("projects")).json()["items"]) == 1
        assert (await client.post("projects", json=lift(building))).status_code == 403
