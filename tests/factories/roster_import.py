"""Following a roster import over HTTP, as the phone does."""

from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy import func, select

from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id

DATA = Path(__file__).resolve().parents[1] / "community" / "roster_data"
ROSTER = (DATA / "roster.xlsx").read_bytes()
HEADER = "楼号,单元,房间,建筑面积,业主名称,手机号,房屋状态,备注"


def csv(*rows: str, header: str = HEADER) -> bytes:
    """A small roster."""
    return "\n".join([header, *rows]).encode()


async def upload(
    client: httpx.AsyncClient,
    content: bytes,
    import_id: UUID | None = None,
    filename: str = "roster.csv",
) -> httpx.Response:
    """Send a file; planning is done when the answer has been read (it runs after the answer)."""
    params = {"id": str(import_id or new_id()), "filename": filename}
    headers = {"Content-Type": "application/octet-stream"}
    return await client.post("roster-imports", params=params, content=content, headers=headers)


async def planned(client: httpx.AsyncClient, content: bytes, **options: Any) -> dict[str, Any]:
    """Upload and read the plan."""
    sent = await upload(client, content, **options)
    assert sent.status_code == 201, sent.text
    found: dict[str, Any] = (await client.get(f"roster-imports/{sent.json()['id']}")).json()
    return found


async def apply(
    client: httpx.AsyncClient, import_id: str, key: str | None = None, seen: int | None = None
) -> httpx.Response:
    """Apply a plan, as it stands unless it was seen in an earlier version."""
    if seen is None:
        now = (await client.get(f"roster-imports/{import_id}")).json()
        seen = now.get("version", 1)
    headers = {"Idempotency-Key": key or str(new_id()), "If-Match": f'"{seen}"'}
    return await client.post(f"roster-imports/{import_id}/application", json={}, headers=headers)


async def rows(client: httpx.AsyncClient, import_id: str, outcome: str) -> list[dict[str, Any]]:
    """All rows of a plan with one outcome."""
    found: list[dict[str, Any]] = []
    params: dict[str, str | int] = {"outcome": outcome, "limit": 150}
    while True:
        page = (await client.get(f"roster-imports/{import_id}/rows", params=params)).json()
        found += page["items"]
        if page["next"] is None:
            return found
        params["cursor"] = page["next"]


async def households_of(client: httpx.AsyncClient) -> list[dict[str, Any]]:
    """All households in the order of their codes."""
    found: list[dict[str, Any]] = []
    params: dict[str, str | int] = {"limit": 200}
    while True:
        page = (await client.get("households", params=params)).json()
        found += page["items"]
        if page["next"] is None:
            return found
        params["cursor"] = page["next"]


async def count(database: Database, community_id: UUID, model: type) -> int:
    """How many rows a table has of a community."""
    target = table(model)
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        mine = target.c.community_id == community_id
        return int(await tx.scalar(select(func.count()).select_from(target).where(mine)))
