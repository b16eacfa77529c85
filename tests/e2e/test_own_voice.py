"""What was said or joined in somebody's name, and how they say that it is otherwise."""

import pytest
from playwright.async_api import expect

from e2e.conftest import NewPhone
from e2e.demo_phone import demo_phone
from e2e.phone import Phone
from processes.server import Server

pytestmark = pytest.mark.e2e

JOINED = "十二楼等电梯的地方黑，看不见按钮"
"""What the demo's lead reported, and the property manager joined to another report."""


async def confirm(phone: Phone, name: str) -> None:
    """Press the button of the question that is open."""
    await phone.page.get_by_role("dialog").get_by_role("button", name=name).click()


async def test_the_first_screen_asks_whether_my_home_was_spoken_for_rightly(
    new_phone: NewPhone, demo_server: Server
) -> None:
    resident = await demo_phone(new_phone, demo_server, "resident")
    asked = resident.page.get_by_role("link").filter(has_text="郑国平说您家（3-1-1702）赞成")
    await asked.first.click()
    await resident.see("郑国平说，3-1-1702 这一户：")
    await resident.press("不是这样")
    await resident.see("您家说不是这样")
    await resident.all_received(1)
    await resident.go("#/")
    await resident.see("您好")
    await expect(asked).to_have_count(0)


async def test_a_reporter_takes_the_own_report_out_of_the_one_it_was_joined_to(
    new_phone: NewPhone, demo_server: Server
) -> None:
    lead = await demo_phone(new_phone, demo_server, "lead")
    await lead.go("#/deliberation/feedback?which=mine")
    await lead.page.get_by_role("link").filter(has_text=JOINED).click()
    await lead.see("这条并到另一条一起办了")
    await lead.press("不是同一件，分开")
    await lead.page.get_by_label("哪里不一样？").fill("我说的是候梯厅，不是梯口。")
    await confirm(lead, "不是同一件，分开")
    await lead.see("分开，单独算一条")
    await expect(lead.page.get_by_text("这条并到另一条一起办了")).to_have_count(0)
