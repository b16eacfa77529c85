"""Roster imports over HTTP: what arrives, and what a newer roster changes."""

import io
import json
from uuid import UUID
from zipfile import ZipFile

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from xlsxwriter import Workbook

from factories.community import make_community
from factories.community_client import client_as
from factories.identity import serving
from factories.roster_import import (
    DATA,
    HEADER,
    ROSTER,
    apply,
    csv,
    households_of,
    planned,
    rows,
    upload,
)
from linli.community.models import (
    Household,
    Owner,
    Ownership,
)
from linli.config import Settings
from linli.demo.roster import demo_workbook
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id

TRUTH = json.loads((DATA / "roster.truth.json").read_text())
ONE = "1栋,1单元,101,89.50,张小明,19900000001,自住,"
TWO = "1栋,1单元,102,76.25,李丽,19900000002,空置,"


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


async def test_the_roster_kept_by_hand_arrives_as_a_careful_person_reads_it(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, ROSTER, filename="roster.xlsx")
        assert plan["status"] == "planned"
        assert plan["summary"]["review"] == len(TRUTH["review"])
        assert plan["summary"]["skipped"] == TRUTH["skipped_rows"]
        applied = await apply(client, plan["id"])
        assert (applied.status_code, applied.json()["status"]) == (200, "applied")
        homes = await households_of(client)
    read = {
        home["code"]: (
            home["building_code"],
            home["stairwell_code"],
            home["floor"],
            home["area_dm2"],
        )
        for home in homes
        if home["kind"] == "home"
    }
    true = {
        home["code"]: (home["building"], home["stairwell"], home["floor"], home["area_dm2"])
        for home in TRUTH["households"]
    }
    assert read == true
    assert sum(home["kind"] == "shop" for home in homes) == TRUTH["totals"]["shops"]
    assert await owner_counts(database, community_id) == {
        home["code"]: home["owners"] for home in TRUTH["households"]
    }


async def owner_counts(database: Database, community_id: UUID) -> dict[str, int]:
    household, ownership = table(Household).c, table(Ownership).c
    asks = (
        select(household.code, func.count().label("owners"))
        .join_from(
            table(Household),
            table(Ownership),
            (ownership.community_id == household.community_id)
            & (ownership.household_id == household.id),
        )
        .where(household.community_id == community_id, household.kind == "home")
        .group_by(household.code)
    )
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        return {row["code"]: row["owners"] for row in await tx.rows(asks)}


async def test_one_owner_of_several_homes_is_one_owner(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, ROSTER, filename="roster.xlsx")
        await apply(client, plan["id"])
    ownership = table(Ownership).c
    several = (
        select(ownership.owner_id)
        .where(ownership.community_id == community_id)
        .group_by(ownership.owner_id)
        .having(func.count() > 1)
    )
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        found = await tx.rows(several)
    assert len(found) == TRUTH["totals"]["owners_of_several"]


