"""What was begun and not finished: kept on the phone, sent by nobody, and there to go on with."""

import re

import pytest
from playwright.async_api import expect

from e2e.phone import DOORS, Phone
from e2e.scene import Scene
from processes.network import Mood, Network

pytestmark = pytest.mark.e2e

WORDS = "三楼的灯坏了，晚上看不见台阶"


async def test_rule_2_a_half_filled_form_is_a_draft_that_survives_the_phone_and_is_finished_later(
    phone: Phone, network: Network, scene: Scene
) -> None:
    network.become(Mood.CUT)
    await phone.open_door(DOORS[0])
    await phone.answer("聊过了")
    await phone.press("下一题")
    await phone.answer("支持")
    await phone.press("下一题")
    await phone.press("记一条")
    await phone.page.get_by_role("textbox").first.fill(WORDS)
    await phone.press("下一题")
    await phone.see("搭把手")
    await phone.go("#/")
    await phone.see("写了一半，存着呢")
    (draft,) = await phone.stored()
    assert draft["state"] == "draft"
    await phone.page.close()

    network.become(Mood.PASS)
    again = await Phone.take_out(phone.page.context, network.url)
    await again.whole_round()
    assert await scene.visits() == []
    await again.page.get_by_role("link", name=re.compile("写了一半")).click()
    await expect(again.page.get_by_label("聊过了")).to_be_checked()
    await again.press("下一题")
    await again.press("下一题")
    await expect(again.page.get_by_role("textbox").first).to_have_value(WORDS)
    await again.press("下一题")
    await again.press("下一题")
    await again.press("记下")
    await again.all_received(1)
    assert await scene.visits() == [draft["id"]]
