"""The routes of canvasses, on both databases: who may do and see what."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from uuid import UUID

import httpx
import pytest

from factories.care_canvass import MORNING, assign, log, make_canvass
from factories.care_canvass_stage import Stage, code, key, staged
from factories.community import make_building, make_handbook_document
from factories.identity import make_account
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

NOW = MORNING + timedelta(hours=1)


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


async def test_a_canvass_is_opened_once_by_the_office(stage: Stage) -> None:
    admin, _ = await stage.as_("community_admin")
    document = await make_handbook_document(stage.database, stage.scene.community_id)
    body = {
        "id": str(new_id()),
        "project_id": str(stage.scene.project_id),
        "title": "第二轮",
        "starts_on": "2026-11-02",
        "ends_on": "2026-11-09",
        "explains": [str(document)],
    }
    first, again = (
        await admin.post("canvasses", json=body),
        await admin.post("canvasses", json=body),
    )
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert first.json()["open"] is True
    assert first.json()["explains"] == [str(document)]
    other = await admin.post("canvasses", json={**body, "title": "第三轮"})
    assert code(other) == (409, "conflict")
    listed = (await admin.get("canvasses")).json()["items"]
    assert body["id"] in [canvass["id"] for canvass in listed]


@pytest.mark.parametrize(
    ("change", "pointer", "wrong"),
    [
        ({"project_id": str(new_id())}, "/project_id", "unknown_project"),
        ({"explains": [str(new_id())]}, "/explains", "unknown_document"),
        ({"ends_on": "2026-11-01"}, "", "ends_before_start"),
        ({"title": "a\x00b"}, "/title", "string_pattern_mismatch"),
        ({"extra": 1}, "/extra", "extra_forbidden"),
    ],
)
async def test_a_canvass_that_cannot_be_is_refused_with_a_pointer(
    stage: Stage, change: dict[str, object], pointer: str, wrong: str
) -> None:
    admin, _ = await stage.as_("community_admin")
    body = {
        "id": str(new_id()),
        "project_id": str(stage.scene.project_id),
        "title": "x",
        "starts_on": "2026-11-02",
        "ends_on": "2026-11-09",
        **change,
    }
    refused = await admin.post("canvasses", json=body)
    assert refused.status_code == 422
    (error,) = refused.json()["errors"]
    assert (error["pointer"], error["code"]) == (pointer, wrong)
    assert error["message"] != f"field.{wrong}"


async def test_who_may_open_a_canvass_and_share_out_doors(stage: Stage) -> None:
    may = {}
    for role in ("social_worker", "building_lead", "volunteer", "representative", "resident"):
        client, account_id = await stage.as_(role)
        opening = await client.post("canvasses", json={})
        assigning = await client.post(f"{stage.canvass}/assignments", json={})
        may[role] = (opening.status_code, assigning.status_code)
        assert account_id
    nobody = (403, 403)
    assert may == {
        "social_worker": nobody,
        "building_lead": (403, 422),
        "volunteer": nobody,
        "representative": nobody,
        "resident": nobody,
    }


async def test_a_volunteer_sees_a_canvass_only_while_doors_are_assigned(stage: Stage) -> None:
    volunteer, account_id = await stage.as_("volunteer")
    assert code(await volunteer.get(stage.canvass)) == (404, "not_found")
    lead = await stage.as_lead()
    body = {
        "id": str(new_id()),
        "account_id": str(account_id),
        "building_id": str(stage.scene.building.id),
        "floor_from": 1,
        "floor_to": 2,
    }
    given = await lead.post(f"{stage.canvass}/assignments", json=body)
    assert (given.status_code, given.json()["doors"]) == (201, 4)
    assert (await volunteer.get(stage.canvass)).status_code == 200
    assert len((await volunteer.get(f"{stage.canvass}/assignments")).json()["items"]) == 1
    assert len((await lead.get(f"{stage.canvass}/assignments")).json()["items"]) == 2
    assert len(await doors_on_the_list(volunteer)) == 4
    withdrawal = f"{stage.canvass}/assignments/{body['id']}/withdrawal"
    assert code(await lead.post(withdrawal)) == (400, "idempotency_key_required")
    taken = await lead.post(withdrawal, headers=key())
    assert taken.status_code == 200
    assert datetime.fromisoformat(taken.json()["withdrawn_at"]) == NOW
    assert await doors_on_the_list(volunteer) == []
    assert code(await volunteer.get(stage.canvass)) == (404, "not_found")


async def test_a_lead_shares_out_doors_of_own_buildings_only(stage: Stage) -> None:
    other, _ = await stage.as_("building_lead", Scope.BUILDING, new_id())
    _, account_id = await stage.as_("volunteer")
    body = {
        "id": str(new_id()),
        "account_id": str(account_id),
        "building_id": str(stage.scene.building.id),
    }
    assert code(await other.post(f"{stage.canvass}/assignments", json=body)) == (404, "not_found")


@pytest.mark.parametrize(
    ("change", "pointer", "wrong"),
    [
        ({"account_id": str(new_id())}, "/account_id", "cannot_visit"),
        ({"building_id": str(new_id())}, "/building_id", "not_in_canvass"),
        ({"stairwell_id": str(new_id())}, "/stairwell_id", "unknown_stairwell"),
        ({"floor_from": 3, "floor_to": 1}, "", "floors_reversed"),
        ({"floor_from": 3}, "", "half_a_range"),
    ],
)
async def test_an_assignment_that_cannot_be_is_refused_with_a_pointer(
    stage: Stage, change: dict[str, object], pointer: str, wrong: str
) -> None:
    admin, _ = await stage.as_("community_admin")
    _, account_id = await stage.as_("volunteer")
    body = {
        "id": str(new_id()),
        "account_id": str(account_id),
        "building_id": str(stage.scene.building.id),
        **change,
    }
    refused = await admin.post(f"{stage.canvass}/assignments", json=body)
    assert refused.status_code == 422
    assert [(e["pointer"], e["code"]) for e in refused.json()["errors"]] == [(pointer, wrong)]


async def test_a_proposal_shares_what_nobody_has_evenly(
    database: Database, config: Settings
) -> None:
    async with staged(database, config, assigned=False) as stage:
        admin, one = await stage.as_("community_admin")
        two = (await make_account(database)).account_id
        asked = {"account_ids": [str(one), str(two)]}
        proposed = await admin.get(f"{stage.canvass}/assignment-proposal", params=asked)
        shares = [
            (s["account_id"], s["floor_from"], s["floor_to"], s["doors"]) for s in proposed.json()
        ]
        assert shares == [(str(one), 1, 1, 2), (str(two), 2, 3, 4)]
        scene = stage.scene
        await assign(database, scene.community_id, scene.canvass_id, two, scene.building.id)
        again = await admin.get(f"{stage.canvass}/assignment-proposal", params=asked)
        assert again.json() == []


async def test_the_picture_marks_doors_by_what_happened_and_who_looks(stage: Stage) -> None:
    scene = stage.scene
    await log(
        stage.database,
        scene,
        scene.visit(0, outcome="talked", stance="support"),
        scene.visit(1),
        scene.visit(2, outcome="refused", leave_alone=True),
        *[scene.visit(3, happened_at=MORNING + timedelta(minutes=n)) for n in range(3)],
    )
    admin, _ = await stage.as_("community_admin")
    volunteer, account_id = await stage.as_("volunteer")
    place = (scene.community_id, scene.canvass_id, account_id, scene.building.id)
    await assign(stage.database, *place, floor_from=2, floor_to=2)
    whole = ["talked", "tried", "left_alone", "escalated", "none", "none"]
    assert await marks(stage, admin) == whole
    assert await marks(stage, await stage.as_lead()) == whole
    own = ["not_assigned", "not_assigned", "left_alone", "escalated", *["not_assigned"] * 2]
    assert await marks(stage, volunteer) == own
    stances = await marks(stage, admin, layer="stance")
    assert stances == ["support", *["unknown"] * 5]
    assert await marks(stage, volunteer, layer="stance") == ["unknown"] * 6


async def marks(stage: Stage, client: httpx.AsyncClient, layer: str = "canvass") -> list[str]:
    asked = {"building_id": str(stage.scene.building.id), "layer": layer}
    answer = await client.get(f"{stage.canvass}/picture", params=asked)
    assert answer.status_code == 200, answer.text
    (stairwell,) = answer.json()["stairwells"]
    assert stairwell["floors"] == [3, 2, 1]
    assert [door["household_id"] for door in stairwell["doors"]] == [
        str(d) for d in stage.scene.doors
    ]
    return [door["mark"] for door in stairwell["doors"]]


async def test_doors_nobody_has_are_marked_for_those_who_share_them_out(
    database: Database, config: Settings
) -> None:
    async with staged(database, config, assigned=False) as stage:
        admin, _ = await stage.as_("community_admin")
        assert await marks(stage, admin) == ["not_assigned"] * 6


async def test_a_picture_out_of_reach_is_not_there(stage: Stage) -> None:
    other_lead, _ = await stage.as_("building_lead", Scope.BUILDING, new_id())
    stranger, _ = await stage.as_("volunteer")
    elsewhere = await make_building(stage.database, stage.scene.community_id, 1, code="7")
    admin, _ = await stage.as_("community_admin")
    here, there = str(stage.scene.building.id), str(elsewhere.id)
    for client, building in ((other_lead, here), (stranger, here), (admin, there)):
        answer = await client.get(f"{stage.canvass}/picture", params={"building_id": building})
        assert code(answer) == (404, "not_found")


async def test_coverage_counts_visited_and_done_apart_by_the_communitys_days(
    stage: Stage,
) -> None:
    scene = stage.scene
    midnight = MORNING - timedelta(hours=9.5)  # 00:00 in Wuhan
    await log(
        stage.database,
        scene,
        scene.visit(0, happened_at=midnight - timedelta(minutes=1)),
        scene.visit(0, happened_at=midnight, outcome="talked", stance="oppose"),
        scene.visit(1, outcome="talked", stance="support"),
        scene.visit(2),
    )
    expected = {
        "exact": True,
        "total": 6,
        "visited": 3,
        "done": 2,
        "by_building": [
            {
                "building_id": str(scene.building.id),
                "code": "1",
                "total": 6,
                "visited": 3,
                "done": 2,
                "nobody_home": 1,
                "escalated": 0,
            }
        ],
        "stances": {"support": 1, "undecided": 0, "oppose": 1, "unknown": 4},
        "by_day": [
            {"date": "2026-11-01", "visits": 1, "done": 0},
            {"date": "2026-11-02", "visits": 3, "done": 2},
        ],
    }
    admin, _ = await stage.as_("community_admin")
    assert (await admin.get(f"{stage.canvass}/coverage")).json() == expected
    assert (await (await stage.as_lead()).get(f"{stage.canvass}/coverage")).json() == expected


async def test_everybody_else_reads_coverage_without_small_groups(stage: Stage) -> None:
    scene = stage.scene
    await log(stage.database, scene, scene.visit(0, outcome="talked", stance="oppose"))
    other_lead, _ = await stage.as_("building_lead", Scope.BUILDING, new_id())
    for role in ("resident", "volunteer", "representative", "contractor"):
        client, _ = await stage.as_(role)
        told = (await client.get(f"{stage.canvass}/coverage")).json()
        assert (told["exact"], told["total"], told["visited"], told["done"]) == (
            False,
            6,
            None,
            None,
        )
        assert told["stances"] == {"support": 0, "undecided": 0, "oppose": None, "unknown": None}
        assert told["by_day"] == [{"date": "2026-11-02", "visits": None, "done": None}]
        assert told == (await other_lead.get(f"{stage.canvass}/coverage")).json()


async def test_today_lists_what_is_due_and_what_to_leave_alone(stage: Stage) -> None:
    scene = stage.scene
    tomorrow = NOW + timedelta(days=1)
    await log(
        stage.database,
        scene,
        scene.visit(0, outcome="talked"),
        scene.visit(1),
        scene.visit(2, outcome="refused", leave_alone=True),
        scene.visit(3, outcome="ask_again", next_at=tomorrow),
        scene.visit(4, outcome="talked", next_at=NOW + timedelta(hours=5)),
    )
    volunteer = await stage.as_volunteer()
    today = (await volunteer.get("today")).json()
    assert (today["date"], today["server_time"]) == ("2026-11-02", "2026-11-02T02:30:00+00:00")
    assert [canvass["id"] for canvass in today["canvasses"]] == [str(scene.canvass_id)]
    seen = {
        scene.doors.index(UUID(door["household_id"])): (door["state"], door["left_alone"])
        for door in today["doors"]
    }
    assert seen == {
        1: ("tried", False),
        2: ("left_alone", True),
        4: ("talked", False),
        5: ("new", False),
    }
    (tried,) = [door for door in today["doors"] if door["state"] == "tried"]
    assert tried == {
        "canvass_id": str(scene.canvass_id),
        "household_id": str(scene.doors[1]),
        "code": "1-1-102",
        "building_id": str(scene.building.id),
        "building_code": "1",
        "stairwell_code": "1",
        "floor": 1,
        "door": "02",
        "state": "tried",
        "attempts": 1,
        "due_at": tried["due_at"],
        "due_part": "evening",
        "left_alone": False,
        "open_grievances": [],
    }
    assert tried["due_at"] in {"2026-11-02T10:30:00+00:00", "2026-11-02T10:30:00.000000+00:00"}


async def test_a_door_promised_for_tomorrow_is_on_tomorrows_list(stage: Stage) -> None:
    scene = stage.scene
    await log(
        stage.database, scene, scene.visit(0, outcome="ask_again", next_at=NOW + timedelta(1))
    )
    volunteer = await stage.as_volunteer()
    assert str(scene.doors[0]) not in await doors_on_the_list(volunteer)
    clock.set_clock(lambda: NOW + timedelta(hours=13, minutes=30))  # midnight in Wuhan
    assert str(scene.doors[0]) in await doors_on_the_list(volunteer)


async def doors_on_the_list(client: httpx.AsyncClient) -> list[str]:
    return [door["household_id"] for door in (await client.get("today")).json()["doors"]]


async def test_an_escalated_door_is_on_the_leads_list_and_no_longer_on_the_volunteers(
    stage: Stage,
) -> None:
    scene = stage.scene
    tries = [scene.visit(0, happened_at=MORNING + timedelta(minutes=n)) for n in range(3)]
    await log(stage.database, scene, *tries)
    volunteer, lead = await stage.as_volunteer(), await stage.as_lead()
    admin, _ = await stage.as_("community_admin")
    other_lead, _ = await stage.as_("building_lead", Scope.BUILDING, new_id())
    assert str(scene.doors[0]) not in await doors_on_the_list(volunteer)
    assert await doors_on_the_list(lead) == [str(scene.doors[0])]
    assert await doors_on_the_list(admin) == []
    assert await doors_on_the_list(other_lead) == []


async def test_a_canvass_that_is_over_is_on_no_list(stage: Stage) -> None:
    second = await make_canvass(
        stage.database,
        stage.scene.community_id,
        stage.scene.project_id,
        starts_on=NOW.date() - timedelta(9),
        ends_on=NOW.date() - timedelta(1),
    )
    place = (stage.scene.community_id, second, stage.scene.volunteer.account_id)
    await assign(stage.database, *place, stage.scene.building.id)
    today = (await (await stage.as_volunteer()).get("today")).json()
    assert {door["canvass_id"] for door in today["doors"]} == {str(stage.scene.canvass_id)}


async def test_a_left_alone_door_is_opened_again_by_its_lead_only(stage: Stage) -> None:
    scene = stage.scene
    await log(stage.database, scene, scene.visit(0, outcome="refused", leave_alone=True))
    reopening = {
        "id": str(new_id()),
        "household_id": str(scene.doors[0]),
        "reason": "住户打电话说可以再来",
    }
    path = f"{stage.canvass}/door-reopenings"
    volunteer, lead = await stage.as_volunteer(), await stage.as_lead()
    other_lead, _ = await stage.as_("building_lead", Scope.BUILDING, new_id())
    assert code(await volunteer.post(path, json=reopening)) == (403, "forbidden")
    assert code(await other_lead.post(path, json=reopening)) == (404, "not_found")
    first, again = await lead.post(path, json=reopening), await lead.post(path, json=reopening)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    needless = {**reopening, "id": str(new_id())}
    assert code(await lead.post(path, json=needless)) == (409, "door_is_open")
    assert str(scene.doors[0]) in await doors_on_the_list(volunteer)
    later = scene.visit(0, happened_at=NOW + timedelta(minutes=5), outcome="talked")
    (verdict,) = await log(stage.database, scene, later)
    assert verdict.name == "accepted"
