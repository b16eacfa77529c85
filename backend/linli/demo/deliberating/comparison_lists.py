"""Three brands of lifts side by side, after two visits to places where they run."""

from datetime import date, timedelta
from typing import Any, Final

from linli.demo.deliberating.earlier import days_ago
from linli.demo.documents import picture
from linli.demo.phone import Phone
from linli.kernel.ids import new_id

CRITERIA: Final[tuple[dict[str, Any], ...]] = (
    {"key": "c1", "label": "每部价格（含安装）", "kind": "price", "better": "lower", "weight": 35},
    {
        "key": "c2",
        "label": "轿厢噪声",
        "kind": "number",
        "unit": "dB",
        "better": "lower",
        "weight": 15,
    },
    {"key": "c3", "label": "质保年限", "kind": "number", "unit": "年", "weight": 20},
    {
        "key": "c4",
        "label": "维保到场",
        "kind": "number",
        "unit": "分钟",
        "better": "lower",
        "weight": 20,
    },
    {"key": "c5", "label": "停电自动平层", "kind": "yes_no", "weight": 10},
    {"key": "c6", "label": "住户怎么说", "kind": "text"},
)
OPTIONS: Final = (("o1", "安和电梯"), ("o2", "稳达电梯"), ("o3", "云阶电梯"))
KNOWN: Final[dict[str, tuple[Any, ...]]] = {
    "o1": (27_600_000, "52", "5", "25", True, "关门轻，用了四年没有困过人。"),
    "o2": (29_800_000, "49", "8", "20", True, "贵一点，维保师傅随叫随到。"),
    "o3": (25_900_000, "55", "3", "40", False, None),
}
SOURCES: Final = ("书面报价", "现场实测", "合同样本", "服务承诺书", "产品说明书", "走访住户")
VISITS: Final = (
    ("rep", "o1", "江岸区翠柳苑 3 栋", "代表两人、楼栋长一人", 16),
    ("supervisor", "o2", "汉阳区知音里 5 栋", "监督员、代表和两位住户", 14),
)
PUBLISHED_DAYS_AGO, CORRECTED_DAYS_AGO = 18, 9
FINDINGS: Final = {
    "o1": "上下坐了六趟，起步平稳。七楼住户说夜里听不见声音。按钮离地 1.1 米，坐轮椅够得着。",
    "o2": "装了两年，机房干净，保养记录半月一次都有签字。高峰时等了两分钟。",
}
SEEN: Final = {"o1": ("lift-seen.jpg",)}
SIGNED: Final = {"rep": "郑国平", "supervisor": "何德厚"}


async def compare_brands(
    phones: dict[str, Phone], project_id: str, decision_id: str, today: date
) -> str:
    """Make and publish the list, report two visits and sign for them; the list's id.

    Args:
        phones: by login; ``admin``, ``rep`` and ``supervisor``.
        project_id: the lift project.
        decision_id: of the session that agreed on the weights.
        today: in the community.
    """
    list_id = str(new_id())
    content = _content(decision_id)
    admin = phones["admin"]
    with days_ago(PUBLISHED_DAYS_AGO):
        await admin.post("/comparison-lists", {"id": list_id, "project_id": project_id, **content})
        await admin.post(f"/comparison-lists/{list_id}/publication", {})
    for login, option, place, visitors, days in VISITS:
        with days_ago(days):
            await _visit(phones[login], list_id, login, (option, place, visitors), today, days)
    corrected = [
        {**cell, "value": "30"} if (cell["option"], cell["criterion"]) == ("o3", "c4") else cell
        for cell in content["cells"]
    ]
    body = {**content, "cells": corrected, "reason": "云阶来函更正：本市新开维保点，到场 30 分钟。"}
    with days_ago(CORRECTED_DAYS_AGO):
        await admin.put(f"/comparison-lists/{list_id}", body, 1)
    return list_id


def _content(decision_id: str) -> dict[str, Any]:
    cells = [
        {"option": option, "criterion": c["key"], "value": value, "source": source}
        for option, values in KNOWN.items()
        for c, value, source in zip(CRITERIA, values, SOURCES, strict=True)
        if value is not None
    ]
    return {
        "title": "电梯品牌比选",
        "question": "十二部新电梯用哪个牌子？",
        "criteria": list(CRITERIA),
        "options": [{"key": key, "name": name} for key, name in OPTIONS],
        "cells": cells,
        "decision_id": decision_id,
    }


async def _visit(  # noqa: PLR0913, PLR0917 - a visit is all of this
    phone: Phone, list_id: str, login: str, seen: tuple[str, str, str], today: date, days: int
) -> None:
    option, place, visitors = seen
    report_id = str(new_id())
    photos = [picture(name) for name in SEEN.get(option, ())]
    body = {
        "id": report_id,
        "option": option,
        "visited_on": (today - timedelta(days=days)).isoformat(),
        "place": place,
        "visitors": visitors,
        "findings": FINDINGS[option],
        "attachments": [photo.slot for photo in photos],
    }
    await phone.post(f"/comparison-lists/{list_id}/site-visit-reports", body)
    for photo in photos:
        await phone.attach(photo)
    signature = {"id": str(new_id()), "name": SIGNED[login], "drawn": None}
    await phone.post(f"/site-visit-reports/{report_id}/signatures", signature)
