"""Bringing the made-up workbook in, as an admin does on a phone: upload, look, apply."""

import asyncio
from typing import Any, Final

from linli.demo.phone import Phone, RefusedError
from linli.demo.roster import demo_workbook
from linli.kernel.ids import new_id

LOOK_SECONDS: Final = 0.02
LONGEST_SECONDS: Final = 60
FILE: Final = "怡景社区住户花名册.xlsx"


async def import_roster(admin: Phone) -> dict[str, Any]:
    """Import and apply; the finished import."""
    import_id = str(new_id())
    await admin.upload(f"/roster-imports?id={import_id}&filename={FILE}", demo_workbook())
    plan = await _reach(admin, import_id, "planned")
    await admin.post(f"/roster-imports/{import_id}/application", {}, version=plan["version"])
    return await _reach(admin, import_id, "applied")


async def _reach(admin: Phone, import_id: str, status: str) -> dict[str, Any]:
    async with asyncio.timeout(LONGEST_SECONDS):
        while True:
            found: dict[str, Any] = await admin.get(f"/roster-imports/{import_id}")
            if found["status"] == status:
                return found
            if found["status"] in {"failed", "cancelled"}:
                raise RefusedError(f"the roster import {found['status']}")
            await asyncio.sleep(LOOK_SECONDS)
