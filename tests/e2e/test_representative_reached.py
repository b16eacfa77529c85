"""A resident reaches whoever speaks for them, also from where there is no network."""

import re

import pytest
from playwright.async_api import expect

from e2e.conftest import NewPhone
from e2e.demo_phone import demo_phone
from e2e.walk import create, read
from linli.kernel.ids import new_id
from processes.server import Server

pytestmark = pytest.mark.e2e

WORDS = "十七楼的窗户关不上，下雨漏水"
ANSWER = "明天上午我带物业来看。"


async def test_a_resident_writes_the_representative_answers_and_only_the_two_read_it(
    new_phone: NewPhone, demo_server: Server
) -> None:
    resident = await demo_phone(new_phone, demo_server, "resident")
    await resident.go("#/deliberation/representatives/messages")
    await resident.see("写给郑国平")
    await resident.go("#/deliberation/representatives")
    await resident.follow("给代表留言")
    await resident.press("发给代表")
    await resident.see("请写下想说的话")
    await resident.page.get_by_label("想说的话").fill(WORDS)

    await resident.page.context.set_offline(offline=True)
    await resident.press("发给代表")
    await resident.see("1 条留言还在手机里")
    await resident.page.context.set_offline(offline=False)
    await resident.stir()
    mine = resident.page.locator("li.card").filter(has_text=WORDS)
    await expect(mine.get_by_text("等答复")).to_be_visible()
    await expect(resident.page.get_by_text("还在手机里")).to_have_count(0)

    rep = await demo_phone(new_phone, demo_server, "rep")
    await rep.page.get_by_role("link").filter(has_text=re.compile("条邻居留言等您答复")).click()
    theirs = rep.page.locator("li.card").filter(has_text=WORDS)
    await expect(theirs.get_by_text("王秀英，3-1-1702")).to_be_visible()
    await theirs.get_by_role("button", name="答复").click()
    await theirs.get_by_label(re.compile("^您的答复")).fill(ANSWER)
    await theirs.get_by_role("button", name="发出答复").click()
    await expect(theirs.get_by_text("已答复")).to_be_visible()

    await resident.go("#/")
    await resident.page.get_by_role("link").filter(has_text="您的留言有答复了").click()
    await expect(mine.get_by_text(ANSWER)).to_be_visible()

    lead = await demo_phone(new_phone, demo_server, "lead")
    await lead.go("#/deliberation/representatives/messages")
    await lead.see("写给郑国平")
    await expect(lead.page.get_by_text(WORDS)).to_have_count(0)


async def test_a_message_that_is_refused_says_why_and_keeps_its_words(
    new_phone: NewPhone, demo_server: Server
) -> None:
    phone = await demo_phone(new_phone, demo_server, "resident20")
    (voice,) = (await read(phone.page, "/my-representatives"))["items"]
    mandate = voice["representatives"][0]["id"]
    for n in range(10):
        body = {"id": str(new_id()), "mandate_id": mandate, "words": f"第 {n} 条"}
        await create(phone.page, "/messages", body)
    await phone.go(f"#/deliberation/representatives/{mandate}/write")
    await phone.page.get_by_label("想说的话").fill(WORDS)
    await phone.press("发给代表")
    await phone.see("1 条要看一下")
    await phone.open_record("郑国平")
    await phone.see("一天最多发 10 条留言")
    await phone.press("改一改再发")
    await expect(phone.page.get_by_label("想说的话")).to_have_value(WORDS)
