"""What is stored of a plan's homes to the byte: digests of what was saved long ago go by it."""

import hashlib
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import insert, select

from factories.care_canvass_stage import code
from factories.cost_plans import Costs, costing, publish, shares
from linli.community.models import Household
from linli.config import Settings
from linli.deliberation.models.cost_plans import CostScope, CostSharePage
from linli.deliberation.queries.cost_plans.tables import MINE
from linli.kernel.db.database import Database
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id

HOMES = [(1, 8950), (2, 9051)]
SHOP = '1-商铺"甲\\'
PLAIN = (
    '[{"code":"1-1-101","floor":1,"door":"01","area_dm2":8950,"exempt":false,"stairwell":"1"},'
    '{"code":"1-1-201","floor":2,"door":"01","area_dm2":9051,"exempt":false,"stairwell":"1"},'
    '{"code":"1-商铺\\"甲\\\\","floor":1,"door":"甲","area_dm2":1999,"exempt":false,"stairwell":null}]'
)
_SOURCES = Fast(select(table(CostScope).c.sources).where(table(CostScope).c.community_id == MINE))


@pytest.fixture
async def costs(database: Database, config: Settings) -> AsyncIterator[Costs]:
    async with costing(database, config, HOMES) as made:
        yield made


async def open_shop(costs: Costs) -> None:
    """A shop beside every stairwell, whose floor is not told and whose code needs escaping."""
    row = {
        "community_id": costs.community_id,
        "id": new_id(),
        "building_id": costs.building_id,
        "stairwell_id": None,
        "code": SHOP,
        "sort_key": "zz",
        "floor": None,
        "door": "甲",
        "area_dm2": 1999,
        "kind": "shop",
        "version": 1,
    }
    async with costs.database.transaction(write=True) as tx:
        await tx.enter(costs.community_id)
        await tx.execute(insert(table(Household)).values(row))


async def test_homes_are_stored_and_digested_as_they_always_were(costs: Costs) -> None:
    await open_shop(costs)
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(20_000, with_shops=True))
    scheme = await costs.scheme(admin, plan_id, method="area")
    assert scheme["roster_digest"] == hashlib.sha256(f"{PLAIN}\n".encode()).hexdigest()
    fen = await shares(admin, scheme["id"])
    stored = PLAIN
    for home, ending in (("1-1-101", '"1"'), ("1-1-201", '"1"'), (SHOP, "null")):
        stored = stored.replace(f"{ending}}}", f'{ending},"fen":{fen[home]}}}', 1)
    async with costs.database.transaction(write=False) as tx:
        await tx.enter(costs.community_id)
        of_plan = table(CostSharePage).c
        asks = select(of_plan.homes).where(of_plan.community_id == costs.community_id)
        assert await tx.scalar(asks) == stored
    assert scheme["shares_digest"] == hashlib.sha256(f"{stored}\n".encode()).hexdigest()
    told = await admin.get(f"cost-schemes/{scheme['id']}/shares")
    assert f'"homes":{stored}}}]}}' in told.text


async def test_a_stairwell_shares_alone_and_the_document_names_it(costs: Costs) -> None:
    await open_shop(costs)
    admin = await costs.as_("community_admin")
    place = {"building_id": str(costs.building_id), "stairwell_id": str(costs.stairwell_id)}
    plan_id = await costs.plan(admin, costs.scope(20_000, with_shops=True, places=[place]))
    scheme = await costs.scheme(admin, plan_id, method="area")
    named = {**place, "building_code": "1", "stairwell_code": "1"}
    assert scheme["scopes"][0]["places"] == [named]
    assert set(await shares(admin, scheme["id"])) == {"1-1-101", "1-1-201"}


async def test_versions_of_a_draft_are_for_those_who_write_it(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    plan_id = await costs.plan(admin, costs.scope(20_000))
    scheme = await costs.scheme(admin, plan_id, method="area")
    path = f"cost-schemes/{scheme['id']}/shares"
    assert (await admin.get(path)).json()["version"] == 1
    assert code(await resident.get(path)) == (404, "not_found")
    await publish(admin, plan_id)
    assert (await resident.get(f"{path}?version=1")).json()["version"] == 1
    assert code(await resident.get(f"{path}?version=2")) == (404, "not_found")


@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
async def test_a_document_is_the_same_whichever_connection_reads_it(
    costs: Costs, *, write: bool
) -> None:
    admin = await costs.as_("community_admin")
    await costs.plan(admin, costs.scope(20_000, ("policy_subsidy", 500)))
    async with costs.database.transaction(write=write) as tx:
        await tx.enter(costs.community_id)
        here = {"community_id": costs.community_id}
        found = await tx.scalar(_SOURCES, here)
    assert found == [{"kind": "policy_subsidy", "name": "policy_subsidy", "amount_fen": 500}]
