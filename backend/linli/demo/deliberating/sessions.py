"""A weekly session that was held, a three-party session to come, and a council for today."""

from datetime import datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from linli.demo.deliberating.earlier import at_hour, days_ago
from linli.demo.deliberating.proposal_words import QUIET
from linli.demo.documents import picture
from linli.demo.phone import Phone
from linli.kernel import clock
from linli.kernel.ids import new_id

WEEKLY_DAYS_AGO: Final = 5
WEEKLY_AT: Final = time(9, 30)
ROOM: Final = "社区活动室"
MINUTES: Final = """周例会纪要

一、噪音：施工方说明，开工时间改为上午八点半，午间停工。
二、照明：物业已换 3 栋五楼半的声控灯，2 栋三楼换灯座。
三、扬尘：每天收工后拖楼道，切割改到室外并喷水。

各方同意以上安排，下周例会回头看。"""
PHOTOS: Final = ("whiteboard.jpg", "signed-page.jpg")
COUNCIL: Final = (
    ("选哪个牌子的电梯", "比选清单上的两家，各有一位代表介绍。"),
    ("施工期间谁来陪老人上下楼", "爱心帮扶组排班，请各栋报人。"),
    ("告示贴在哪里", None),
)
THREE_PARTY: Final = (
    ("施工时间表", "拆旧梯、装新梯、验收，各要几天。"),
    ("材料堆放和出入口", "东门、西门各留 1.5 米。"),
    ("质保和维护由谁负责", None),
)


async def hold_sessions(phones: dict[str, Phone], accounts: dict[str, str], zone: str) -> None:
    """Plan, announce, hold, minute.

    Args:
        phones: by login; ``admin``, ``rep``, ``contractor`` and ``property``.
        accounts: account ids by login.
        zone: of the community.
    """
    admin = phones["admin"]
    weekly = await _weekly(admin, zone)
    with at_hour(WEEKLY_DAYS_AGO, WEEKLY_AT, zone):
        await _hold_weekly(phones, accounts, weekly, zone)
    this_hour = time(clock.now().astimezone(ZoneInfo(zone)).hour)
    with days_ago(8):
        council = await _plan(admin, "council", "电梯选型议事会", zone, 8, this_hour)
        for title, details in COUNCIL:
            await _put_on(admin, council, title, details)
        await admin.post(f"/sessions/{council}/notice", {})
    party = await _plan(admin, "three_party", "三方联动会：开工前", zone, 4, time(15))
    for title, details in THREE_PARTY:
        await _put_on(admin, party, title, details)
    quiet = await _proposal(admin, QUIET[0])
    await _put_on(admin, party, QUIET[0], None, quiet)
    await admin.post(f"/sessions/{party}/notice", {})


async def _weekly(admin: Phone, zone: str) -> dict[str, Any]:
    with days_ago(WEEKLY_DAYS_AGO + 2):
        session = await _plan(admin, "weekly", "第一次周例会", zone, 2, WEEKLY_AT)
        titles = ("噪音和开工时间", "楼道照明", "扬尘")
        items = [await _put_on(admin, session, title, None) for title in titles]
        await admin.post(f"/sessions/{session}/notice", {})
    return {"id": session, "items": items}


async def _plan(  # noqa: PLR0913, PLR0917 - a session is all of this
    admin: Phone, kind: str, title: str, zone: str, in_days: int, at: time
) -> str:
    session_id, day = str(new_id()), clock.today(zone) + timedelta(days=in_days)
    starts = datetime.combine(day, at, ZoneInfo(zone)).isoformat()
    body = {"id": session_id, "kind": kind, "title": title, "place": ROOM, "starts_at": starts}
    await admin.post("/sessions", body)
    return session_id


async def _proposal(admin: Phone, title: str) -> str:
    listed = (await admin.get("/proposals?limit=50"))["items"]
    return next(str(each["id"]) for each in listed if each["title"] == title)


async def _put_on(
    admin: Phone, session_id: str, title: str, details: str | None, proposal: str | None = None
) -> str:
    item_id = str(new_id())
    body = {"id": item_id, "title": title, "details": details}
    if proposal is not None:
        body |= {"subject_kind": "proposal", "subject_id": proposal}
    await admin.post(f"/sessions/{session_id}/agenda-items", body)
    return item_id


async def _hold_weekly(
    phones: dict[str, Phone], accounts: dict[str, str], weekly: dict[str, Any], zone: str
) -> None:
    admin, path = phones["admin"], f"/sessions/{weekly['id']}"
    await admin.post(f"{path}/opening", {})
    now = clock.now().isoformat()
    here = [
        {"session_id": weekly["id"], "account_id": accounts[login], "happened_at": now}
        for login in ("admin", "rep", "contractor", "property")
    ]
    await admin.sync("session_attendance", here)
    first = weekly["items"][0]
    await admin.post(f"{path}/agenda-items/{first}/taking-up", {})
    decision = {
        "agenda_item_id": first,
        "words": "开工时间定为上午八点半，午间 11:30 到 14:30 停工。",
    }
    await admin.post(f"{path}/decisions", {"id": str(new_id()), **decision})
    for login, words, due, review in (
        ("contractor", "把开工时间贴到每个单元门口", 2, 9),
        ("property", "检查三栋楼道全部声控灯", 12, 19),
        ("admin", "把纪要发到居民群", 1, 8),
    ):
        day = clock.today(zone)
        given = {
            "id": str(new_id()),
            "words": words,
            "owner_account_id": accounts[login],
            "due_on": (day + timedelta(days=due)).isoformat(),
            "review_on": (day + timedelta(days=review)).isoformat(),
        }
        await admin.post(f"{path}/action-items", given)
        if login == "property":
            step = {"to_state": "in_progress", "words": "查了两个单元，换了三盏。"}
            await phones[login].post(f"/action-items/{given['id']}/steps", step)
        if login == "admin":
            for state in ("done", "closed"):
                steps = f"/action-items/{given['id']}/steps"
                await admin.post(steps, {"to_state": state, "words": "已发，两百多人看过。"})
    await admin.put(f"{path}/minutes", {"text": MINUTES}, 0)
    for name in PHOTOS:
        taken = {"session_id": weekly["id"], "taken_at": clock.now().isoformat()}
        await admin.photograph("minutes_photo", taken, picture(name))
    for verb in ("closing", "minutes/submission"):
        await admin.post(f"{path}/{verb}", {})
    for party in ("rep", "contractor", "property"):
        await phones[party].post(f"{path}/minutes/signatures", {"number": 1, "signed": True})
    await admin.post(f"{path}/minutes/publication", {})