async def test_importing_the_same_roster_again_changes_nothing(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        await apply(client, (await planned(client, ROSTER, filename="a.xlsx"))["id"])
        before = await households_of(client)
        again = await planned(client, ROSTER, filename="a.xlsx")
        assert (again["summary"]["create"], again["summary"]["change"]) == (0, 0)
        assert again["summary"]["unchanged"] == 1012
        assert (await apply(client, again["id"])).json()["status"] == "applied"
        assert await households_of(client) == before


async def test_a_newer_roster_shows_what_changed_and_reports_what_is_missing(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    newer = "1栋,1单元,101,90.00,王芳,19900000009,出租,"
    async with client_as(app, community_id, "community_admin") as client:
        await apply(client, (await planned(client, csv(ONE, TWO)))["id"])
        plan = await planned(client, csv(newer))
        changed = await rows(client, plan["id"], "change")
        gone = [row["household_code"] for row in await rows(client, plan["id"], "missing")]
        await apply(client, plan["id"])
        homes = {home["code"]: home for home in await households_of(client)}
        owners = (await client.get(f"households/{homes['1-1-101']['id']}")).json()["owners"]
    changes = {
        each["field"]: (each["before"], each["after"]) for row in changed for each in row["changes"]
    }
    assert changes == {
        "area_dm2": (8950, 9000),
        "occupancy": ("occupied", "rented"),
        "owners": ("张小明", "王芳"),
    }
    assert gone == ["1-1-102"]
    assert homes["1-1-101"]["area_dm2"] == 9000
    assert homes["1-1-101"]["version"] == 2
    assert [owner["name"] for owner in owners] == ["王芳"]
    assert [owner["phones"] for owner in owners] == [["199****0009"]]
    o = table(Owner).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        names = await tx.rows(select(o.name).where(o.community_id == community_id))
    assert sorted(row["name"] for row in names) == ["", "李丽", "王芳"]


async def test_names_are_masked_for_volunteers_and_phones_for_everyone(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        await apply(client, (await planned(client, csv(ONE)))["id"])
        (home,) = await households_of(client)
        staff = (await client.get(f"households/{home['id']}")).json()
    async with client_as(app, community_id, "volunteer") as client:
        volunteer = (await client.get(f"households/{home['id']}")).json()
    assert (staff["names_masked"], staff["owners"][0]["name"]) == (False, "张小明")
    assert (volunteer["names_masked"], volunteer["owners"][0]["name"]) == (True, "张*明")
    assert staff["owners"][0]["phones"] == volunteer["owners"][0]["phones"] == ["199****0001"]


@pytest.mark.parametrize("role", ["volunteer", "building_lead", "social_worker", "resident"])
async def test_only_community_staff_import(app: FastAPI, database: Database, role: str) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, role) as client:
        assert (await upload(client, csv(ONE))).status_code == 403
        assert (await client.get("roster-imports")).status_code == 403
        nowhere = f"roster-imports/{new_id()}"
        assert (await client.post(f"{nowhere}/cancellation", json={})).status_code == 403
        assert (await apply(client, str(new_id()))).status_code == 403


async def test_an_import_of_another_community_is_not_found(
    app: FastAPI, database: Database
) -> None:
    elsewhere = await make_community(database)
    async with client_as(app, elsewhere, "community_admin") as client:
        plan = await planned(client, csv(ONE))
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        path = f"roster-imports/{plan['id']}"
        answers = [
            await client.get(path),
            await client.get(f"{path}/rows", params={"outcome": "create"}),
            await client.get(f"{path}/refused.xlsx"),
            await client.post(f"{path}/cancellation", json={}),
            await apply(client, plan["id"]),
        ]
    assert {answer.status_code for answer in answers} == {404}


async def test_control_characters_hidden_in_a_workbook_do_no_harm(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    hidden = with_shared_text(b"NAME", "张_x0000_小_x0007_明".encode())
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, hidden, filename="roster.xlsx")
        assert (await apply(client, plan["id"])).status_code == 200
        (home,) = await households_of(client)
        owners = (await client.get(f"households/{home['id']}")).json()["owners"]
    assert [owner["name"] for owner in owners] == ["张小明"]


def with_shared_text(placeholder: bytes, text: bytes) -> bytes:
    """A workbook of one home, with a text that no spreadsheet program would write."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("花名册")
        sheet.write_row(0, 0, HEADER.split(","))
        sheet.write_row(1, 0, ("1栋", "1单元", "101", "80", placeholder.decode()))
    changed = io.BytesIO()
    with ZipFile(file) as packed, ZipFile(changed, "w") as again:
        for name in packed.namelist():
            again.writestr(name, packed.read(name).replace(placeholder, text))
    return changed.getvalue()


async def test_the_demo_workbook_arrives_whole_with_five_rows_to_ask_about(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    assert demo_workbook() == demo_workbook()
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, demo_workbook(), filename="roster.xlsx")
        await apply(client, plan["id"])
        homes = await households_of(client)
        buildings = (await client.get("buildings")).json()["items"]
    assert (plan["summary"]["review"], plan["summary"]["warning"]) == (5, 0)
    assert sum(home["kind"] == "home" for home in homes) == 1000
    assert [building["code"] for building in buildings] == list("12345678")
    assert len({(home["building_code"], home["stairwell_code"]) for home in homes}) == 12 + 1
