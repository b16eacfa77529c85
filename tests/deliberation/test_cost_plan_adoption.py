"""A scheme that a ballot adopted is frozen and becomes the receivable list."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from factories.care_canvass_stage import code, key
from factories.cost_plans import Costs, change_in_vain, costing, scheme_body
from factories.identity import actor
from linli.config import Settings
from linli.deliberation.actions.cost_plans.adopt_scheme import adopt_scheme
from linli.deliberation.models.cost_plans import CostAdoption, Receivable
from linli.deliberation.public import receivables_of
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row
from linli.kernel.facts.record import append_facts
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem

TOTAL = 12_000_000
PAYER = "社区慈善资金"
RULES = {
    "payers": [{"name": PAYER, "limit_fen": 500_000}],
    "reductions": [{"code": "1-1-601", "amount_fen": 100_000, "payer": PAYER}],
}


@pytest.fixture
async def costs(database: Database, config: Settings) -> AsyncIterator[Costs]:
    async with costing(database, config) as made:
        yield made


async def adopt(costs: Costs, scheme_id: str, round_id: UUID, version: int | None = None) -> bool:
    by = actor(costs.community_id, "community_admin")
    async with costs.database.transaction(write=True) as tx:
        await tx.enter(costs.community_id)
        new = await adopt_scheme(tx, by, UUID(scheme_id), round_id=round_id, version=version)
        await append_facts(tx)
        return new


async def owed(costs: Costs, plan_id: str) -> list[Row]:
    async with costs.database.transaction(write=False) as tx:
        await tx.enter(costs.community_id)
        return await receivables_of(tx, UUID(plan_id))


async def test_what_homes_and_payers_owe_adds_up_to_the_net(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    scheme = await costs.scheme(admin, plan_id, **RULES)
    assert await owed(costs, plan_id) == []
    assert await adopt(costs, scheme["id"], new_id()) is True
    rows = await owed(costs, plan_id)
    assert sum(row["due_fen"] for row in rows) == TOTAL
    homes = {row["household_code"]: row for row in rows if row["payer"] is None}
    assert homes.keys() == costs.homes.keys()
    assert homes["1-1-601"]["due_fen"] == 900_000
    assert homes["1-1-601"]["household_id"] == costs.homes["1-1-601"]
    assert [row["due_fen"] for row in rows if row["payer"] == PAYER] == [100_000]
    plan = (await admin.get(f"cost-plans/{plan_id}")).json()
    assert (plan["adopted"], plan["schemes"][0]["adopted"]) == (True, True)


async def test_a_frozen_scheme_takes_no_edit_of_any_kind(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    body = scheme_body()
    await admin.post(f"cost-plans/{plan_id}/schemes", json=body)
    path, match = f"cost-schemes/{body['id']}", {"If-Match": '"1"'}
    await adopt(costs, body["id"], new_id())
    rules = {"title": "改", "method": "per_household"}
    scopes = {"scopes": [costs.scope(TOTAL * 2)]}
    refused = [
        await admin.put(path, json=rules, headers=match),
        await admin.post(f"{path}/recomputation", headers={**match, **key()}),
        await admin.post(f"cost-plans/{plan_id}/schemes", json=scheme_body()),
        await admin.put(f"cost-plans/{plan_id}/scopes", json=scopes, headers={"If-Match": '"2"'}),
    ]
    assert {code(answer) for answer in refused} == {(409, "scheme_frozen")}
    again = await admin.post(f"cost-plans/{plan_id}/schemes", json=body)
    assert again.status_code == 200
    assert again.json()["adopted"] is True


async def test_the_version_that_was_voted_on_is_adopted_though_a_later_one_exists(
    costs: Costs,
) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    scheme = await costs.scheme(admin, plan_id, method="area")
    rules = {"title": "改", "method": "incremental"}
    await admin.put(f"cost-schemes/{scheme['id']}", json=rules, headers={"If-Match": '"1"'})
    await adopt(costs, scheme["id"], new_id(), version=1)
    assert {row["due_fen"] for row in await owed(costs, plan_id)} == {TOTAL // 12}
    seen = (await admin.get(f"cost-schemes/{scheme['id']}?version=1")).json()
    assert seen["adopted"] is True
    newest = (await admin.get(f"cost-schemes/{scheme['id']}")).json()
    assert newest["adopted"] is False


async def test_homes_and_cards_tell_the_adopted_version_and_not_a_later_one(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL), published=True)
    scheme = await costs.scheme(admin, plan_id, method="per_household")
    other = await costs.scheme(admin, plan_id, method="per_household")
    path = f"cost-schemes/{scheme['id']}"
    for each in (path, f"cost-schemes/{other['id']}"):
        rules = {"title": "改", "method": "incremental"}
        edited = await admin.put(each, json=rules, headers={"If-Match": '"1"'})
        assert edited.status_code == 200
    await adopt(costs, scheme["id"], new_id(), version=1)
    due = {row["household_code"]: row["due_fen"] for row in await owed(costs, plan_id)}
    assert (await admin.get(f"{path}/homes/1-1-601")).json()["share_fen"] == due["1-1-601"]
    owner = await costs.living_in("1-1-601")
    mine = (await owner.get(f"{path}/my-homes")).json()
    assert (mine["version"], mine["homes"][0]["share_fen"]) == (1, due["1-1-601"])
    cards = (await admin.get(f"cost-plans/{plan_id}")).json()["schemes"]
    shown = {card["id"]: (card["version"], card["most_fen"], card["adopted"]) for card in cards}
    assert shown[scheme["id"]] == (1, TOTAL // 12, True)
    version, most, adopted = shown[other["id"]]
    assert (version, adopted) == (2, False)
    assert most > TOTAL // 12


async def test_a_plan_is_settled_once_however_many_rounds_say_so_at_once(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    schemes = [(await costs.scheme(admin, plan_id))["id"] for _ in range(3)]
    tries = [adopt(costs, scheme_id, new_id()) for scheme_id in schemes]
    answers = await asyncio.gather(*tries, return_exceptions=True)
    assert answers.count(True) == 1
    refused = [answer for answer in answers if isinstance(answer, Problem)]
    assert [problem.code for problem in refused] == ["other_scheme_adopted"] * 2
    assert len(await owed(costs, plan_id)) == 12


async def test_the_same_round_may_say_it_again(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    scheme, round_id = await costs.scheme(admin, plan_id), new_id()
    assert await adopt(costs, scheme["id"], round_id) is True
    assert await adopt(costs, scheme["id"], round_id) is False
    assert len(await owed(costs, plan_id)) == 12


@pytest.mark.parametrize("model", [Receivable, CostAdoption])
@pytest.mark.parametrize("deleting", [True, False])
async def test_the_database_keeps_what_was_adopted(
    costs: Costs, model: type[SQLModel], *, deleting: bool
) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    await adopt(costs, (await costs.scheme(admin, plan_id))["id"], new_id())
    with pytest.raises(DBAPIError, match="append-only"):
        await change_in_vain(costs, model, deleting=deleting)
