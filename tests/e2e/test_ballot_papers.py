"""Paper ballots: typed by one person, read again by another, who must read the same."""

import re

import pytest
from playwright.async_api import FilePayload, expect

from e2e.ballot_scene import BRAND, FUND, BallotScene, screen_of, set_ballot_scene
from e2e.conftest import NewPhone
from e2e.phone import Phone
from e2e.photos import NO_PHOTO, small_photo, taken_photo
from processes.network import Network
from processes.server import Server

pytestmark = pytest.mark.e2e

ELECTORS = "**/electors?*"


@pytest.fixture
async def ballot(server: Server) -> BallotScene:
    return await set_ballot_scene(server)


async def read(phone: Phone, fund: str, brand: str, done: str) -> None:
    """Answer both questions as the paper says."""
    await phone.answer(fund)
    await phone.press("下一题")
    await phone.see(BRAND)
    await phone.answer(brand)
    await phone.press(done)


async def keep(lead: Phone) -> None:
    """Photograph the paper, on the step after the day, and record it."""
    await lead.press("下一题")
    await lead.page.locator("#photos").set_input_files(taken_photo())
    await expect(lead.page.locator("ul.photos img")).to_have_count(1)
    await lead.press("登记")


async def test_a_paper_counts_once_a_second_person_has_read_the_same(
    new_phone: NewPhone, network: Network, ballot: BallotScene
) -> None:
    lead = await screen_of(new_phone, network, ballot.lead)
    code = await ballot.a_code()
    await lead.go(f"{ballot.address}/papers/new")
    await lead.page.get_by_label(re.compile("^票上的编号")).fill(code.lower().replace("-", " "))
    await lead.see("1-1-101")
    await lead.press("下一题")
    await read(lead, "同意", "甲牌", "下一题")
    await keep(lead)
    await lead.see("等另一位来核对")
    assert await ballot.counted() == []
    await lead.page.locator("a.card-link").first.click()
    await lead.see("要请另一位邻居照着纸票再读一遍")
    await expect(lead.page.get_by_text("照着纸票读一遍")).to_have_count(0)

    volunteer = ballot.volunteer
    second = await screen_of(new_phone, network, volunteer)
    await second.go(f"{ballot.address}/papers")
    await second.page.locator("a.card-link").first.click()
    await read(second, "不同意", "甲牌", "核对完，提交")
    await second.see("请另一位来核对")
    await expect(second.page.get_by_text("照着纸票读一遍")).to_have_count(0)
    assert await ballot.counted() == []
    third = await screen_of(new_phone, network, ballot.admin)
    await third.go(f"{ballot.address}/papers")
    await third.see("有人读的不一样")
    await third.page.locator("a.card-link").first.click()
    await read(third, "同意", "甲牌", "核对完，提交")
    await third.see("核对一致，算票")
    await votes_in_vain_and_is_told_so_before(
        await screen_of(new_phone, network, ballot.owner), ballot
    )
    assert await ballot.counted() == [{FUND: "agree", BRAND: "a"}]


async def test_a_code_that_is_nobodys_is_said_at_once_or_leads_back_to_where_it_was_typed(
    new_phone: NewPhone, network: Network, ballot: BallotScene
) -> None:
    lead = await screen_of(new_phone, network, ballot.lead)
    await lead.go(f"{ballot.address}/papers/new")
    code, nobodys = lead.page.get_by_label(re.compile("^票上的编号")), "这一轮里没有这个编号"
    await code.fill("AAAA-AAAA-AAAA")
    await lead.see(nobodys)
    await code.fill("AAAA-AAAA-AAA")
    await expect(lead.page.get_by_text(nobodys)).to_have_count(0)
    await lead.page.route(ELECTORS, lambda route: route.abort())
    async with lead.page.expect_request(ELECTORS):
        await code.fill("AAAA-AAAA-AAAA")
    await lead.press("下一题")
    await read(lead, "同意", "甲牌", "下一题")
    await lead.page.unroute(ELECTORS)
    await keep(lead)
    await lead.page.get_by_role("link", name=nobodys).click()
    await code.fill(await ballot.a_code())
    await lead.see("1-1-101")


