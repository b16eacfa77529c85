"""The routes of cost plans on both databases: who may do and see what, and what is refused."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from factories.care_canvass_stage import code, key
from factories.community import make_building
from factories.cost_plans import Costs, change_in_vain, costing, publish, scheme_body, shares, tiers
from linli.community.actions.touch_roster import touch_roster
from linli.community.models import Household
from linli.config import Settings
from linli.deliberation.models.cost_plans import CostReduction, CostSchemeVersion, CostSharePage
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

TOTAL = 12_000_000
FUND = [{"name": "社区慈善资金", "limit_fen": 500_000}]


@pytest.fixture
async def costs(database: Database, config: Settings) -> AsyncIterator[Costs]:
    async with costing(database, config) as made:
        yield made


async def fact_leaves(costs: Costs, kind: str) -> list[dict[str, Any]]:
    c = table(Fact).c
    async with costs.database.transaction(write=False) as tx:
        await tx.enter(costs.community_id)
        asks = select(c.leaf).where(c.community_id == costs.community_id, c.kind == kind)
        return [json.loads(row["leaf"]) for row in await tx.rows(asks)]


async def test_a_plan_is_made_once_and_stays_a_draft_until_it_is_published(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    body = {"id": str(new_id()), "project_id": str(costs.project_id), "title": "分摊"}
    answers = await asyncio.gather(*[admin.post("cost-plans", json=body) for _ in range(5)])
    assert sorted(answer.status_code for answer in answers) == [200] * 4 + [201]
    path = f"cost-plans/{body['id']}"
    assert code(await resident.get(path)) == (404, "not_found")
    assert (await resident.get("cost-plans")).json()["items"] == []
    early = await admin.post(f"{path}/publication", json={}, headers=key())
    assert code(early) == (409, "plan_without_scheme")
    await admin.put(
        f"{path}/scopes", json={"scopes": [costs.scope(TOTAL)]}, headers={"If-Match": '"1"'}
    )
    await costs.scheme(admin, body["id"])
    await publish(admin, body["id"])
    seen = await resident.get(path)
    assert (seen.status_code, seen.json()["totals"]["net_fen"]) == (200, TOTAL)
    assert [plan["id"] for plan in (await resident.get("cost-plans")).json()["items"]] == [
        body["id"]
    ]
    other = await admin.post("cost-plans", json={**body, "title": "别的"})
    assert code(other) == (409, "conflict")


async def test_only_the_office_writes_and_every_member_reads(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL), published=True)
    for role in ("social_worker", "building_lead", "representative", "supervisor", "resident"):
        client = await costs.as_(role)
        refused = await client.post(f"cost-plans/{plan_id}/schemes", json=scheme_body())
        assert code(refused) == (403, "forbidden")
        listed = (await client.get(f"cost-plans/{plan_id}")).json()["schemes"]
        scheme_id = listed[0]["id"]
        assert sum((await shares(client, scheme_id)).values()) == TOTAL
        reductions = await client.get(f"cost-schemes/{scheme_id}/reductions")
        assert reductions.status_code == (200 if role == "social_worker" else 403)


async def test_sources_come_off_the_total_and_stand_in_the_plan(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    sources = [("policy_subsidy", 4_000_000), ("maintenance_fund", 1_000_000)]
    plan_id = await costs.plan(admin, costs.scope(TOTAL, *sources), costs.scope(TOTAL))
    plan = (await admin.get(f"cost-plans/{plan_id}")).json()
    assert plan["totals"] == {
        "total_fen": 2 * TOTAL,
        "by_source": {"policy_subsidy": 4_000_000, "maintenance_fund": 1_000_000},
        "net_fen": 2 * TOTAL - 5_000_000,
    }
    assert [scope["net_fen"] for scope in plan["scopes"]] == [TOTAL - 5_000_000, TOTAL]
    assert plan["scopes"][0]["places"][0]["building_code"] == "1"


async def test_sources_that_exceed_the_total_are_refused(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin)
    sources = [("policy_subsidy", 10_000_000), ("common_revenue", 2_000_001)]
    refused = await admin.put(
        f"cost-plans/{plan_id}/scopes",
        json={"scopes": [costs.scope(TOTAL, *sources)]},
        headers={"If-Match": '"1"'},
    )
    assert refused.status_code == 422
    (error,) = refused.json()["errors"]
    assert (error["pointer"], error["code"]) == ("/scopes/0/sources", "source_exceeds_rest")
    assert "20,000.00" in error["message"]
    assert (await admin.get(f"cost-plans/{plan_id}")).json()["scopes"] == []


async def test_places_outside_the_project_are_refused(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin)
    other = await make_building(costs.database, costs.community_id, code="9")
    wrong = [
        ({"building_id": str(other.id)}, "building_not_in_project"),
        (
            {"building_id": str(costs.building_id), "stairwell_id": str(other.stairwell_ids[0])},
            "unknown_stairwell",
        ),
    ]
    for place, expected in wrong:
        body = {"scopes": [costs.scope(TOTAL, places=[place])]}
        path = f"cost-plans/{plan_id}/scopes"
        refused = await admin.put(path, json=body, headers={"If-Match": '"1"'})
        assert refused.json()["errors"][0]["code"] == expected


REDUCTION = {"code": "1-1-601", "amount_fen": 100_000, "payer": FUND[0]["name"]}
WRONG: list[tuple[dict[str, Any], str, str, str]] = [
    (
        {"method": "floor_coefficient", "tiers": tiers((1, 3, 0), (5, 6, 1000))},
        "/tiers",
        "coefficient_hole",
        "4",
    ),
    (
        {"method": "half_half", "tiers": tiers((1, 4, 0), (4, 6, 1000))},
        "/tiers",
        "coefficient_twice",
        "4",
    ),
    ({"method": "coefficient_area", "tiers": tiers((6, 1, 1))}, "/tiers", "tier_turned_round", "6"),
    ({"method": "floor_coefficient", "tiers": tiers((1, 6, 0))}, "/method", "nobody_pays", "000"),
    (
        {"method": "manual", "table": [{"code": "1-1-101", "fen": TOTAL}]},
        "/table",
        "table_has_a_hole",
        "1-1-102",
    ),
    (
        {
            "method": "manual",
            "table": [
                {"code": f"1-1-{f}{d:02}", "fen": 1_000_001} for f in range(1, 7) for d in (1, 2)
            ],
        },
        "/table",
        "table_does_not_add_up",
        "0.12",
    ),
    (
        {"method": "manual", "table": [{"code": "7-7-777", "fen": TOTAL}]},
        "/table",
        "table_names_strangers",
        "7-7-777",
    ),
    (
        {"method": "manual", "table": [{"code": "1-1-101", "fen": 1}] * 2},
        "/table",
        "table_names_twice",
        "1-1-101",
    ),
    ({"reductions": [REDUCTION]}, "/reductions", "reduction_without_payer", "1-1-601"),
    (
        {"reductions": [{**REDUCTION, "code": "9-9-901"}], "payers": FUND},
        "/reductions",
        "reduction_of_stranger",
        "9-9-901",
    ),
    (
        {"reductions": [{**REDUCTION, "amount_fen": 2_000_000}], "payers": FUND},
        "/reductions",
        "reduction_exceeds_share",
        "1-1-601",
    ),
    (
        {"reductions": [{**REDUCTION, "amount_fen": 600_000}], "payers": FUND},
        "/payers",
        "payer_exhausted",
        "社区慈善资金",
    ),
    ({"payers": FUND * 2}, "/payers", "payer_twice", "社区慈善资金"),
    ({"exemptions": [{"code": "9", "reason": "一楼"}]}, "/exemptions", "exempt_stranger", "9"),
]


@pytest.mark.parametrize(("rules", "pointer", "wrong", "named"), WRONG, ids=[w[2] for w in WRONG])
async def test_a_scheme_that_cannot_be_is_refused_with_what_to_put_right(
    costs: Costs, rules: dict[str, Any], pointer: str, wrong: str, named: str
) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    body = scheme_body(**rules)
    saved = await admin.post(f"cost-plans/{plan_id}/schemes", json=body)
    preview = {name: value for name, value in body.items() if name != "id"}
    previewed = await admin.post(f"cost-plans/{plan_id}/scheme-previews", json=preview)
    for refused in (saved, previewed):
        assert refused.status_code == 422, refused.text
        (error,) = refused.json()["errors"]
        assert (error["pointer"], error["code"]) == (pointer, wrong)
        assert named in error["message"]
    assert (await admin.get(f"cost-plans/{plan_id}")).json()["schemes"] == []


async def test_a_preview_says_what_saving_would_and_keeps_nothing(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    body = scheme_body(method="incremental")
    preview = {name: value for name, value in body.items() if name != "id"}
    seen = (await admin.post(f"cost-plans/{plan_id}/scheme-previews", json=preview)).json()
    assert (await admin.get(f"cost-plans/{plan_id}")).json()["schemes"] == []
    saved = (await admin.post(f"cost-plans/{plan_id}/schemes", json=body)).json()
    assert {name: saved[name] for name in seen} == seen
    assert [row["floor"] for row in saved["floors"]] == [6, 5, 4, 3, 2, 1]


async def test_an_exempt_home_pays_nothing_and_the_reason_is_public(costs: Costs) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    plan_id = await costs.plan(admin, costs.scope(TOTAL), published=True)
    exempt = [{"code": "1-1-101", "reason": "一楼不用电梯"}]
    scheme = await costs.scheme(admin, plan_id, exemptions=exempt)
    found = await shares(resident, scheme["id"])
    assert found["1-1-101"] == 0
    assert sum(found.values()) == TOTAL
    assert (await resident.get(f"cost-schemes/{scheme['id']}")).json()["exemptions"] == exempt


async def test_a_reduction_is_known_to_the_home_and_the_office_only(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL), published=True)
    scheme = await costs.scheme(admin, plan_id, payers=FUND, reductions=[REDUCTION])
    path = f"cost-schemes/{scheme['id']}"
    home, tenant = await costs.living_in("1-1-601"), await costs.living_in("1-1-601", "tenant")
    neighbour, office = await costs.living_in("1-1-602"), await costs.as_("social_worker")
    (mine,) = (await home.get(f"{path}/my-homes")).json()["homes"]
    assert (mine["share_fen"], mine["pays_fen"]) == (1_000_000, 900_000)
    assert [step["kind"] for step in mine["steps"]][-2:] == ["less_reduction", "pays"]
    assert (await office.get(f"{path}/homes/1-1-601")).json()["pays_fen"] == 900_000
    assert (await office.get(f"{path}/reductions")).json()["items"] == [REDUCTION]
    for other in (neighbour, tenant):
        told = [
            await other.get(f"{path}/homes/1-1-601"),
            await other.get(f"{path}/shares"),
            await other.get(f"{path}/my-homes"),
            await other.get(path),
        ]
        assert {answer.status_code for answer in told} == {200}
        assert told[0].json()["pays_fen"] is None
        assert not any("900000" in answer.text for answer in told)
        assert told[3].json()["payers"] == [{**FUND[0], "taken_fen": 100_000, "homes": None}]
    leaves = await fact_leaves(costs, "deliberation.cost_scheme.saved")
    assert not any("1-1-601" in json.dumps(leaf) for leaf in leaves)
    assert leaves[-1]["private"]


async def test_my_home_is_told_step_by_step(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(
        admin, costs.scope(TOTAL, ("policy_subsidy", 1_260_000)), published=True
    )
    scheme = await costs.scheme(admin, plan_id, method="area")
    home = await costs.living_in("1-1-302")
    answer = (await home.get(f"cost-schemes/{scheme['id']}/my-homes")).json()
    (mine,) = answer["homes"]
    assert [step["kind"] for step in mine["steps"]] == [
        "cost",
        "less_source",
        "net",
        "own_area",
        "share",
        "pays",
    ]
    assert mine["steps"][3]["values"] == {"own_dm2": 8950, "all_dm2": 12 * 8950}
    assert mine["share_fen"] == mine["pays_fen"] == 895_000
    stranger = await costs.as_("resident")
    assert (await stranger.get(f"cost-schemes/{scheme['id']}/my-homes")).json()["homes"] == []
    unknown = await stranger.get(f"cost-schemes/{scheme['id']}/homes/9-9-999")
    assert code(unknown) == (404, "not_found")


async def test_schemes_side_by_side_name_who_gains_and_who_loses(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    level = await costs.scheme(admin, plan_id, method="per_household")
    steep = await costs.scheme(admin, plan_id, method="incremental")
    found = (await admin.get(f"cost-schemes/{level['id']}/comparison?other={steep['id']}")).json()
    assert found["gain"] + found["lose"] + found["same"] == 12
    assert found["gain_most"][0]["after"] == 0
    assert found["floors"][-1] == {
        "floor": 1,
        "homes": 2,
        "gain": 2,
        "lose": 0,
        "least_change": -1_000_000,
        "most_change": -1_000_000,
    }


async def test_two_edits_at_once_leave_one_and_tell_the_other(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    scheme = await costs.scheme(admin, plan_id)
    path, match = f"cost-schemes/{scheme['id']}", {"If-Match": '"1"'}
    bodies = [
        {"title": f"第{n}稿", "method": method}
        for n, method in enumerate(["area", "per_household", "incremental", "area"])
    ]
    answers = await asyncio.gather(*[admin.put(path, json=body, headers=match) for body in bodies])
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412]
    assert [one["number"] for one in (await admin.get(f"{path}/versions")).json()["items"]] == [
        2,
        1,
    ]
    first = (await admin.get(f"{path}?version=1")).json()
    assert (first["method"], first["newest"]) == ("area", False)
    assert code(await admin.put(path, json=bodies[0])) == (428, "if_match_required")
    scopes = {"scopes": [costs.scope(TOTAL)]}
    edits = await asyncio.gather(
        *[
            admin.put(f"cost-plans/{plan_id}/scopes", json=scopes, headers={"If-Match": '"2"'})
            for _ in range(4)
        ]
    )
    assert sorted(edit.status_code for edit in edits) == [200, 412, 412, 412]


async def test_a_changed_roster_is_said_and_never_changes_a_share_by_itself(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    scheme = await costs.scheme(admin, plan_id)
    before = await shares(admin, scheme["id"])
    await change_home(costs, "1-1-101", people=3)
    seen = (await admin.get(f"cost-plans/{plan_id}")).json()["schemes"][0]
    assert seen["roster_changed"] is False
    await change_home(costs, "1-1-101", area_dm2=18_000)
    seen = (await admin.get(f"cost-plans/{plan_id}")).json()["schemes"][0]
    assert (seen["roster_changed"], seen["scopes_changed"]) == (True, False)
    assert await shares(admin, scheme["id"]) == before
    path = f"cost-schemes/{scheme['id']}"
    step = {"If-Match": '"1"', **key()}
    anew = await admin.post(f"{path}/recomputation", headers=step)
    assert (anew.status_code, anew.json()["version"], anew.headers["ETag"]) == (200, 2, '"2"')
    again = await admin.post(f"{path}/recomputation", headers=step)
    assert (again.status_code, again.json()) == (200, anew.json())
    stale = await admin.post(f"{path}/recomputation", headers={**step, **key()})
    assert code(stale) == (412, "changed_meanwhile")
    keyless = await admin.post(f"{path}/recomputation", headers={"If-Match": '"2"'})
    assert code(keyless) == (400, "idempotency_key_required")
    assert anew.json()["roster_changed"] is False
    after = await shares(admin, scheme["id"])
    assert after["1-1-101"] > before["1-1-101"]
    assert sum(after.values()) == TOTAL
    first = (await admin.get(f"{path}/check?version=1")).json()
    assert first["agrees"] is True
    assert first["shares_digest"] != anew.json()["shares_digest"]


async def test_changed_totals_are_said_and_a_manual_table_must_then_be_made_anew(
    costs: Costs,
) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    rows = [{"code": name, "fen": 1_000_000} for name in costs.homes]
    by_hand = await costs.scheme(admin, plan_id, method="manual", table=rows)
    by_area = await costs.scheme(admin, plan_id, payers=FUND, reductions=[REDUCTION])
    body = {"scopes": [costs.scope(TOTAL + 1200)]}
    await admin.put(f"cost-plans/{plan_id}/scopes", json=body, headers={"If-Match": '"2"'})
    cards = (await admin.get(f"cost-plans/{plan_id}")).json()["schemes"]
    assert [card["scopes_changed"] for card in cards] == [True, True]
    match = {"If-Match": '"1"'}
    refused = await admin.post(
        f"cost-schemes/{by_hand['id']}/recomputation", headers={**match, **key()}
    )
    assert refused.json()["errors"][0]["code"] == "table_does_not_add_up"
    match |= key()
    anew = await admin.post(f"cost-schemes/{by_area['id']}/recomputation", headers=match)
    assert (anew.status_code, anew.json()["net_fen"]) == (200, TOTAL + 1200)
    kept = (await admin.get(f"cost-schemes/{by_area['id']}/reductions")).json()["items"]
    assert kept == [REDUCTION]


async def test_a_tampered_share_is_found_by_working_it_out_anew(costs: Costs) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    scheme = await costs.scheme(admin, plan_id)
    c = table(CostSchemeVersion).c
    async with costs.database.transaction(write=True) as tx:
        await tx.enter(costs.community_id)
        stored = await tx.row(select(table(CostSchemeVersion)).where(c.scheme_id == scheme["id"]))
        assert stored is not None
        forged = {**stored, "id": new_id(), "number": 2, "shares_digest": "ab" * 32}
        await tx.execute(insert(table(CostSchemeVersion)).values(forged))
        pages = "INSERT INTO cost_share_page SELECT community_id, :new, number, scope_number, "
        pages += "building_id, building_code, homes FROM cost_share_page WHERE version_id = :old"
        ids = {"new": forged["id"], "old": stored["id"]}
        if not tx.on_postgres:
            ids = {name: str(value) for name, value in ids.items()}
        await tx.execute(text(pages), ids)
    check = (await admin.get(f"cost-schemes/{scheme['id']}/check?version=2")).json()
    assert check["agrees"] is False
    assert check["recomputed_digest"] == scheme["shares_digest"]


@pytest.mark.parametrize("model", [CostSchemeVersion, CostSharePage, CostReduction])
@pytest.mark.parametrize("deleting", [True, False])
async def test_the_database_refuses_to_change_what_was_worked_out(
    costs: Costs, model: type[SQLModel], *, deleting: bool
) -> None:
    admin = await costs.as_("community_admin")
    plan_id = await costs.plan(admin, costs.scope(TOTAL))
    await costs.scheme(admin, plan_id, payers=FUND, reductions=[REDUCTION])
    with pytest.raises(DBAPIError, match="append-only"):
        await change_in_vain(costs, model, deleting=deleting)


async def change_home(costs: Costs, name: str, **values: Any) -> None:
    c = table(Household).c
    async with costs.database.transaction(write=True) as tx:
        await tx.enter(costs.community_id)
        this = (c.community_id == costs.community_id, c.code == name)
        await tx.execute(update(table(Household)).where(*this).values(**values))
        await touch_roster(tx)
        assert await tx.scalar(select(func.count()).where(*this)) == 1
