"""Roster imports over HTTP, on both databases."""

import asyncio
import io
import json
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from xlsxwriter import Workbook

from factories.community import make_community
from factories.community_client import client_as
from factories.identity import serving
from factories.roster_import import DATA, HEADER, ROSTER, apply, csv, planned, rows, upload
from linli.community.models import (
    Household,
    Owner,
    Ownership,
    RosterContent,
    RosterPlanPage,
)
from linli.config import Settings
from linli.demo.roster import demo_workbook
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

TRUTH = json.loads((DATA / "roster.truth.json").read_text())
ONE = "1栋,1单元,101,89.50,张小明,19900000001,自住,"
TWO = "1栋,1单元,102,76.25,李丽,19900000002,空置,"


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


async def count(database: Database, community_id: UUID, model: type) -> int:
    target = table(model)
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        mine = target.c.community_id == community_id
        return int(await tx.scalar(select(func.count()).select_from(target).where(mine)))


async def households_of(client: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    params: dict[str, Any] = {"limit": 200}
    while True:
        page = (await client.get("households", params=params)).json()
        found += page["items"]
        if page["next"] is None:
            return found
        params["cursor"] = page["next"]


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
    assert await count(database, community_id, Owner) == 2


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


async def test_rows_to_review_tell_sheet_row_column_value_and_reason(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE, "2栋,1单元,201,待测,赵强,,,"))
        (row,) = await rows(client, plan["id"], "review")
    place = ("roster", 3, "D", "建筑面积", "待测", "area_not_a_number")
    assert (
        tuple(row[name] for name in ("sheet", "row", "column", "header", "value", "code")) == place
    )
    assert row["message"] == "The area is not a number"
    assert row["household_code"] == "2-1-201"
    assert {cell["field"]: cell["value"] for cell in row["cells"]}["owner"] == "赵强"


async def test_a_decision_corrects_a_row_and_another_takes_it_back(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE, "2栋,1单元,201,待测,赵强,,,"))
        path = f"roster-imports/{plan['id']}"
        (row,) = await rows(client, plan["id"], "review")
        correct = {"row_id": row["row_id"], "action": "correct", "fields": {"area": "80.5"}}

        async def decide(decision: dict[str, Any], version: int) -> dict[str, Any]:
            seen = {"If-Match": f'"{version}"'}
            body = {"decisions": [decision]}
            sent = await client.put(f"{path}/decisions", json=body, headers=seen)
            assert sent.status_code == 200, sent.text
            found: dict[str, Any] = (await client.get(path)).json()
            return found

        corrected = await decide(correct, plan["version"])
        assert (corrected["summary"]["create"], corrected["summary"]["review"]) == (2, 0)
        undone = await decide({"row_id": row["row_id"], "action": "undo"}, corrected["version"])
        assert undone["summary"]["review"] == 1
        skipped = await decide({"row_id": row["row_id"], "action": "skip"}, undone["version"])
        assert (skipped["summary"]["review"], skipped["summary"]["skipped"]) == (0, 1)


async def test_a_wrong_guess_of_the_columns_can_be_corrected(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    strange = csv("1,1,101,89.5,张明", header="甲,乙,丙,丁,戊")
    async with client_as(app, community_id, "community_admin") as client:
        found = await planned(client, strange)
        assert (found["status"], found["summary"]["create"]) == ("planned", 0)
        assert found["sheets"][0]["use"] is False
        names = ("building", "stairwell", "room", "area", "owner")
        columns = [{"index": at, "field": name} for at, name in enumerate(names)]
        sheet = {"name": "roster", "use": True, "header_row": 1, "columns": columns}
        path = f"roster-imports/{found['id']}"
        seen = {"If-Match": f'"{found["version"]}"'}
        sent = await client.patch(path, json={"sheets": [sheet]}, headers=seen)
        assert sent.status_code == 200, sent.text
        mapped = (await client.get(path)).json()
    assert (mapped["status"], mapped["summary"]["create"]) == ("planned", 1)
    assert [each["sample"] for each in mapped["sheets"][0]["columns"]] == [
        "1",
        "1",
        "101",
        "89.5",
        "张明",
    ]


async def test_a_correction_of_a_sheet_that_is_not_there_is_refused(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE))
        path, seen = f"roster-imports/{plan['id']}", {"If-Match": f'"{plan["version"]}"'}
        bodies = [
            {"sheets": [{"name": "nowhere"}]},
            {"sheets": [{"name": "roster", "header_row": 99}]},
            {
                "sheets": [
                    {
                        "name": "roster",
                        "columns": [{"index": 0, "field": "room"}, {"index": 1, "field": "room"}],
                    }
                ]
            },
            {"sheets": []},
        ]
        answers = [await client.patch(path, json=body, headers=seen) for body in bodies]
        late = await client.patch(
            path, json={"sheets": [{"name": "roster"}]}, headers={"If-Match": '"1"'}
        )
    assert [answer.status_code for answer in answers] == [422] * 4
    assert late.status_code == 412


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


async def test_the_same_key_gets_the_same_answer(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    key = str(new_id())
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE))
        first, again = [await apply(client, plan["id"], key) for _ in range(2)]
        without = await client.post(f"roster-imports/{plan['id']}/application", json={})
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


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "file_old_excel"),
        (b"PK\x03\x04broken", "file_broken"),
        (b"%PDF-1.7", "file_wrong_type"),
    ],
)
async def test_a_file_that_is_no_roster_is_refused_with_the_reason(
    app: FastAPI, database: Database, content: bytes, code: str
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        answer = await upload(client, content)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not answer.json()["title"].startswith("file_")


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


async def test_refused_rows_come_as_a_workbook_that_can_be_imported_when_corrected(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ONE, "2栋,1单元,201,待测,赵强,,,"))
        file = await client.get(f"roster-imports/{plan['id']}/refused.xlsx")
        again = await planned(client, file.content, filename="refused.xlsx")
    assert file.headers["content-disposition"] == 'attachment; filename="refused.xlsx"'
    assert (again["summary"]["create"], again["summary"]["review"]) == (0, 1)
    assert again["sheets"][0]["columns"][-1]["header"] == "Reason"


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
