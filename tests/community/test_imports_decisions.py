"""Roster imports over HTTP: rows that wait, decisions, and the mapping of columns."""

from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI

from factories.community import make_community
from factories.community_client import client_as
from factories.identity import actor, serving
from factories.roster_import import apply, csv, households_of, planned, rows, upload
from linli.community.actions.roster.decide import decide_rows
from linli.community.schemas.rosters import DecisionsIn
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.facts.record import append_facts

ONE = "1栋,1单元,101,89.50,张小明,19900000001,自住,"
TWO = "1栋,1单元,102,76.25,李丽,19900000002,空置,"


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


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


async def test_nothing_is_applied_while_what_was_decided_is_not_worked_in(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(
            client, csv(ONE, "2栋,1单元,201,待测,赵强,,,", "2栋,1单元,202,待测,王强,,,")
        )
        first, second = await rows(client, plan["id"], "review")
        decisions = [
            {"row_id": row["row_id"], "action": "correct", "fields": {"area": "80.5"}}
            for row in (first, second)
        ]
        by = actor(community_id, "community_admin")
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            body = DecisionsIn.model_validate({"decisions": decisions[:1]})
            await decide_rows(tx, by, UUID(plan["id"]), body, plan["version"])
            await append_facts(tx)
        refused = await apply(client, plan["id"])
        assert (refused.status_code, refused.json()["code"]) == (409, "import_being_planned")
        assert await households_of(client) == []

        seen = {"If-Match": f'"{plan["version"] + 1}"'}
        path = f"roster-imports/{plan['id']}"
        sent = await client.put(
            f"{path}/decisions", json={"decisions": decisions[1:]}, headers=seen
        )
        assert sent.status_code == 200, sent.text
        assert (await apply(client, plan["id"])).status_code == 200
        codes = [home["code"] for home in await households_of(client)]
    assert codes == ["1-1-101", "2-1-201", "2-1-202"]
