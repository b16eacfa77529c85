"""Care that no plan foresaw: a task made by hand and passed on, holidays, pauses, a renewed yes."""

from datetime import date, timedelta

import pytest
from playwright.async_api import FilePayload, Locator, expect

from e2e.conftest import NewPhone
from e2e.demo_phone import demo_phone
from e2e.phone import Phone
from e2e.photos import small_photo, taken_photo
from e2e.walk import ELDER
from linli.kernel import clock
from processes.server import Server

pytestmark = pytest.mark.e2e

WORDS = "陪着下楼去菜场，慢一点"
NEIGHBOUR = "陈秀兰"
SHARP = FilePayload(name="page.jpg", mimeType="image/jpeg", buffer=small_photo())
FEW_BYTES = 5_000
"""More than the second photo has, and less than the first."""


@pytest.fixture
async def social(new_phone: NewPhone, demo_server: Server) -> Phone:
    """The social worker's phone."""
    return await demo_phone(new_phone, demo_server, "social", ELDER)


async def test_a_task_made_by_hand_is_accepted_and_passed_on_to_a_named_neighbour(
    social: Phone, new_phone: NewPhone, demo_server: Server
) -> None:
    await social.go("#/office/tasks/new")
    await social.page.get_by_label("哪栋楼").select_option(index=1)
    await social.page.get_by_label("哪一户").select_option(index=1)
    await social.press("下一题")
    await social.answer("陪着出门")
    await social.press("下一题")
    await social.page.get_by_label("去了怎么做").fill(WORDS)
    await social.press("下一题")
    begins = await choose_the_next_evening(social)
    await social.page.get_by_label("请谁去").select_option("李秀兰")
    await social.press("加上")
    await social.see("加上了")

    volunteer = await demo_phone(new_phone, demo_server, "volunteer", ELDER)
    await task_of(volunteer, begins).click()
    await volunteer.see("社区请您去一趟")
    await volunteer.press("我去")
    await volunteer.follow("去不了？交给别人")
    await volunteer.answer("一位邻居")
    await volunteer.page.get_by_label("哪一位").select_option(NEIGHBOUR)
    await volunteer.press("下一题")
    await volunteer.page.get_by_label("为什么去不了").fill("孙子发烧，走不开")
    await volunteer.press("交出去")
    await volunteer.see(f"问了{NEIGHBOUR}，等对方答应")
    await expect(task_of(volunteer, begins)).to_have_count(0)

    other = await demo_phone(new_phone, demo_server, "volunteer2", ELDER)
    await task_of(other, begins).click()
    await other.see("社区请您去一趟")


def task_of(phone: Phone, begins: str) -> Locator:
    """The card of the task that begins then."""
    return phone.page.get_by_role("link").filter(has_text="陪着出门").filter(has_text=begins)


async def choose_the_next_evening(social: Phone) -> str:
    """This evening, or tomorrow's once it is over; as a card says when it begins."""
    await social.answer("晚上")
    day = date.fromisoformat(await social.page.get_by_label("哪一天").input_value())
    await social.press("下一题")
    return f"{day:%m/%d} 18:00"


async def test_a_holiday_is_entered_and_struck_again(social: Phone) -> None:
    day = clock.today("Asia/Shanghai") + timedelta(90)
    await social.go("#/office/holidays")
    await social.follow("加一天")
    await social.page.get_by_label("哪一天").fill(day.isoformat())
    await social.press("下一题")
    await social.page.get_by_label("叫什么").fill("庙会")
    await social.press("加上")
    await social.see("庙会")
    await social.press("不放了")
    dialog = social.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="不放了", exact=True).click()
    await social.see("帮扶重新排上了")
    await expect(social.page.get_by_text("庙会", exact=True)).to_have_count(0)


async def test_help_rests_for_some_days_and_a_yes_is_asked_for_again(social: Phone) -> None:
    await social.go("#/office/register?show=active")
    await social.page.locator("a.card-link").first.click()
    await social.follow("再问一次同意")
    await social.press("下一题")
    await social.answer("签了字")
    shown = social.page.locator("ul.photos img")
    await social.page.locator("#consent-photo").set_input_files(taken_photo())
    blurred = str(await shown.get_attribute("src"))
    await expect(social.page.get_by_text("重新拍一张")).to_be_visible()
    await social.page.locator("#consent-photo").set_input_files(SHARP)
    await expect(shown).to_have_count(1)
    await expect(shown).not_to_have_attribute("src", blurred)
    await social.press("下一题")
    await social.press("记下同意")
    await social.see("要本人同意才能登记")
    await social.answer("念过了")
    async with social.page.expect_request(lambda one: one.url.endswith("/consents")) as asked:
        await social.press("记下同意")
    await social.see("同意记下了")
    assert (await asked.value).post_data_json["attachment"]["size"] < FEW_BYTES
    await social.follow("先停几天")
    await social.press("停这几天")
    await social.see("这几天停了")