async def votes_in_vain_and_is_told_so_before(owner: Phone, ballot: BallotScene) -> None:
    """The owner's phone, once the signed paper counts."""
    await owner.go(ballot.address)
    await owner.see("您签过字的纸票已经登记，以纸票为准")
    await expect(owner.page.get_by_role("link", name="改投")).to_have_count(0)
    await owner.go(f"{ballot.address}/vote")
    await owner.answer("不同意")
    await owner.press("下一题")
    await owner.answer("乙牌")
    await owner.press("看一遍再投")
    await owner.see("会留着，但不算票")
    await expect(owner.page.get_by_text("最新的算数")).to_have_count(0)
    await owner.press("确认，投票")
    await owner.see("收到了，但不算这一张")
    await expect(owner.page.get_by_text("最新的算数")).to_have_count(0)


async def record_proxy(lead: Phone, ballot: BallotScene, then: str = "委托书登记了") -> None:
    """The first door's owner lets somebody without an account hand in the paper."""
    await lead.go(f"{ballot.address}/proxies/new")
    await lead.page.get_by_label(re.compile("^门牌")).fill("1-1-101")
    await lead.press("找")
    await lead.answer("1-1-101")
    await lead.press("下一题")
    await lead.answer("没有账号的人")
    await lead.page.get_by_label("姓名").fill("李秀英")
    await lead.page.get_by_label(re.compile("^电话")).fill("13800000000")
    await lead.press("下一题")
    await photograph_proxy(lead)
    await lead.press("登记")
    await lead.see(then)


async def photograph_proxy(lead: Phone) -> None:
    """A text named as a photo is not taken and said so; two pages taken at once both are."""
    photo = lead.page.locator("#photos")
    await photo.set_input_files(NO_PHOTO)
    await lead.see("这张照片打不开，请换一张")
    await lead.press("登记")
    await lead.see("请拍委托书")
    for page in (taken_photo(), FilePayload(name="2.jpg", mimeType="", buffer=small_photo())):
        await photo.set_input_files(page)
    await expect(lead.page.locator("ul.photos img")).to_have_count(2)
    await expect(lead.page.get_by_text("这张照片打不开")).to_have_count(0)


async def test_a_paper_of_a_proxy_holder_is_typed_as_theirs_and_the_proxy_shows_its_photo(
    new_phone: NewPhone, network: Network, ballot: BallotScene
) -> None:
    lead = await screen_of(new_phone, network, ballot.lead)
    await record_proxy(lead, ballot)
    await expect(lead.page.get_by_role("img", name="委托书的照片")).to_have_count(2)
    await lead.go(f"{ballot.address}/papers/new")
    await lead.page.get_by_label(re.compile("^票上的编号")).fill(await ballot.a_code())
    await lead.see("1-1-101")
    await lead.press("下一题")
    await lead.see("这张票是谁填的？")
    await lead.answer("受托人李秀英")
    await lead.press("下一题")
    await read(lead, "同意", "乙牌", "下一题")
    await keep(lead)
    await lead.see("等另一位来核对")

    volunteer = ballot.volunteer
    second = await screen_of(new_phone, network, volunteer)
    await second.go(f"{ballot.address}/papers")
    await second.see("受托人代投")
    await second.page.locator("a.card-link").first.click()
    await read(second, "同意", "乙牌", "核对完，提交")
    await second.see("核对一致，算票")
    assert await ballot.counted() == [{FUND: "agree", BRAND: "b"}]


async def test_a_proxy_whose_photo_got_stuck_says_so_until_it_is_sent_again(
    new_phone: NewPhone, network: Network, ballot: BallotScene
) -> None:
    lead = await screen_of(new_phone, network, ballot.lead)
    photos = "**/attachments/*"
    await lead.page.route(photos, lambda route: route.abort())
    await record_proxy(lead, ballot, then="您写的都还在")
    other = await screen_of(new_phone, network, ballot.lead)
    await other.go(f"{ballot.address}/proxies")
    await other.see("委托书还在路上")
    await other.see("暂时不能按这份委托投票")
    await lead.page.unroute(photos)
    await lead.press("登记")
    await lead.see("委托书登记了")
    await expect(lead.page.get_by_role("img", name="委托书的照片")).to_have_count(2)
    await expect(lead.page.get_by_text("委托书还在路上")).to_have_count(0)


