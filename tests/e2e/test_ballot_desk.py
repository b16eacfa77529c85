"""The desk of a round: a draft about a comparison list, ballots brought to the doors."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.async_api import expect

from e2e.ballot_scene import keep_draft, screen_of, set_ballot_scene
from e2e.conftest import NewPhone
from e2e.demo_phone import demo_phone
from e2e.photos import SLOW_PHONE, taken_photo
from e2e.walk import ELDER, MARKS, create, in_community, read
from factories.community import make_project
from linli.kernel.ids import new_id
from processes.network import Mood, Network
from processes.server import Server

pytestmark = pytest.mark.e2e


async def test_ballots_brought_to_a_floor_without_signal_arrive_once(
    new_phone: NewPhone, network: Network, server: Server
) -> None:
    ballot = await set_ballot_scene(server)
    lead = await screen_of(new_phone, network, ballot.lead)
    await lead.go(f"{ballot.address}/deliveries")
    await lead.page.get_by_label("哪一栋").select_option(index=1)
    await lead.press("一次记几户")
    network.become(Mood.CUT)
    await lead.press("选 1 楼全部")
    await lead.press("下一步：怎么送的")
    await lead.answer("当面交给业主")
    await lead.answer("签收了")
    await lead.page.evaluate(SLOW_PHONE)
    await lead.page.locator("#photos").set_input_files(taken_photo())
    await lead.press("记下 2 户")
    await lead.page.evaluate("letItShrink()")
    await lead.see("2 户记下了")

    network.become(Mood.PASS)
    await lead.stir()
    await lead.go("#/")
    await lead.all_received(2)
    brought = (await read(lead.page, f"/ballot-rounds/{ballot.round_id}/deliveries"))["items"]
    assert sorted((one["door"], one["how"], one["proven"]) for one in brought) == [
        ("1-1-101", "handed_over", True),
        ("1-1-102", "handed_over", True),
    ]
    await lead.go(f"{ballot.address}/deliveries")
    await lead.page.get_by_label("哪一栋").select_option(index=1)
    await lead.page.get_by_role("link", name=re.compile("101")).first.click()
    await lead.see("当面交给业主")
    await expect(lead.page.get_by_role("img", name="送达的照片")).to_be_in_viewport()


async def test_a_delivery_that_came_too_late_leads_to_the_round_and_can_be_thrown_away(
    new_phone: NewPhone, network: Network, server: Server
) -> None:
    ballot = await set_ballot_scene(server)
    lead = await screen_of(new_phone, network, ballot.lead)
    await lead.go(f"{ballot.address}/deliveries")
    await lead.page.get_by_label("哪一栋").select_option(index=1)
    await lead.press("一次记几户")
    network.become(Mood.CUT)
    await lead.page.get_by_role("button", name=re.compile("101")).first.click()
    await lead.press("下一步：怎么送的")
    await lead.answer("放在门口")
    await lead.press("记下 1 户")
    await lead.see("1 户记下了")
    await ballot.annul()
    network.become(Mood.PASS)
    await lead.stir()
    await lead.see("1 条要看一下")
    await lead.open_record("1-1-101")
    await lead.see("先去看看现在到哪一步")
    await lead.press("去看看")
    await lead.see("哪一栋")
    await lead.open_record("1-1-101")
    await lead.page.get_by_text("不要这条了", exact=True).click()
    await lead.press("删掉这条")
    await lead.see("发件箱")
    assert await lead.stored() == []


async def test_a_round_is_drafted_about_a_comparison_list_and_asks_for_its_options(
    new_phone: NewPhone, network: Network, server: Server
) -> None:
    ballot = await set_ballot_scene(server)
    admin = await screen_of(new_phone, network, ballot.admin)
    async with server.database() as database:
        project = await make_project(database, ballot.community_id, [])
    options = [{"key": key, "name": name} for key, name in (("an", "安和"), ("wen", "稳达"))]
    words = {"key": "words", "label": "口碑", "kind": "text"}
    body = {"id": str(new_id()), "title": "电梯品牌", "options": options, "criteria": [words]}
    listed = await create(admin.page, "/comparison-lists", body | {"project_id": str(project)})
    publication = await in_community(admin.page, f"/comparison-lists/{listed['id']}/publication")
    key = {"Idempotency-Key": str(new_id())}
    assert (await admin.page.request.post(publication, data={}, headers=MARKS | key)).ok

    await admin.go("#/deliberation/ballots/new")
    await admin.answer("正式表决，签字的纸票为准")
    await admin.press("下一题")
    await admin.page.get_by_label("名称").fill("选品牌")
    await admin.page.get_by_label("为什么要表决").fill("两家都看过了。")
    await admin.press("下一题")
    await admin.press("下一题")
    await admin.page.get_by_label("问什么").fill("用哪个品牌？")
    await admin.page.get_by_label("属于哪类事项").select_option("brand_choice")
    await admin.page.get_by_label("通过后，哪件事就定下来").select_option("比选清单：电梯品牌")
    await expect(admin.page.get_by_label("选项 2")).to_have_value("稳达")
    await keep_draft(admin)
    (draft,) = (await read(admin.page, "/ballot-rounds?state=draft"))["items"]
    (asked,) = (await read(admin.page, f"/ballot-rounds/{draft['id']}"))["questions"]
    assert asked["subject"] == {"kind": "comparison_list", "id": listed["id"], "version": None}
    assert [(one["key"], one["title"]) for one in asked["options"]] == [
        ("an", "安和"),
        ("wen", "稳达"),
    ]


async def test_a_draft_about_a_plan_that_was_settled_since_says_so_and_takes_another(
    new_phone: NewPhone, demo_server: Server
) -> None:
    admin = await demo_phone(new_phone, demo_server, "admin")
    plans = [
        await read(admin.page, f"/cost-plans/{one['id']}")
        for one in (await read(admin.page, "/cost-plans"))["items"]
    ]
    settled = next(plan for plan in plans if plan["adopted"])
    other = next(plan for plan in plans if plan["schemes"] and not plan["adopted"])
    draft = await create(admin.page, "/ballot-rounds", about_schemes_of(settled))
    path = f"/ballot-rounds/{draft['id']}"
    await admin.go(f"#/deliberation/ballots/{draft['id']}/edit")
    chosen = admin.page.get_by_label("通过后，哪件事就定下来")
    await expect(chosen).to_have_value(settled["id"])
    await admin.see("这个分摊方案已经定了")
    await admin.see("请去掉，或者另选一个")
    scheme = other["schemes"][0]
    assert settled["schemes"][0]["id"] not in (await chosen.inner_html())
    await chosen.select_option(scheme["id"])
    await expect(admin.page.get_by_text("这个分摊方案已经定了")).to_have_count(0)
    assert settled["id"] not in (await chosen.inner_html())
    await admin.press("存为草稿")
    await admin.see("草稿存好了")
    (asked,) = (await read(admin.page, path))["questions"]
    assert (asked["kind"], asked["subject"]["id"]) == ("yes_no", scheme["id"])


def about_schemes_of(plan: dict[str, Any]) -> dict[str, Any]:
    """A draft that was left lying: which scheme of the plan?"""
    options = [
        {"key": f"scheme_{at}", "title": one["title"], "subject_id": one["id"]}
        for at, one in enumerate(plan["schemes"], start=1)
    ]
    asked = {"id": str(new_id()), "kind": "choice", "words": "用哪个方案？", "options": options}
    asked |= {"matter": "owners_pay_extra", "subject": {"kind": "scheme", "id": plan["id"]}}
    opens = date.today() + timedelta(days=40)  # noqa: DTZ011 - any day that is far enough
    days = {"opens_on": opens.isoformat(), "closes_on": (opens + timedelta(days=9)).isoformat()}
    about = {"title": "门禁的钱怎么摊", "background": "去年起草的。", "mode": "paper_ledger"}
    return {"id": str(new_id()), **about, **days, "scope": {}, "questions": [asked]}


async def test_the_days_proposed_for_a_round_are_the_earliest_and_earlier_ones_are_explained(
    new_phone: NewPhone, network: Network, server: Server
) -> None:
    ballot = await set_ballot_scene(server)
    admin = await screen_of(new_phone, network, ballot.admin)
    asked = {one["mode"]: one for one in (await read(admin.page, "/ballot-procedures"))["items"]}
    await admin.go("#/deliberation/ballots/new")
    await admin.answer("正式表决，签字的纸票为准")
    await admin.press("下一题")
    await admin.page.get_by_label("名称").fill("修外墙")
    await admin.page.get_by_label("为什么要表决").fill("墙皮往下掉。")
    await admin.press("下一题")
    await admin.press("下一题")
    await admin.page.get_by_label("问什么").fill("今年修吗？")
    await admin.page.get_by_label("属于哪类事项").select_option("other_major")
    await admin.press("下一题")
    await admin.press("下一题")
    first, last = admin.page.get_by_label("开始那天"), admin.page.get_by_label("最后一天")
    earliest = date.fromisoformat(asked["paper_ledger"]["earliest_opening"])
    await expect(first).to_have_value(earliest.isoformat())
    await first.fill((earliest - timedelta(days=1)).isoformat())
    await admin.press("下一题")
    await admin.see(f"最早 {earliest.month}月{earliest.day}日")
    await first.fill(earliest.isoformat())
    await last.fill(earliest.isoformat())
    await admin.press("下一题")
    await admin.see(f"投票至少 {asked['paper_ledger']['window_min_days']} 天")


async def test_co_owners_agreement_is_kept_with_the_page_they_signed(
    new_phone: NewPhone, demo_server: Server
) -> None:
    admin = await demo_phone(new_phone, demo_server, "admin", ELDER)
    rounds = (await read(admin.page, "/ballot-rounds"))["items"]
    noticed = next(one["id"] for one in rounds if one["state"] == "noticed")
    co_owned = (await read(admin.page, f"/ballot-rounds/{noticed}/electorate"))["co_owned"]
    home = next(one for one in co_owned if not one["voter_owner_id"])
    await admin.go(f"#/deliberation/ballots/{noticed}/electorate")
    await admin.page.get_by_role("link").filter(has_text=home["door"]).first.click()
    await admin.see("第 1 题，共 3 题")
    await admin.press("下一题")
    await admin.see("请选一位")
    name = home["owners"][0]["name"]
    await admin.answer(name)
    await admin.press("下一题")
    await admin.page.get_by_label("怎么说定的").fill("两位在办公室签了字")
    await admin.press("下一题")
    await admin.press("记下")
    await admin.see("请拍各位业主签字的那一页")
    await admin.page.locator("#photos").set_input_files(taken_photo())
    await admin.press("记下")
    line = admin.page.get_by_role("link").filter(has_text=home["door"]).first
    await expect(line).to_contain_text(f"{name}投票")
    await line.click()
    await admin.see(f"现在说定：{name}投票")
