"""A council that agreed, before any price was asked for, what counts how much among lifts."""

from datetime import datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from linli.demo.deliberating.earlier import at_hour
from linli.demo.phone import Phone
from linli.kernel import clock
from linli.kernel.ids import new_id

DAYS_AGO: Final = 19
NOTICED_DAYS_BEFORE: Final = 8
AT: Final = time(19)
ITEM: Final = ("比选清单的权重", "价格、噪声、质保、维保、停电自救，各占多少分。")
DECIDED: Final = (
    "品牌比选的权重：价格 35，质保年限 20，维保到场 20，轿厢噪声 15，停电自动平层 10。"
    "先定权重，再请厂家报价。"
)
MINUTES: Final = """议事会纪要

一、比选看哪几条，各占多少：大家提了六条，住户的话只作参考，不计分。
二、先定权重，再请厂家报价，定了不再改。

举手表决通过。"""


async def agree_on_weights(phones: dict[str, Phone], project_id: str, zone: str) -> str:
    """Plan, announce, hold and minute the council; the id of its decision.

    Args:
        phones: by login; ``admin`` and ``rep``.
        project_id: the lift project.
        zone: of the community.
    """
    admin = phones["admin"]
    session, item = str(new_id()), str(new_id())
    path = f"/sessions/{session}"
    with at_hour(DAYS_AGO + NOTICED_DAYS_BEFORE, AT, zone):
        await admin.post("/sessions", _planned(session, project_id, zone))
        title, details = ITEM
        body = {"id": item, "title": title, "details": details}
        await admin.post(f"{path}/agenda-items", body)
        await admin.post(f"{path}/notice", {})
    with at_hour(DAYS_AGO, AT, zone):
        await admin.post(f"{path}/opening", {})
        await admin.post(f"{path}/agenda-items/{item}/taking-up", {})
        decision = await _decide(admin, session, item)
        await admin.put(f"{path}/minutes", {"text": MINUTES}, 0)
        for verb in ("closing", "minutes/submission"):
            await admin.post(f"{path}/{verb}", {})
        await phones["rep"].post(f"{path}/minutes/signatures", {"number": 1, "signed": True})
        await admin.post(f"{path}/minutes/publication", {})
    return decision


def _planned(session: str, project_id: str, zone: str) -> dict[str, Any]:
    day = clock.today(zone) + timedelta(days=NOTICED_DAYS_BEFORE)
    starts = datetime.combine(day, AT, ZoneInfo(zone)).isoformat()
    what = {"kind": "council", "title": "第一次议事会：比选看什么", "place": "社区活动室"}
    return {"id": session, "project_id": project_id, "starts_at": starts, **what}


async def _decide(admin: Phone, session: str, item: str) -> str:
    """All representatives come and raise their hands; the id of what they decided."""
    voices = sorted({each["account_id"] for each in (await admin.get("/mandates"))["items"]})
    of_session, now = {"session_id": session}, clock.now().isoformat()
    here = [{**of_session, "account_id": each, "happened_at": now} for each in voices]
    await admin.sync("session_attendance", here)
    await admin.sync("motion", [{**of_session, "agenda_item_id": item, "words": DECIDED}])
    motion = (await admin.get(f"/sessions/{session}/room"))["motion"]["id"]
    hands = {"agree": len(voices), "oppose": 0, "present": len(voices)}
    await admin.sync("hand_count", [{**of_session, "motion_id": motion, **hands}])
    body = {"id": str(new_id()), "agenda_item_id": item, "motion_id": motion, "words": DECIDED}
    await admin.post(f"/sessions/{session}/decisions", body)
    return str(body["id"])
