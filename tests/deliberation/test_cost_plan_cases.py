"""The cases C1-C6 of the rules, through the API and back, on both databases."""

from collections import Counter
from typing import Any

import pytest

from factories.cost_plans import Homes, costing, shares, tiers
from linli.config import Settings
from linli.kernel.db.database import Database

Case = tuple[Homes, int, list[tuple[str, int]], dict[str, Any], dict[int, list[int]]]

C1: Case = (
    [(floor, 8950) for floor in range(1, 7) for _ in range(2)],
    35_000_000,
    [],
    {
        "method": "floor_coefficient",
        "tiers": tiers(
            (1, 1, 0), (2, 2, 500), (3, 3, 1000), (4, 4, 1100), (5, 5, 1200), (6, 6, 1300)
        ),
    },
    {
        1: [0, 0],
        2: [1715686, 1715686],
        3: [3431373, 3431373],
        4: [3774510, 3774510],
        5: [4117647, 4117647],
        6: [4460784, 4460784],
    },
)
SEVEN = tiers((1, 2, 0), *((floor, floor, 700 + 100 * at) for at, floor in enumerate(range(3, 10))))
C2: Case = (
    [(floor, 8000) for floor in range(1, 10) for _ in range(2)],
    60_000_000,
    [],
    {"method": "floor_coefficient", "tiers": SEVEN},
    {
        3: [3000000] * 2,
        4: [3428571] * 2,
        5: [3857143] * 2,
        6: [4285714] * 2,
        7: [4714286] * 2,
        8: [5142857] * 2,
        9: [5571429] * 2,
    },
)
C3: Case = (
    [(floor, 7000 + 500 * (floor - 3)) for floor in range(3, 10)],
    60_000_000,
    [],
    {"method": "coefficient_area", "tiers": SEVEN},
    {
        3: [4827586],
        4: [5911330],
        5: [7093596],
        6: [8374384],
        7: [9753695],
        8: [11231527],
        9: [12807882],
    },
)
SUBSIDISED = [("policy_subsidy", 15_000_000), ("common_revenue", 3_000_000)]
TALL = [(floor, 8500) for floor in range(1, 19) for _ in range(4)]
C4: Case = (TALL, 28_000_000, SUBSIDISED, {"method": "area"}, {})
C5: Case = (
    TALL,
    28_000_000,
    SUBSIDISED,
    {
        "method": "floor_coefficient",
        "tiers": tiers((1, 1, 0), (2, 2, 600), (3, 6, 800), (7, 12, 1000), (13, 18, 1200)),
    },
    {},
)
C6: Case = (
    [(1, 10000), (2, 8000), (3, 6000)],
    12_000_000,
    [],
    {"method": "half_half", "tiers": tiers((1, 1, 1000), (2, 2, 2000), (3, 3, 3000))},
    {1: [3500000], 2: [4000000], 3: [4500000]},
)


async def by_floor(
    database: Database, config: Settings, case: Case
) -> tuple[dict[int, list[int]], Counter[int]]:
    homes, total, sources, rules, _ = case
    async with costing(database, config, homes) as costs:
        admin = await costs.as_("community_admin")
        plan_id = await costs.plan(admin, costs.scope(total, *sources))
        scheme = await costs.scheme(admin, plan_id, **rules)
        found = await shares(admin, scheme["id"])
        checked = (await admin.get(f"cost-schemes/{scheme['id']}/check")).json()
    net = total - sum(fen for _, fen in sources)
    assert sum(found.values()) == net == scheme["net_fen"] == scheme["spread"]["total"]
    assert checked["agrees"] is True
    assert checked["homes"] == len(homes)
    floors: dict[int, list[int]] = {}
    for code, fen in found.items():
        floors.setdefault(int(code.split("-")[2][:-2]), []).append(fen)
    return floors, Counter(found.values())


@pytest.mark.parametrize("case", [C1, C2, C3, C6], ids=["C1", "C2", "C3", "C6"])
async def test_a_case_of_the_rules_comes_out_to_the_fen(
    database: Database, config: Settings, case: Case
) -> None:
    floors, _ = await by_floor(database, config, case)
    for floor, expected in case[4].items():
        assert sorted(floors[floor]) == sorted(expected)


async def test_c4_shares_by_area_and_the_last_fen_goes_by_code(
    database: Database, config: Settings
) -> None:
    _, counted = await by_floor(database, config, C4)
    assert counted == {138889: 64, 138888: 8}


async def test_c5_shares_by_tiers(database: Database, config: Settings) -> None:
    floors, counted = await by_floor(database, config, C5)
    assert set(floors[1]) == {0}
    assert set(floors[2]) == {88235}
    assert {fen for floor in range(3, 7) for fen in floors[floor]} == {117647}
    assert {fen for floor in range(7, 13) for fen in floors[floor]} == {147059}
    assert (counted[176470], counted[176471]) == (12, 12)


@pytest.mark.parametrize("method", ["area", "per_household", "incremental", "manual"])
async def test_the_methods_without_coefficients_add_up_too(
    database: Database, config: Settings, method: str
) -> None:
    table = [{"code": f"1-1-{f}{d:02}", "fen": 1_000_000 + f} for f in range(1, 7) for d in (1, 2)]
    more = {"table": table} if method == "manual" else {}
    total = sum(row["fen"] for row in table)
    case: Case = (C1[0], total, [], {"method": method, **more}, {})
    floors, _ = await by_floor(database, config, case)
    if method == "incremental":
        assert floors[1] == [0, 0]
        assert floors[2] < floors[3] < floors[6]
    if method == "manual":
        assert floors[4] == [1_000_004, 1_000_004]


async def test_each_scope_is_shared_by_its_own_homes_only(
    database: Database, config: Settings
) -> None:
    async with costing(database, config) as costs:
        admin = await costs.as_("community_admin")
        place = {"building_id": str(costs.building_id), "stairwell_id": str(costs.stairwell_id)}
        scopes = [
            costs.scope(12_000_00, kind="stairwell", label="一单元", places=[place]),
            costs.scope(24_000_00, label="整栋"),
        ]
        plan_id = await costs.plan(admin, *scopes)
        scheme = await costs.scheme(admin, plan_id, method="per_household")
        found = await shares(admin, scheme["id"])
        listed = (await admin.get(f"cost-schemes/{scheme['id']}/shares")).json()["pages"]
    assert set(found.values()) == {300_000}
    assert [page["scope"] for page in listed] == [1, 2]
    assert {home["fen"] for home in listed[0]["homes"]} == {100_000}
