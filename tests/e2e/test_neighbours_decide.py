"""Between sessions: a report is followed up, a share is seen in words, a score is taken apart."""

import re
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from e2e.conftest import NewPhone
from e2e.demo_phone import demo_phone
from e2e.phone import Phone
from e2e.walk import read
from linli.kernel import clock
from processes.server import Server

pytestmark = pytest.mark.e2e

DUST = "楼道窗台一层灰"


async def first_of(page: Page, path: str) -> str:
    """The id of the newest."""
    return str((await read(page, f"{path}?limit=1"))["items"][0]["id"])


async def confirm(phone: Phone, name: str) -> None:
    await phone.page.get_by_role("dialog").get_by_role("button", name=name, exact=True).click()


async def test_a_report_is_answered_asked_about_and_opened_again(
    new_phone: NewPhone, demo_server: Server
) -> None:
    resident = await demo_phone(new_phone, demo_server, "resident")
    await resident.go("#/deliberation/feedback/new")
    await resident.answer("灰尘")
    await resident.answer("我家这里")
    await resident.page.get_by_label(re.compile("^想说的话")).fill(DUST)
    await resident.see("是不是同一件事？")
    await resident.press("报上去")
    await resident.page.get_by_role("link").filter(has_text=DUST).click()
    await resident.see("刚报上")
    address = await resident.page.evaluate("location.hash")

    contractor = await demo_phone(new_phone, demo_server, "contractor")
    await contractor.go(address)
    await contractor.page.get_by_label("怎么办").fill("明天擦，敲墙时挂布。")
    await contractor.press("答复")
    await contractor.press("办好了")
    await confirm(contractor, "办好了")
    await contractor.see("已经去问邻居了")

    await resident.go("#/deliberation/feedback")
    await resident.go(address)
    await resident.see("修好了吗")
    await resident.press("没好")
    await resident.page.get_by_label(re.compile("^哪里没好")).fill("还有一层灰。")
    await confirm(resident, "重新打开")
    await resident.see("明天擦")
    await expect(resident.page.get_by_text("修好了吗？")).to_have_count(0)
    report = await read(resident.page, address.removeprefix("#/deliberation"))
    assert report["state"] == "reopened"


async def test_my_share_is_one_tap_away_in_words_and_worked_out_again(
    new_phone: NewPhone, demo_server: Server
) -> None:
    resident = await demo_phone(new_phone, demo_server, "resident")
    await resident.go(f"#/deliberation/cost-plans/{await first_of(resident.page, '/cost-plans')}")
    share = resident.page.get_by_role("link").filter(has_text="点开看怎么算的").first
    fen = re.search(r"[\d,]+\.\d\d", await share.inner_text())
    assert fen
    await share.click()
    await resident.see("系数 1.2 ÷ 全部系数")
    await resident.see(f"= {fen.group()} 元")
    await resident.press("从头再算一遍")
    await resident.see("完全一致")


async def test_a_score_shows_what_it_is_made_of(new_phone: NewPhone, demo_server: Server) -> None:
    resident = await demo_phone(new_phone, demo_server, "resident")
    list_id = await first_of(resident.page, "/comparison-lists")
    await resident.go(f"#/deliberation/comparison-lists/{list_id}")
    winner = resident.page.locator("ol.cards > li").first
    await winner.get_by_text("这分怎么来的").click()
    parts = await winner.locator("details li").all_inner_texts()
    worth = [float(re.findall(r"\d+\.\d\d", part)[-1]) for part in parts]
    score = re.search(r"(\d+\.\d\d) 分", await winner.inner_text())
    assert len(worth) == 5
    assert score
    assert abs(sum(worth) - float(score[1])) < 0.02


async def test_nobody_is_asked_days_before_a_session_whether_they_have_come(
    new_phone: NewPhone, demo_server: Server
) -> None:
    resident = await demo_phone(new_phone, demo_server, "resident")
    in_two_days = f"{clock.today('Asia/Shanghai') + timedelta(2):%Y-%m-%d}"
    sessions = (await read(resident.page, "/sessions"))["items"]
    later = [
        one for one in sessions if one["state"] == "noticed" and one["starts_at"] >= in_two_days
    ]
    await resident.go(f"#/deliberation/sessions/{later[0]['id']}")
    await resident.see("到了那天，在这里签到")
    await expect(resident.page.get_by_text("您到了吗")).to_have_count(0)


async def test_a_survey_neither_takes_effect_nor_waits_for_objections(
    new_phone: NewPhone, demo_server: Server
) -> None:
    resident = await demo_phone(new_phone, demo_server, "resident")
    rounds = (await read(resident.page, "/ballot-rounds"))["items"]
    survey = next(one["id"] for one in rounds if one["mode"] == "survey")
    await resident.go(f"#/deliberation/ballots/{survey}")
    days = resident.page.locator(".round-line")
    await expect(days).to_contain_text("计票以后就公布")
    await expect(days).not_to_contain_text("异议")
    await expect(days.locator("li")).to_have_count(3)
