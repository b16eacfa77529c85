"""A newer roster tells that a home was sold: the vote for it ends, the person stays a neighbour."""

from typing import Any
from uuid import UUID

import orjson
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from factories.community import make_community
from factories.community_client import client_as
from factories.homes import make_household_member
from factories.identity import make_member, serving
from factories.roster_import import apply, csv, households_of, planned
from linli.community.models import Owner, Ownership
from linli.community.public import homes_of
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact

ONE = "1栋,1单元,101,89.50,{},19900000001,自住,"
TWO = "1栋,1单元,102,76.25,李丽,19900000002,空置,"


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


async def ownerships(database: Database, community_id: UUID) -> set[tuple[UUID, UUID]]:
    o = table(Ownership).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        rows = await tx.rows(select(o.id, o.owner_id).where(o.community_id == community_id))
    return {(row["id"], row["owner_id"]) for row in rows}


async def owner_of(client: Any, home: dict[str, Any]) -> UUID:
    told = (await client.get(f"households/{home['id']}")).json()
    return UUID(told["owners"][0]["id"])


async def test_the_vote_of_a_sold_home_ends_and_the_overview_says_so_before(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    seller = await make_member(database, community_id, "resident")
    async with client_as(app, community_id, "community_admin") as admin:
        await apply(admin, (await planned(admin, csv(ONE.format("张小明"), TWO)))["id"])
        sold, kept = await households_of(admin)
        owners = [await owner_of(admin, home) for home in (sold, kept)]
        for home, owner in zip((sold, kept), owners, strict=True):
            await make_household_member(
                database, community_id, UUID(home["id"]), seller.account_id, owner_id=owner
            )
        newer = csv("1栋,1单元,101,89.50,钱多多,19900000009,自住,", TWO)
        plan = await planned(admin, newer)
        assert plan["summary"]["sold"] == 1
        assert (await apply(admin, plan["id"])).json()["status"] == "applied"
        once_more = await planned(admin, newer)
    assert (once_more["summary"]["change"], once_more["summary"]["sold"]) == (0, 0)
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        (left,) = await homes_of(tx, seller.account_id)
        assert left["household_id"] == UUID(kept["id"])
        f = table(Fact).c
        mine = (f.community_id == community_id, f.kind == "community.household_member.ended")
        (fact,) = await tx.rows(select(f.leaf).where(*mine))
        o = table(Owner).c
        former = await tx.row(select(o.name, o.phones, o.phone_index).where(o.id == owners[0]))
    assert orjson.loads(fact["leaf"])["public"] == {"because": "ownership_ended"}
    assert former == {"name": "", "phones": None, "phone_index": None}


async def test_a_member_added_after_the_plan_was_seen_has_the_plan_looked_at_again(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    seller = await make_member(database, community_id, "resident")
    async with client_as(app, community_id, "community_admin") as admin:
        await apply(admin, (await planned(admin, csv(ONE.format("张小明"))))["id"])
        (home,) = await households_of(admin)
        owner = await owner_of(admin, home)
        plan = await planned(admin, csv("1栋,1单元,101,89.50,钱多多,19900000009,自住,"))
        assert plan["summary"]["sold"] == 0
        await make_household_member(
            database, community_id, UUID(home["id"]), seller.account_id, owner_id=owner
        )
        refused = await apply(admin, plan["id"])
        shown = (await admin.get(f"roster-imports/{plan['id']}")).json()
        assert (refused.status_code, shown["summary"]["sold"]) == (409, 1)
        assert (await apply(admin, plan["id"])).status_code == 200
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        assert await homes_of(tx, seller.account_id) == []


async def test_who_stays_an_owner_keeps_the_ownership_when_another_comes_or_goes(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as admin:
        await apply(admin, (await planned(admin, csv(ONE.format("张小明"))))["id"])
        (before,) = await ownerships(database, community_id)
        await apply(admin, (await planned(admin, csv(ONE.format("钱多多、张小明"))))["id"])
        both = await ownerships(database, community_id)
        await apply(admin, (await planned(admin, csv(ONE.format("张小明"))))["id"])
        after = await ownerships(database, community_id)
    assert before in both
    assert len(both) == 2
    assert after == {before}
