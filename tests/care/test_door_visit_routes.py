"""The routes of door visits and grievances, and visits in a sync, on both databases."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from factories.care_canvass import MORNING, log
from factories.care_canvass_stage import Stage, code, key, staged
from factories.community import make_community
from factories.identity import actor
from linli.care.queries.door_visits import visible_door_visits
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

NOW = MORNING + timedelta(hours=1)
PHOTO = {"sha256": "a" * 64, "size": 1000, "content_type": "image/jpeg"}
HEARD = {"matter": "old_grievance", "category": "lift", "words": "电梯三天两头停"}


@pytest.fixture(autouse=True)
def morning() -> Iterator[None]:
    """It is 10:30 on the second day of the canvass."""
    clock.set_clock(lambda: NOW)
    yield
    clock.set_clock(None)


@pytest.fixture
async def stage(database: Database, config: Settings) -> AsyncIterator[Stage]:
    async with staged(database, config) as made:
        yield made


def visit(stage: Stage, door: int = 0, **more: Any) -> dict[str, Any]:
    return {
        "id": str(new_id()),
        "canvass_id": str(stage.scene.canvass_id),
        "household_id": str(stage.scene.doors[door]),
        "happened_at": MORNING.isoformat(),
        "outcome": "nobody_home",
        **more,
    }


def talk(stage: Stage, door: int = 0, **more: Any) -> dict[str, Any]:
    return visit(stage, door, outcome="talked", **more)


async def test_a_visit_is_posted_once_and_keeps_its_receipt(stage: Stage) -> None:
    volunteer = await stage.as_volunteer()
    body = talk(stage, stance="support", attachments=[PHOTO])
    first = await volunteer.post("door-visits", json=body)
    again = await volunteer.post("door-visits", json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["receipt"]["leaf_hash"] == again.json()["receipt"]["leaf_hash"]
    assert first.json()["receipt"]["index"] == again.json()["receipt"]["index"] == 0
    assert first.json()["attachments"] == [{**PHOTO, "state": "missing"}]


async def test_a_second_post_with_more_photos_is_no_conflict_and_declares_them(
    stage: Stage,
) -> None:
    volunteer = await stage.as_volunteer()
    body = talk(stage, attachments=[PHOTO])
    await volunteer.post("door-visits", json=body)
    more = [PHOTO, {**PHOTO, "sha256": "b" * 64}]
    again = await volunteer.post("door-visits", json={**body, "attachments": more})
    assert (again.status_code, len(again.json()["attachments"])) == (200, 2)


async def test_twenty_parallel_identical_posts_are_one_visit_without_an_error(
    stage: Stage,
) -> None:
    volunteer = await stage.as_volunteer()
    body = visit(stage)
    posts = [volunteer.post("door-visits", json=body) for _ in range(20)]
    answers = await asyncio.gather(*posts)
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert len({answer.json()["receipt"]["leaf_hash"] for answer in answers}) == 1


async def test_another_body_under_the_same_id_is_a_conflict_that_names_the_field(
    stage: Stage,
) -> None:
    volunteer = await stage.as_volunteer()
    body = talk(stage, stance="support")
    await volunteer.post("door-visits", json=body)
    other = await volunteer.post("door-visits", json={**body, "stance": "oppose"})
    assert code(other) == (409, "conflict")
    assert [error["pointer"] for error in other.json()["errors"]] == ["/stance"]


@pytest.mark.parametrize(
    ("change", "pointer", "wrong"),
    [
        ({"stance": "support"}, "", "stance_unheard"),
        ({"next_at": "2026-11-01T01:00:00Z"}, "", "next_not_later"),
        ({"happened_at": "2026-11-01T09:00:00"}, "/happened_at", "timezone_aware"),
        ({"happened_at": 1}, "/happened_at", "rfc3339"),
        ({"id": "01890000-0000-4000-8000-000000000000"}, "/id", "not_uuid7"),
        ({"outcome": "angry"}, "/outcome", "literal_error"),
        ({"difficulty_note": "a\x00"}, "/difficulty_note", "string_pattern_mismatch"),
        ({"colour": "red"}, "/colour", "extra_forbidden"),
        ({"outcome": "talked", "explained": [str(new_id())]}, "/explained", "unknown_document"),
    ],
)
async def test_a_visit_that_cannot_be_is_refused_with_a_pointer(
    stage: Stage, change: dict[str, object], pointer: str, wrong: str
) -> None:
    volunteer = await stage.as_volunteer()
    refused = await volunteer.post("door-visits", json=visit(stage, **change))
    assert refused.status_code == 422, refused.text
    assert [(e["pointer"], e["code"]) for e in refused.json()["errors"]] == [(pointer, wrong)]


async def test_who_may_post_a_visit(stage: Stage) -> None:
    lead_elsewhere = ("building_lead", Scope.BUILDING, new_id())
    told = {}
    for who in (("community_admin",), ("resident",), ("volunteer",), lead_elsewhere):
        client, _ = await stage.as_(*who)
        told[who[0]] = (await client.post("door-visits", json=visit(stage))).status_code
    told["own_lead"] = (
        await (await stage.as_lead()).post("door-visits", json=visit(stage, 1))
    ).status_code
    assert told == {
        "community_admin": 201,
        "resident": 403,
        "volunteer": 404,
        "building_lead": 404,
        "own_lead": 201,
    }


async def test_another_communitys_canvass_and_door_are_not_there(
    stage: Stage, database: Database, config: Settings
) -> None:
    volunteer = await stage.as_volunteer()
    async with staged(database, config) as other:
        assert code(await volunteer.post("door-visits", json=visit(other))) == (404, "not_found")
        own_canvass = {"canvass_id": str(stage.scene.canvass_id)}
        mixed = visit(other, **own_canvass)
        assert code(await volunteer.post("door-visits", json=mixed)) == (404, "not_found")
        assert (await volunteer.get(other.canvass)).status_code == 404
    elsewhere = await make_community(database)
    foreign = f"https://linli.test/api/v1/communities/{elsewhere}/today"
    assert (await volunteer.get(foreign)).status_code == 404


async def test_a_door_tells_its_history_to_those_who_see_it(stage: Stage) -> None:
    volunteer = await stage.as_volunteer()
    later = (MORNING + timedelta(minutes=30)).isoformat()
    grievance = {"id": str(new_id()), **HEARD}
    second = talk(stage, stance="oppose", happened_at=later, grievances=[grievance])
    ahead = talk(stage, happened_at=(NOW + timedelta(hours=1)).isoformat())
    for body in (second, visit(stage), ahead):
        assert (await volunteer.post("door-visits", json=body)).status_code == 201
    path = f"households/{stage.scene.doors[0]}/door-visits"
    told = (await volunteer.get(path)).json()["items"]
    assert [item["outcome"] for item in told] == ["nobody_home", "talked", "talked"]
    assert [item["stance"] for item in told] == [None, "oppose", None]
    assert told[1]["grievances"] == [grievance]
    assert [item["clock_ahead_seconds"] for item in told] == [None, None, 3600]
    assert datetime.fromisoformat(told[2]["happened_at"]) == NOW + timedelta(hours=1)
    assert told[0]["recorded_by_name"] == "王秀英"
    lead = await stage.as_lead()
    page = (await lead.get(path, params={"limit": 2})).json()
    rest = (await lead.get(path, params={"limit": 2, "cursor": page["next"]})).json()
    assert [item["id"] for item in page["items"] + rest["items"]] == [item["id"] for item in told]
    stranger, _ = await stage.as_("volunteer")
    other_lead, _ = await stage.as_("building_lead", Scope.BUILDING, new_id())
    assert code(await stranger.get(path)) == (404, "not_found")
    assert code(await other_lead.get(path)) == (404, "not_found")


async def test_a_grievance_gets_an_owner_and_an_answer_that_the_next_visit_brings_along(
    stage: Stage,
) -> None:
    volunteer, lead = await stage.as_volunteer(), await stage.as_lead()
    manager, manager_id = await stage.as_("property_manager")
    grievance = {"id": str(new_id()), **HEARD}
    again = {"outcome": "ask_again", "next_part": "evening", "grievances": [grievance]}
    await volunteer.post("door-visits", json=visit(stage, 1, **again))
    path = f"grievances/{grievance['id']}"
    assert await brought_along(volunteer, stage.scene.doors[1]) == [
        {"id": grievance["id"], "words": HEARD["words"], "answer": None}
    ]
    assert code(await manager.post(f"{path}/answers", json=answer("快了"))) == (404, "not_found")
    owner = {"owner_account_id": str(manager_id)}
    given = await lead.post(f"{path}/assignment", json=owner, headers=key())
    assert (given.status_code, given.json()["owner_account_id"]) == (200, str(manager_id))
    said = answer("配件周五到")
    first = await manager.post(f"{path}/answers", json=said)
    again = await manager.post(f"{path}/answers", json=said)
    assert (first.status_code, again.status_code) == (201, 200)
    assert (first.json()["status"], len(again.json()["answers"])) == ("answered", 1)
    await manager.post(f"{path}/answers", json=answer("已修好"))
    assert (await brought_along(volunteer, stage.scene.doors[1]))[0]["answer"] == "已修好"
    closed = await lead.post(f"{path}/closing", headers=key())
    assert (closed.status_code, closed.json()["status"]) == (200, "closed")
    assert await brought_along(volunteer, stage.scene.doors[1]) == []
    late = await manager.post(f"{path}/answers", json=answer("x"))
    assert code(late) == (409, "grievance_closed")
    assert code(await lead.post(f"{path}/closing", headers=key())) == (409, "grievance_closed")


def answer(words: str) -> dict[str, str]:
    return {"id": str(new_id()), "words": words}


async def brought_along(client: httpx.AsyncClient, household_id: UUID) -> list[dict[str, Any]]:
    doors = (await client.get("today")).json()["doors"]
    (door,) = [door for door in doors if door["household_id"] == str(household_id)]
    return door["open_grievances"]


async def test_who_sees_a_grievance_and_who_may_see_to_it(stage: Stage) -> None:
    volunteer = await stage.as_volunteer()
    grievance = {"id": str(new_id()), **HEARD}
    await volunteer.post("door-visits", json=talk(stage, grievances=[grievance]))
    clients = {
        "admin": (await stage.as_("community_admin"))[0],
        "own_lead": await stage.as_lead(),
        "other_lead": (await stage.as_("building_lead", Scope.BUILDING, new_id()))[0],
        "assigned": volunteer,
        "stranger": (await stage.as_("volunteer"))[0],
        "resident": (await stage.as_("resident"))[0],
    }
    path = f"grievances/{grievance['id']}/answers"
    seen, answered = {}, {}
    for name, client in clients.items():
        listed = await client.get("grievances", params={"status": "answered" if seen else "open"})
        seen[name] = len(listed.json().get("items", []))
        answered[name] = (await client.post(path, json=answer("好"))).status_code
    assert seen == {
        "admin": 1,
        "own_lead": 1,
        "other_lead": 0,
        "assigned": 1,
        "stranger": 0,
        "resident": 0,
    }
    assert answered == {
        "admin": 201,
        "own_lead": 201,
        "other_lead": 404,
        "assigned": 403,
        "stranger": 404,
        "resident": 403,
    }


async def test_a_grievance_goes_to_somebody_who_can_answer(stage: Stage) -> None:
    lead = await stage.as_lead()
    _, resident_id = await stage.as_("resident")
    grievance = {"id": str(new_id()), **HEARD}
    await lead.post("door-visits", json=talk(stage, grievances=[grievance]))
    owner = {"owner_account_id": str(resident_id)}
    refused = await lead.post(f"grievances/{grievance['id']}/assignment", json=owner, headers=key())
    assert [(e["pointer"], e["code"]) for e in refused.json()["errors"]] == [
        ("/owner_account_id", "cannot_answer")
    ]


async def test_a_sync_gives_each_visit_its_verdict_and_one_bad_item_blocks_no_other(
    stage: Stage,
) -> None:
    volunteer = await stage.as_volunteer()
    grievance = {"id": str(new_id()), **HEARD}
    await volunteer.post("door-visits", json=talk(stage, 5, grievances=[grievance]))
    bodies = [
        visit(stage, 0),
        talk(stage, 1, grievances=[grievance]),
        visit(stage, 2, outcome="angry"),
        visit(stage, 3, household_id=str(new_id())),
        talk(stage, 4),
    ]
    answered = await volunteer.post("sync", json=batch(bodies))
    results = answered.json()["results"]
    assert [result["verdict"] for result in results] == [
        "accepted",
        "conflict",
        "rejected",
        "rejected",
        "accepted",
    ]
    assert results[1]["problem"]["errors"][0]["pointer"] == "/payload/grievances"
    assert results[2]["problem"]["errors"][0]["pointer"] == "/payload/outcome"
    assert results[3]["problem"]["code"] == "not_found"
    assert [result["receipt"] is None for result in results] == [False, True, True, True, False]
    again = (await volunteer.post("sync", json=batch(bodies))).json()["results"]
    assert [result["verdict"] for result in again] == [
        "duplicate",
        "conflict",
        "rejected",
        "rejected",
        "duplicate",
    ]
    assert again[0]["receipt"] == results[0]["receipt"]


def batch(bodies: list[dict[str, Any]]) -> dict[str, Any]:
    items = [
        {
            "id": body["id"],
            "kind": "door_visit",
            "recorded_at": MORNING.isoformat(),
            "payload": {name: value for name, value in body.items() if name != "id"},
            "attachments": [],
        }
        for body in bodies
    ]
    device = {"device_id": str(new_id()), "app_version": "1", "device_time": NOW.isoformat()}
    return {**device, "items": items}


async def test_a_visit_posted_and_then_synced_is_a_duplicate(stage: Stage) -> None:
    volunteer = await stage.as_volunteer()
    body = talk(stage, stance="support")
    posted = (await volunteer.post("door-visits", json=body)).json()
    (result,) = (await volunteer.post("sync", json=batch([body]))).json()["results"]
    assert (result["verdict"], result["receipt"]["index"]) == (
        "duplicate",
        posted["receipt"]["index"],
    )


async def test_help_suggested_at_the_door_reaches_the_social_worker_and_nobody_elses_history(
    stage: Stage,
) -> None:
    volunteer = await stage.as_volunteer()
    note = "腿脚不方便，下楼要人扶"
    body = talk(stage, help_suggested=["stair_support"], difficulty_note=note)
    assert (await volunteer.post("door-visits", json=body)).status_code == 201
    admin, _ = await stage.as_("community_admin")
    history = await admin.get(f"households/{stage.scene.doors[0]}/door-visits")
    assert note not in history.text
    assert "stair_support" not in history.text


async def test_photos_of_a_visit_are_for_those_who_see_the_visit(stage: Stage) -> None:
    item = stage.scene.visit(0, outcome="talked")
    await log(stage.database, stage.scene, item)
    async with stage.database.transaction(write=False) as tx:
        await tx.enter(stage.scene.community_id)
        stranger = actor(stage.scene.community_id, "volunteer")
        assert await visible_door_visits(tx, stage.scene.volunteer, [item.id]) == {item.id}
        assert await visible_door_visits(tx, stranger, [item.id]) == set()
