"""The social worker lets help rest, sees when it does, and strikes a stay that ends early."""

import pytest
from playwright.async_api import expect

from e2e.conftest import NewPhone
from e2e.demo_phone import demo_phone
from e2e.walk import read
from processes.server import Server

pytestmark = pytest.mark.e2e

PAUSES = "停几天的安排"


async def test_a_pause_is_seen_at_its_need_and_struck_there(
    new_phone: NewPhone, demo_server: Server
) -> None:
    phone = await demo_phone(new_phone, demo_server, "social")
    needs = (await read(phone.page, "/assistance-needs?status=active"))["items"]
    need = next(one for one in needs if one["recurrence"] and not one["pauses"])
    await phone.go(f"#/office/needs/{need['id']}/pause")
    await phone.press("停这几天")
    await phone.see(PAUSES)
    await phone.see("现在正停着")

    await phone.press("不停了")
    await phone.page.get_by_role("dialog").get_by_role("button", name="不停了").click()
    await phone.see("不停了，帮扶重新排上了")
    await expect(phone.page.get_by_text(PAUSES)).to_have_count(0)
    assert (await read(phone.page, f"/assistance-needs/{need['id']}"))["pauses"] == []
