"""The second step of the story: doors are shared out and knocked on."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from linli.demo.knocking import DAYS, Knock, knocks
from linli.demo.phone import Phone
from linli.kernel.ids import new_id

TITLE = "电梯更新敲门行动"


async def open_canvass(admin: Phone, project_id: str, documents: list[str], today: date) -> str:
    """A canvass that began two weeks ago."""
    canvass_id = str(new_id())
    body = {
        "id": canvass_id,
        "project_id": project_id,
        "title": TITLE,
        "starts_on": (today - timedelta(days=DAYS + 1)).isoformat(),
        "ends_on": (today + timedelta(days=30)).isoformat(),
        "explains": documents,
    }
    await admin.post("/canvasses", body)
    return canvass_id


async def share_out(admin: Phone, canvass_id: str, account_ids: list[UUID]) -> list[dict[str, Any]]:
    """Assign every door by the server's own proposal; the shares."""
    asked = "&".join(f"account_ids={account_id}" for account_id in account_ids)
    shares: list[dict[str, Any]] = await admin.get(
        f"/canvasses/{canvass_id}/assignment-proposal?{asked}"
    )
    for share in shares:
        body = {name: value for name, value in share.items() if name != "doors"}
        await admin.post(f"/canvasses/{canvass_id}/assignments", {"id": str(new_id()), **body})
    return shares


def recorded_by(
    shares: list[dict[str, Any]], doors: list[dict[str, Any]], today: date, zone: ZoneInfo
) -> dict[str, list[Knock]]:
    """What each volunteer recorded, by account id."""
    helper_of = {
        door["id"]: share["account_id"]
        for share in shares
        for door in doors
        if _covers(share, door)
    }
    homes = [UUID(door["id"]) for door in doors if door["id"] in helper_of]
    found: dict[str, list[Knock]] = defaultdict(list)
    for knock in knocks(homes, today, zone):
        found[helper_of[str(knock.household_id)]].append(knock)
    return found


def _covers(share: dict[str, Any], door: dict[str, Any]) -> bool:
    return bool(
        door["building_id"] == share["building_id"]
        and share["stairwell_id"] in (None, door["stairwell_id"])
        and share["floor_from"] <= door["floor"] <= share["floor_to"]
    )


def payload(knock: Knock, canvass_id: str, documents: list[str]) -> dict[str, Any]:
    """A visit as the phone sends it."""
    heard = []
    if knock.grievance is not None:
        matter, category, words = knock.grievance
        heard = [{"id": str(new_id()), "matter": matter, "category": category, "words": words}]
    return {
        "canvass_id": canvass_id,
        "household_id": str(knock.household_id),
        "happened_at": knock.happened_at.isoformat(),
        "outcome": knock.outcome,
        "stance": knock.stance,
        "explained": documents if knock.outcome == "talked" else [],
        "grievances": heard,
        "leave_alone": knock.leave_alone,
        "help_suggested": list(knock.help_suggested),
    }