async def type_in(lead: Phone, fund: str, done: str = "等另一位来核对") -> None:
    """The rest of the form, once the code is known."""
    await lead.press("下一题")
    await read(lead, fund, "甲牌", "下一题")
    await keep(lead)
    await lead.see(done)


async def test_a_wrong_entry_is_put_right_by_a_new_one_that_a_second_person_reads(
    new_phone: NewPhone, network: Network, ballot: BallotScene
) -> None:
    lead = await screen_of(new_phone, network, ballot.lead)
    await lead.go(f"{ballot.address}/papers/new?code={await ballot.a_code()}")
    await lead.see("1-1-101")
    await type_in(lead, "不同意")
    await lead.page.locator("a.card-link").first.click()
    await lead.follow("录错了，重新录一张")
    await lead.see("更正一张录错的票")
    await lead.see("1-1-101")
    await type_in(lead, "同意")
    await lead.see("1 张等另一个人核对")

    volunteer = ballot.volunteer
    second = await screen_of(new_phone, network, volunteer)
    await second.go(f"{ballot.address}/papers")
    await second.page.locator("a.card-link").first.click()
    await read(second, "同意", "甲牌", "核对完，提交")
    await second.see("核对一致，算票")
    assert await ballot.counted() == [{FUND: "agree", BRAND: "a"}]
    assert await ballot.ballots() == 2


async def test_an_owner_sees_the_paper_recorded_for_them_and_says_that_it_is_wrong(
    new_phone: NewPhone, network: Network, ballot: BallotScene
) -> None:
    lead = await screen_of(new_phone, network, ballot.lead)
    await lead.go(f"{ballot.address}/papers/new?code={await ballot.a_code()}")
    await lead.see("1-1-101")
    await type_in(lead, "不同意")

    owner = await screen_of(new_phone, network, ballot.owner)
    await owner.go(ballot.address)
    await owner.see("登记给您的一张纸票")
    await expect(owner.page.get_by_role("img", name="纸票照片")).to_be_visible()
    await owner.press("这张不对")
    await owner.page.get_by_label("哪里不对？").fill("这不是我签的。")
    await owner.press("提异议")
    await owner.see("还没有答复")

    admin = await screen_of(new_phone, network, ballot.admin)
    await admin.go(ballot.address)
    await admin.see("有 1 张纸票业主说不对")
    await admin.go(f"{ballot.address}/papers")
    await admin.page.locator("a.card-link").first.click()
    await admin.see("这不是我签的。")
    await admin.press("答复")
    await admin.page.get_by_label("怎么答复").fill("和业主一起看过，确实录错了门。")
    await admin.page.get_by_label("说得对，这张票不对").check()
    await admin.press("答复")
    await admin.see("和业主一起看过")
    await admin.go(f"{ballot.address}/papers")
    await admin.see("业主提了异议，不算")


async def test_a_paper_at_the_wrong_door_is_struck_out_by_two_people(
    new_phone: NewPhone, network: Network, ballot: BallotScene
) -> None:
    lead = await screen_of(new_phone, network, ballot.lead)
    await lead.go(f"{ballot.address}/papers/new")
    await lead.page.get_by_label(re.compile("^票上的编号")).fill(await ballot.a_code())
    await lead.see("1-1-101")
    await lead.press("下一题")
    await read(lead, "同意", "甲牌", "下一题")
    await keep(lead)
    await lead.see("等另一位来核对")
    await lead.page.locator("a.card-link").first.click()
    await lead.press("登错了门？划掉这张")
    await lead.page.locator("dialog textarea").fill("这是隔壁的")
    await lead.press("请另一位同意")
    await lead.see("在这之前照旧算")
    await expect(lead.page.get_by_role("button", name="同意划掉")).to_have_count(0)

    second = await screen_of(new_phone, network, ballot.volunteer)
    await second.go(f"{ballot.address}/papers")
    await second.see("有人要划掉")
    await second.page.locator("a.card-link").first.click()
    await second.press("同意划掉")
    await second.page.locator("dialog").get_by_role("button", name="同意划掉").click()
    await second.see("已划掉，不算")
    await expect(second.page.get_by_text("照着纸票读一遍")).to_have_count(0)
