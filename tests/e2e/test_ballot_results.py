"""After the voting: official figures, the count, objections, and the archive anybody checks."""

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Route, expect

from e2e.ballot_scene import (
    BRAND,
    FUND,
    OVER,
    TITLE,
    BallotScene,
    keep_draft,
    screen_of,
    set_ballot_scene,
)
from e2e.conftest import NewPhone
from e2e.phone import Phone
from e2e.photos import taken_photo
from e2e.walk import read
from linli.commands.verify_archive.held import Held
from linli.commands.verify_archive.verify import check_archive
from processes.network import Network
from processes.server import Server

pytestmark = pytest.mark.e2e


async def agree_to(phone: Phone, step: str) -> None:
    """Press a step of the desk, and say yes to its question."""
    await phone.press(step)
    await phone.page.get_by_role("dialog").get_by_role("button", name=step).click()
    await expect(phone.page.get_by_role("button", name=step, exact=True)).to_have_count(0)


async def count_and_publish(phone: Phone, ballot: BallotScene) -> None:
    await phone.go(ballot.address)
    await agree_to(phone, "计票")
    await agree_to(phone, "公示结果")


async def figure(phone: Phone, row: str, heads: int, area: str) -> None:
    """Enter both figures of one row."""
    group = phone.page.get_by_role("group", name=row, exact=True)
    await group.get_by_label("几位业主").fill(str(heads))
    await group.get_by_label("多少平方米").fill(area)


async def enter_official(admin: Phone, ballot: BallotScene, *brands: tuple[str, int, str]) -> None:
    """The result of the official system, whose first question does not add up at first."""
    await admin.go(ballot.address)
    await admin.follow("登记官方系统的结果")
    await admin.page.get_by_label("哪个系统").fill("市业主决策系统")
    await admin.page.get_by_label("编号或网址").fill("2026-118")
    await admin.press("下一题")
    await admin.see(FUND)
    await figure(admin, "同意", 5, "447.5")
    await admin.press("下一题")
    await admin.see("合计和名单对不上")
    await figure(admin, "送到没交", 1, "89.50")
    await admin.press("下一题")
    await admin.see(BRAND)
    for brand in brands:
        await figure(admin, *brand)
    await admin.press("下一题")
    await admin.page.locator("#photos").set_input_files(taken_photo())
    await expect(admin.page.get_by_role("img", name="照片 1")).to_be_visible()
    await admin.press("登记结果")
    await admin.see("官方结果登记了")


async def test_the_official_result_is_taken_when_it_adds_up_and_then_counted(
    new_phone: NewPhone, network: Network, server: Server
) -> None:
    ballot = await set_ballot_scene(server, "official_import", OVER)
    admin = await screen_of(new_phone, network, ballot.admin)
    typist = await screen_of(new_phone, network, ballot.other_admin)
    await enter_official(typist, ballot, ("甲牌", 6, "537"))
    await typist.follow("登记官方系统的结果")
    await typist.see("请另一位管理员对照文件看过")
    await admin.go(f"{ballot.address}/official")
    await admin.see("对照文件看过这些数字再计票")
    await expect(admin.page.get_by_role("img", name="官方结果的文件")).to_be_visible()
    await count_and_publish(admin, ballot)
    owner = await screen_of(new_phone, network, ballot.owner)
    await owner.go(f"{ballot.address}/result")
    await owner.see("市业主决策系统")
    await expect(owner.page.locator(".outcome-good")).to_have_count(2)


async def test_what_nobody_won_is_asked_again_between_the_two_that_lead(
    new_phone: NewPhone, network: Network, server: Server
) -> None:
    ballot = await set_ballot_scene(server, "official_import", OVER)
    admin = await screen_of(new_phone, network, ballot.admin)
    typist = await screen_of(new_phone, network, ballot.other_admin)
    await enter_official(typist, ballot, ("甲牌", 3, "268.5"), ("乙牌", 3, "268.5"))
    await count_and_publish(admin, ballot)
    await admin.go(ballot.address)
    await admin.follow("前两名再投一轮")
    await keep_draft(admin)
    drafts = (await read(admin.page, "/ballot-rounds?state=draft"))["items"]
    (draft,) = [await read(admin.page, f"/ballot-rounds/{one['id']}") for one in drafts]
    assert draft["run_off_of"] == str(ballot.round_id)
    (asked,) = draft["questions"]
    assert (asked["words"], [one["key"] for one in asked["options"]]) == (BRAND, ["a", "b"])


async def test_an_owner_objects_is_answered_and_checks_the_archive(
    new_phone: NewPhone, network: Network, server: Server, tmp_path: Path
) -> None:
    ballot = await set_ballot_scene(server, days=OVER)
    admin = await screen_of(new_phone, network, ballot.admin)
    await count_and_publish(admin, ballot)
    owner = await screen_of(new_phone, network, ballot.owner)
    await owner.go(f"{ballot.address}/result")
    await owner.page.get_by_label("哪里不对").fill("我家交了票，写成没送到。")
    await owner.press("提异议")
    await owner.see("收到了")

    await admin.go("#/deliberation/ballots")
    await admin.go(ballot.address)
    await admin.see("有 1 条异议还没处理完")
    await admin.follow("去看异议")
    await admin.see("我家交了票")
    await admin.press("答复")
    await admin.page.get_by_label("怎么答复").fill("查了送票登记，没有您家的票。")
    await admin.press("答复")
    await admin.see("答复发出了")
    await owner.go(ballot.address)
    await owner.go(f"{ballot.address}/result")
    await owner.see("查了送票登记")

    never = asyncio.Event()
    await owner.page.route("**/archive", lambda _: never.wait())
    await owner.press("下载全部数据")
    await owner.see("正在打包")
    await owner.press("停下，不下载了")
    await owner.page.unroute("**/archive")
    async with owner.page.expect_download() as coming:
        await owner.press("下载全部数据")
    archive = tmp_path / "round.zip"
    await (await coming.value).save_as(archive)
    key = (await read(owner.page, "/checkpoint"))["verifier_key"]
    notice = check_archive(archive, Held(key), [].append).notice
    assert notice["title"] == TITLE


async def test_a_neighbour_counts_the_round_again_on_the_phone_and_sees_a_forged_result(
    new_phone: NewPhone, network: Network, server: Server
) -> None:
    ballot = await set_ballot_scene(server, days=OVER)
    admin = await screen_of(new_phone, network, ballot.admin)
    await count_and_publish(admin, ballot)
    tenant = await screen_of(new_phone, network, ballot.tenant)
    await tenant.go(f"{ballot.address}/result")
    await tenant.press("在这部手机上重算一遍")
    await tenant.see("重算一致")
    await expect(tenant.page.get_by_text("对不上", exact=True)).to_have_count(0)

    async def forge(route: Route) -> None:
        answer = await route.fetch()
        told = {**await answer.json(), "digest": "ab" * 32}
        await route.fulfill(response=answer, json=told)

    await tenant.page.route("**/result", forge)
    await tenant.go(ballot.address)
    await tenant.go(f"{ballot.address}/result")
    await tenant.see("ab" * 32)
    await tenant.press("在这部手机上重算一遍")
    await tenant.see("重算有出入")
    await expect(tenant.page.get_by_text("对不上", exact=True)).to_have_count(1)
