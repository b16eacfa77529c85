"""What an import keeps, and what it never keeps."""

from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import select, text

from factories.community import make_community
from factories.community_client import client_as
from factories.identity import actor, serving
from factories.roster_import import apply, csv, planned, rows
from linli.community.public import handle_suggestion, open_suggestion, waiting_suggestions
from linli.community.queries.roster_material import read_material
from linli.community.rules.packed_sheets import unpack_sheets
from linli.config import Settings
from linli.kernel.access.actor import Permission
from linli.kernel.db.database import Database
from linli.kernel.db.rows import metadata, table
from linli.kernel.problems import Problem
from linli.kernel.vault.models import VaultOpening

IDENTITY = "420106198001011234"
ROW = "1栋,1单元,101,89.50,张小明,19900000001,自住,独居老人"
WITH_IDENTITY = f"1栋,1单元,101,89.50,张小明,19900000001,{IDENTITY},身份证{IDENTITY}"
VISIT = Permission.of("test:visit", "social_worker")


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


async def everything_stored(database: Database, community_id: UUID) -> str:
    """Every cell of every table of a community, as the database holds it."""
    raw = str(community_id)
    found: list[Any] = []
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        for name, target in metadata.tables.items():
            if "community_id" in target.c:
                mine = text(f"SELECT * FROM {name} WHERE CAST(community_id AS text) = :id")  # noqa: S608 - own tables
                found += [tuple(row) for row in (await tx.execute(mine, {"id": raw})).all()]
    assert len(found) > 5
    return "\n".join(map(repr, found))


async def test_identity_numbers_are_never_stored_not_even_sealed(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    header = "楼号,单元,房间,建筑面积,业主名称,手机号,身份证号,备注"
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(WITH_IDENTITY, header=header))
        created = await rows(client, plan["id"], "create")
        identity = next(c for c in plan["sheets"][0]["columns"] if c["header"] == "身份证号")
        async with database.transaction(write=False) as tx:
            await tx.enter(community_id)
            material = await read_material(tx, UUID(plan["id"]))
        assert material.sealer is not None
        assert material.sealed is not None
        place = ("roster_content", material.import_id)
        cells = unpack_sheets(material.sealer.unseal(*place, material.sealed))
        await apply(client, plan["id"])
    assert (identity["field"], identity["sample"]) == (None, "")
    assert IDENTITY not in repr(cells)
    assert IDENTITY not in repr(created)
    assert IDENTITY not in await everything_stored(database, community_id)


async def test_phones_and_remarks_about_health_are_nowhere_in_the_clear(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ROW))
        waiting = await everything_stored(database, community_id)
        await apply(client, plan["id"])
    applied = await everything_stored(database, community_id)
    for word in ("19900000001", "独居", "老人", "home_visit"):
        assert word not in waiting
        assert word not in applied


async def test_a_suggestion_is_opened_on_record_and_erased_when_handled(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, csv(ROW))
        assert plan["summary"]["suggestions"] == 1
        await apply(client, plan["id"])
    social = actor(community_id, "social_worker")
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        (waiting,) = await waiting_suggestions(tx)
        household_id, kinds = await open_suggestion(tx, social, VISIT, waiting["id"])
        opened = table(VaultOpening).c
        mine = (opened.community_id == community_id, opened.record_id == waiting["id"])
        assert len(await tx.rows(select(opened.actor_id).where(*mine))) == 1
        await handle_suggestion(tx, social, waiting["id"])
        assert await waiting_suggestions(tx) == []
        with pytest.raises(Problem, match="not_found"):
            await open_suggestion(tx, social, VISIT, waiting["id"])
    assert (waiting["code"], household_id) == ("1-1-101", waiting["household_id"])
    assert kinds == ["stair_support", "home_visit"]


async def test_what_was_handled_is_not_suggested_again_but_something_new_is(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    social = actor(community_id, "social_worker")
    async with client_as(app, community_id, "community_admin") as client:
        await apply(client, (await planned(client, csv(ROW)))["id"])
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            (waiting,) = await waiting_suggestions(tx)
            await handle_suggestion(tx, social, waiting["id"])
        again = await planned(client, csv(ROW))
        assert (again["summary"]["change"], again["summary"]["suggestions"]) == (0, 0)
        await apply(client, again["id"])
        more = await planned(client, csv(ROW + " 糖尿病"))
        assert more["summary"]["suggestions"] == 1
        shown = await rows(client, more["id"], "change")
        await apply(client, more["id"])
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        (waiting,) = await waiting_suggestions(tx)
        _, kinds = await open_suggestion(tx, social, VISIT, waiting["id"])
    assert kinds == ["medicine_pickup"]
    assert shown[0]["changes"] == []


async def test_a_suggestion_that_still_waits_is_joined_with_what_a_newer_roster_adds(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        await apply(client, (await planned(client, csv(ROW)))["id"])
        await apply(client, (await planned(client, csv(ROW + " 糖尿病")))["id"])
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        (waiting,) = await waiting_suggestions(tx)
        social = actor(community_id, "social_worker")
        _, kinds = await open_suggestion(tx, social, VISIT, waiting["id"])
    assert kinds == ["stair_support", "medicine_pickup", "home_visit"]
