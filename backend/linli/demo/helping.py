"""The third step of the story: who needs help, with their consent, and this week's tasks."""

import random
from datetime import date, datetime, timedelta
from typing import Any, Final

from linli.demo.knocking import SEED
from linli.demo.phone import Phone
from linli.demo.words import INSTRUCTIONS
from linli.kernel import clock
from linli.kernel.ids import new_id

NEEDS: Final = 40
NEEDS_EACH: Final = 3
CARE_GROUP: Final = 12
"""How many volunteers help; the first of them is the one the demo announces."""
LATE_TASKS: Final = 3
WORDING: Final = "2026-1"
OWN_NAME: Final = "王秀英"
_PARTS: Final = ("morning", "afternoon", "evening")
_NAMES: Final = ("奶奶", "爷爷", "阿姨", "师傅")


def needs(doors: list[dict[str, Any]], today: date) -> list[dict[str, Any]]:
    """Forty needs behind as many doors, each with a consent given at the door."""
    chance = random.Random(SEED)  # noqa: S311 - a story, not a secret
    return [_need(door, today, chance) for door in chance.sample(doors, NEEDS)]


def _need(door: dict[str, Any], today: date, chance: random.Random) -> dict[str, Any]:
    kind = chance.choice(list(INSTRUCTIONS))
    weekdays = sorted(chance.sample(range(1, 8), chance.randint(1, 3)))
    return {
        "household_id": door["id"],
        "person_name": chance.choice("王李张刘陈杨") + chance.choice(_NAMES),
        "kind": kind,
        "urgency": chance.choice(("low", "normal", "normal", "urgent")),
        "instruction": INSTRUCTIONS[kind],
        "starts_on": today.isoformat(),
        "review_on": (today + timedelta(days=chance.randint(20, 80))).isoformat(),
        "recurrence": {"weekdays": weekdays, "part": chance.choice(_PARTS)},
        "consent": {
            "id": str(new_id()),
            "given_how": "spoken_at_door",
            "scope": [kind],
            "wording_version": WORDING,
            "given_at": (clock.now() - timedelta(days=1)).isoformat(),
        },
    }


async def show_own(social: Phone, household_id: str, account_id: str, today: date) -> None:
    """The demo's resident has a need too, and sees on their own phone what is kept of it."""
    need_id = str(new_id())
    body = _need({"id": household_id}, today, random.Random(SEED))  # noqa: S311 - a story
    await social.post("/assistance-needs", {**body, "id": need_id, "person_name": OWN_NAME})
    link = {"id": str(new_id()), "account_id": account_id, "relation": "self"}
    await social.post(f"/assistance-needs/{need_id}/accounts", link)
    reading = {"id": str(new_id()), "purpose": "安排这个月的帮扶"}
    await social.post(f"/assistance-needs/{need_id}/openings", reading)


async def take_on(volunteer: Phone) -> None:
    """A helper of the care group takes some needs on, with all their later tasks."""
    for _ in range(NEEDS_EACH):
        offered = (await volunteer.get("/care-tasks?status=offered&limit=1"))["items"]
        for task in offered:
            await volunteer.post(f"/care-tasks/{task['id']}/acceptance", {"all_following": True})


async def late_tasks(social: Phone, doors: list[dict[str, Any]], now: datetime) -> None:
    """Some tasks whose time has passed and that nobody has answered yet."""
    for door in doors[:LATE_TASKS]:
        body = {
            "id": str(new_id()),
            "household_id": door["id"],
            "kind": "home_visit",
            "title": "上门看看",
            "instruction": INSTRUCTIONS["home_visit"],
            "due_from": (now - timedelta(hours=30)).isoformat(),
            "due_until": (now - timedelta(hours=26)).isoformat(),
        }
        await social.post("/care-tasks", body)
