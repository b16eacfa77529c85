"""The lifts' cost plan: every lift an account of its own, three ways to share it."""

from typing import Any, Final

from linli.demo.phone import Phone
from linli.kernel.ids import new_id

LIFT_FEN: Final = 28_000_000
TALL_LIFT_FEN: Final = 36_500_000
TALL: Final = 30
"""From so many floors on a lift costs more."""
SOURCES: Final = (
    ("policy_subsidy", "市既有住宅电梯更新补贴", 15_000_000),
    ("common_revenue", "电梯广告和车位收益", 2_000_000),
    ("maintenance_fund", "住宅专项维修资金", 4_500_000),
)
TIERS: Final = ((1, 1, 0), (2, 2, 600), (3, 6, 800), (7, 12, 1000), (13, 60, 1200))
CHARITY: Final = "社区慈善资金"


async def make_cost_plan(admin: Phone, project_id: str) -> str:
    """Make and publish the plan; its id."""
    plan_id = str(new_id())
    body = {"id": plan_id, "project_id": project_id, "title": "电梯更新分摊方案"}
    body["note"] = "一部电梯一笔账，补贴和公共收益先减掉，剩下的只由坐这部电梯的住户分摊。"
    plan = await admin.post("/cost-plans", body)
    buildings = (await admin.get("/buildings?limit=200"))["items"]
    scopes = [_lift(each, well) for each in buildings for well in each["stairwells"]]
    await admin.put(f"/cost-plans/{plan_id}/scopes", {"scopes": scopes}, plan["version"])
    for rules in _schemes(await _a_home(admin)):
        await admin.post(f"/cost-plans/{plan_id}/schemes", {"id": str(new_id()), **rules})
    await admin.post(f"/cost-plans/{plan_id}/publication", {})
    return plan_id


def _lift(building: dict[str, Any], stairwell: dict[str, Any]) -> dict[str, Any]:
    tall = building["floors"] >= TALL
    return {
        "kind": "lift",
        "label": f"{building['code']}栋{stairwell['code']}单元电梯",
        "total_fen": TALL_LIFT_FEN if tall else LIFT_FEN,
        "sources": [{"kind": kind, "name": name, "amount_fen": fen} for kind, name, fen in SOURCES],
        "places": [{"building_id": building["id"], "stairwell_id": stairwell["id"]}],
    }


async def _a_home(admin: Phone) -> str:
    """Some home of the fourth building, for whom the charity pays a part."""
    found = (await admin.get("/households?limit=1&q=4-2-1201"))["items"]
    return str(found[0]["code"])


def _schemes(reduced: str) -> list[dict[str, Any]]:
    tiers = [{"from_floor": a, "to_floor": b, "thousandths": c} for a, b, c in TIERS]
    payer = {"name": CHARITY, "limit_fen": 2_000_000}
    reduction = {"code": reduced, "amount_fen": 30_000, "payer": CHARITY}
    help_ = {"payers": [payer], "reductions": [reduction]}
    return [
        {"title": "方案一：按楼层系数", "method": "floor_coefficient", "tiers": tiers, **help_},
        {"title": "方案二：系数面积各一半", "method": "half_half", "tiers": tiers},
        {"title": "方案三：按面积", "method": "area"},
    ]
