"""Three weeks of feedback, in all states but those that a morning's draft would end."""

from datetime import timedelta
from typing import Any

from linli.demo.deliberating.earlier import days_ago
from linli.demo.deliberating.feedback_words import SINCE, TOLD, Said
from linli.demo.phone import Phone
from linli.kernel import clock
from linli.kernel.ids import new_id

ANSWERED_DAYS_AGO = 6
BUILDS = {"noise", "dust", "button_height"}
"""What the contractor answers; the rest is the property manager's."""


async def give_feedback(phones: dict[str, Phone], time_zone: str) -> list[str]:
    """Report, answer, ask back.

    Args:
        phones: by login; ``resident``, ``lead``, ``rep``, ``contractor`` and ``property``.
        time_zone: of the community.

    Returns:
        The ids of what still waits for an answer.
    """
    buildings = (await phones["resident"].get("/buildings?limit=200"))["items"]
    ids = {each["code"]: each["id"] for each in buildings}
    told = []
    # The newest first: the agenda is then drafted tomorrow, and not amidst the story.
    for said in reversed(TOLD):
        with days_ago(said.days):
            told.append((said, await _report(phones[said.by], said, ids)))
    with days_ago(ANSWERED_DAYS_AGO):
        for said, report_id in told:
            if said.fate in {"closed", "silent", "overdue", "reopened"}:
                await _answer(phones, said, report_id, time_zone, 2)
    for said, report_id in told:
        await _go_on(phones, said, report_id, time_zone)
    return [report_id for said, report_id in told if said.fate == "new"]


async def _report(phone: Phone, said: Said, buildings: dict[str, str]) -> str:
    report_id = str(new_id())
    body: dict[str, Any] = {
        "id": report_id,
        "kind": said.kind,
        "building_id": buildings.get(said.building or ""),
        "floor": said.floor,
        "place": said.place,
        "words": said.words,
        "happened_at": clock.now().isoformat(),
    }
    await phone.post("/feedback", body)
    return report_id


def _answering(phones: dict[str, Phone], said: Said) -> Phone:
    return phones["contractor" if said.kind in BUILDS else "property"]


async def _answer(
    phones: dict[str, Phone], said: Said, report_id: str, zone: str, in_days: int
) -> None:
    day = clock.today(zone) + timedelta(days=in_days)
    body = {"words": said.answer, "promised_on": day.isoformat()}
    await _answering(phones, said).post(f"/feedback/{report_id}/answer", body)


async def _go_on(phones: dict[str, Phone], said: Said, report_id: str, zone: str) -> None:
    path, other = f"/feedback/{report_id}", _answering(phones, said)
    if said.fate == "declined":
        await other.post(f"{path}/declining", {"reason": said.answer})
    if said.fate in {"answered", "fixed"}:
        await _answer(phones, said, report_id, zone, 3)
    if said.fate in {"fixed", "closed", "silent", "reopened"}:
        await other.post(f"{path}/fixing", {"words": "办好了，请看一看。"})
    if said.fate in {"closed", "silent"}:
        await phones[said.by].post(f"{path}/confirmation", {})
    if said.fate == "reopened":
        await phones[said.by].post(f"{path}/reopening", {"reason": "装是装了，按下去没反应。"})


async def go_on_reporting(phones: dict[str, Phone]) -> None:
    """What came after the agenda was drafted: one repeats another, one is not fixed after all.

    Args:
        phones: by login; ``resident``, ``lead`` and ``property``.
    """
    buildings = (await phones["resident"].get("/buildings?limit=200"))["items"]
    ids = {each["code"]: each["id"] for each in buildings}
    first, again = [await _report(phones[said.by], said, ids) for said in SINCE]
    same = {"into_id": first, "reason": "同一盏灯。"}
    await phones["property"].post(f"/feedback/{again}/joining", same)
    asked = (await phones["lead"].get("/feedback?which=mine"))["items"]
    path = next(f"/feedback/{each['id']}" for each in asked if each["state"] == "said_fixed")
    await phones["lead"].post(f"{path}/reopening", {"reason": "板子又翘起来了。"})
