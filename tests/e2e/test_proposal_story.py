"""A proposal from its draft to its end: other words offered, taken in, and seen as a difference."""

import re

import pytest
from playwright.async_api import expect

from e2e.conftest import NewPhone
from e2e.phone import Phone
from e2e.scene import Scene
from e2e.walk import read
from factories.identity import grant, make_account
from processes.network import Network

pytestmark = pytest.mark.e2e


async def office_phone(new_phone: NewPhone, network: Network, scene: Scene) -> Phone:
    async with scene.server.database() as database:
        account = await make_account(database, "周敏")
        await grant(database, account.account_id, scene.community_id, "community_admin")
    phone = await Phone.take_out(await new_phone(), network.url)
    await phone.sign_in(account.login, account.password, then="更多")
    return phone


async def agree(phone: Phone, name: str, reason: str | None = None) -> None:
    """Press a step and say yes to it, with the reason where one is kept."""
    await phone.press(name)
    dialog = phone.page.get_by_role("dialog")
    if reason:
        await dialog.get_by_role("textbox").fill(reason)
    await dialog.get_by_role("button", name=name, exact=True).click()
    await expect(dialog).to_have_count(0)


async def test_other_words_are_offered_taken_in_and_shown_as_a_difference(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    phone = await office_phone(new_phone, network, scene)
    await phone.go("#/deliberation/proposals/new")
    await phone.page.get_by_label(re.compile("^提案叫什么")).fill("门厅装灯")
    await phone.page.get_by_label(re.compile("^具体怎么做")).fill("装两盏灯。\n夜里十点关。")
    await phone.press("存为草稿")
    await phone.see("装两盏灯")
    address = await phone.page.evaluate("location.hash")
    await expect(phone.page.get_by_text("大家怎么看")).to_have_count(0)
    await agree(phone, "公开征求意见")
    await phone.see("提案现在：征求意见")

    await phone.follow("修改意见")
    await expect(phone.page.get_by_text("提案现在")).to_have_count(0)
    await phone.follow("提一条修改意见")
    await phone.answer("夜里十点关")
    await phone.page.get_by_label(re.compile("^改成什么")).fill("夜里十一点关。")
    await phone.page.get_by_label(re.compile("^为什么")).fill("有人下晚班")
    await phone.press("提出修改")
    await phone.see("进入修改阶段才能采纳")

    await phone.go(address)
    await agree(phone, "开始修改")
    await phone.follow("修改意见")
    await agree(phone, "采纳", "说得对")
    await phone.see("已采纳")

    await phone.go(address)
    await phone.follow("看 2 个版本改了什么")
    await expect(phone.page.locator("main .proposal-text")).to_contain_text("装两盏灯")
    gone, added = (phone.page.locator(f"main .proposal-text {name}") for name in ("del", "ins"))
    await expect(gone.first).to_contain_text("十")
    await expect(added.first).to_contain_text("十一")

    await phone.go(address)
    await agree(phone, "定稿，等待表决")
    await agree(phone, "登记为通过", "大家商量过")
    for step in ("开始落实", "登记为已落实"):
        await agree(phone, step)
    await phone.see("已落实")
    found = await read(phone.page, address.removeprefix("#/deliberation"))
    assert [move["target"] for move in found["moves"]] == [
        "open_for_comment",
        "revision",
        "ready_to_decide",
        "adopted",
        "being_carried_out",
        "done",
    ]
    assert found["body"] == "装两盏灯。\n夜里十一点关。"
