"""Proposals under discussion, made through the API."""

from datetime import UTC, datetime
from typing import Any

import httpx

from factories.house import House, Neighbour, told
from linli.kernel.ids import new_id

NOW = datetime(2026, 11, 2, 2, 30, tzinfo=UTC)
TEXT = "两部电梯都换。\n\n费用由政府补贴、公共收益和各户分摊。"


async def draft(person: httpx.AsyncClient, **more: Any) -> str:
    """A draft; its id."""
    body = {"id": str(new_id()), "title": "电梯更新方案", "body": TEXT, **more}
    return str(told(await person.post("proposals", json=body))["id"])


async def move(
    person: httpx.AsyncClient, proposal: str, target: str, reason: str = ""
) -> httpx.Response:
    body = {"id": str(new_id()), "target": target, "reason": reason}
    return await person.post(f"proposals/{proposal}/moves", json=body)


async def opened(house: House) -> str:
    """A proposal of the office that takes comments."""
    admin = await house.admin()
    proposal = await draft(admin)
    told(await move(admin, proposal, "open_for_comment"))
    return proposal


def comment(proposal: str, position: str | None = "for", **more: Any) -> dict[str, Any]:
    """A comment as a phone sends it."""
    return {
        "id": str(new_id()),
        "proposal_id": proposal,
        "version_number": 1,
        "position": position,
        "words": "我同意，电梯太旧了",
        "speaks_for": [],
        "said_at": NOW.isoformat(),
        **more,
    }


async def say(person: Neighbour, proposal: str, position: str = "for", **more: Any) -> str:
    """Comment; the comment's id."""
    body = comment(proposal, position, **more)
    return str(told(await person.client.post("proposal-comments", json=body))["id"])


async def comments_of(client: httpx.AsyncClient, proposal: str) -> dict[str, Any]:
    """Comments by id."""
    items = told(await client.get(f"proposals/{proposal}/comments?limit=200"))["items"]
    return {each["id"]: each for each in items}


async def answer(
    person: Neighbour, comment_id: str, word: str, household_id: Any = None
) -> httpx.Response:
    body = {
        "id": str(new_id()),
        "comment_id": comment_id,
        "household_id": str(household_id or person.household_id),
        "answer": word,
        "said_at": NOW.isoformat(),
    }
    return await person.client.post("home-answers", json=body)
