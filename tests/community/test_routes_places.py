"""Buildings and households over HTTP, on both databases."""

from uuid import UUID

import pytest
from fastapi import FastAPI

from factories.community import make_building, make_community
from factories.community_client import client_as
from factories.identity import serving
from linli.config import Settings
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


async def test_the_community_tells_its_name_time_zone_and_epoch(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database, "怡景社区")
    async with client_as(app, community_id, "resident") as client:
        answer = await client.get("../" + str(community_id))
    assert answer.status_code == 200
    told = answer.json()
    assert (told["name"], told["time_zone"]) == ("怡景社区", "Asia/Shanghai")
    assert UUID(told["epoch"])


async def test_buildings_come_in_natural_order_with_stairwells_and_counts(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    for code in ("10", "2", "1"):
        await make_building(database, community_id, 3, 2, stairwells=2, code=code)
    async with client_as(app, community_id, "resident") as client:
        items = (await client.get("buildings")).json()["items"]
    assert [item["code"] for item in items] == ["1", "2", "10"]
    assert {item["households"] for item in items} == {12}
    assert [well["code"] for well in items[0]["stairwells"]] == ["1", "2"]
    assert items[0]["stairwells"][0]["has_lift"] is True
    assert items[0]["area_dm2"] == 12 * 8950


async def test_the_picture_shows_floors_from_top_to_bottom_and_every_door(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    building = await make_building(database, community_id, 12, 2, stairwells=2)
    async with client_as(app, community_id, "volunteer") as client:
        picture = (await client.get(f"buildings/{building.id}/picture")).json()
    assert picture["building"] == {"id": str(building.id), "code": "1", "name": "1栋"}
    first, second = picture["stairwells"]
    assert first["floors"] == list(range(12, 0, -1))
    assert [door["code"] for door in second["doors"][:3]] == ["1-2-101", "1-2-102", "1-2-201"]
    assert first["doors"][-1]["code"] == "1-1-1202"
    assert first["doors"][0]["mark"] == "occupied"
    seen = {door["household_id"] for well in picture["stairwells"] for door in well["doors"]}
    assert seen == {str(household_id) for household_id in building.household_ids}


async def test_a_lead_sees_their_own_building_and_no_other(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    mine = await make_building(database, community_id, code="1")
    other = await make_building(database, community_id, code="2")
    scope = (Scope.BUILDING, mine.id)
    async with client_as(app, community_id, "building_lead", *scope) as client:
        assert (await client.get(f"buildings/{mine.id}/picture")).status_code == 200
        assert (await client.get(f"buildings/{other.id}/picture")).status_code == 404
        assert (await client.get(f"households/{other.household_ids[0]}")).status_code == 404
        listed = (await client.get("households")).json()["items"]
        asked = (await client.get("households", params={"building_id": str(other.id)})).json()
    assert {item["building_id"] for item in listed} == {str(mine.id)}
    assert asked == {"items": [], "next": None}


async def test_households_are_paged_in_natural_order_without_gap_or_repeat(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    await make_building(database, community_id, 11, 4)
    codes, cursor = [], None
    async with client_as(app, community_id, "community_admin") as client:
        while True:
            params = {"limit": 11, **({"cursor": cursor} if cursor else {})}
            page = (await client.get("households", params=params)).json()
            codes += [item["code"] for item in page["items"]]
            cursor = page["next"]
            if cursor is None:
                break
            assert len(page["items"]) == 11
    rooms = [f"1-1-{floor}{door:02}" for floor in range(1, 12) for door in range(1, 5)]
    assert codes == rooms


async def test_a_cursor_of_another_list_is_refused(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    building = await make_building(database, community_id, 3, 2)
    async with client_as(app, community_id, "community_admin") as client:
        cursor = (await client.get("households", params={"limit": 2})).json()["next"]
        params = {"limit": 2, "cursor": cursor, "building_id": str(building.id)}
        answer = await client.get("households", params=params)
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_cursor")


@pytest.mark.parametrize(
    ("q", "found"), [("1-30", ["1-1-301", "1-1-302"]), ("%", []), ("_", []), ("\\", [])]
)
async def test_a_search_finds_part_of_a_code_and_takes_no_wildcards(
    app: FastAPI, database: Database, q: str, found: list[str]
) -> None:
    community_id = await make_community(database)
    await make_building(database, community_id, 3, 2)
    async with client_as(app, community_id, "community_admin") as client:
        items = (await client.get("households", params={"q": q})).json()["items"]
    assert [item["code"] for item in items] == found


async def test_a_correction_needs_the_newest_version(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    building = await make_building(database, community_id)
    path = f"households/{building.household_ids[0]}"
    async with client_as(app, community_id, "community_admin") as client:
        before = await client.get(path)
        assert (await client.patch(path, json={"area_dm2": 9000})).status_code == 428
        good = {"If-Match": before.headers["etag"]}
        changed = await client.patch(path, json={"area_dm2": 9000}, headers=good)
        late = await client.patch(path, json={"occupancy": "empty"}, headers=good)
    assert changed.json()["area_dm2"] == 9000
    assert changed.json()["occupancy"] == "occupied"
    assert changed.headers["etag"] == '"2"'
    assert late.status_code == 412


@pytest.mark.parametrize(
    "body",
    [
        {"area_dm2": 0},
        {"area_dm2": 10**12},
        {"area_dm2": 89.5},
        {"area_dm2": "8950"},
        {"occupancy": "haunted"},
        {"people": -1},
        {"owner": "x"},
    ],
)
async def test_a_correction_that_makes_no_sense_is_refused(
    app: FastAPI, database: Database, body: Row
) -> None:
    community_id = await make_community(database)
    building = await make_building(database, community_id)
    path = f"households/{building.household_ids[0]}"
    async with client_as(app, community_id, "community_admin") as client:
        answer = await client.patch(path, json=body, headers={"If-Match": '"1"'})
    assert answer.status_code == 422


async def test_a_volunteer_may_look_but_not_correct(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    building = await make_building(database, community_id)
    path = f"households/{building.household_ids[0]}"
    async with client_as(app, community_id, "volunteer") as client:
        assert (await client.get(path)).status_code == 200
        answer = await client.patch(path, json={"people": 2}, headers={"If-Match": '"1"'})
    assert answer.status_code == 403


async def test_a_household_that_is_not_there_is_not_found(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        assert (await client.get(f"households/{new_id()}")).status_code == 404
