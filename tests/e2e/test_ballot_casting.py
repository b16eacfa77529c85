"""Voting on the phone: no vote lost, none counted twice, none said to be cast that is not."""

from http import HTTPStatus

import pytest
from playwright.async_api import expect

from e2e.ballot_scene import BRAND, FUND, TITLE, BallotScene, set_ballot_scene
from e2e.conftest import NewPhone
from e2e.demo_phone import CHINESE
from e2e.phone import SECONDS, Phone
from e2e.walk import ELDER, choose, in_community
from processes.network import Mood, Network
from processes.server import Server

pytestmark = pytest.mark.e2e

AGREES = {FUND: "agree", BRAND: "b"}
KEPT = "ballot-receipts:"
OPPOSES = {FUND: "oppose", BRAND: "b"}


@pytest.fixture
async def ballot(server: Server) -> BallotScene:
    return await set_ballot_scene(server)


@pytest.fixture
async def owner(new_phone: NewPhone, network: Network, ballot: BallotScene) -> Phone:
    return await owners_phone(new_phone, network, ballot)


async def owners_phone(new_phone: NewPhone, network: Network, ballot: BallotScene) -> Phone:
    taken = await Phone.take_out(await new_phone(), network.url)
    await taken.sign_in(ballot.owner.login, ballot.owner.password, then=f"您还没有投票：{TITLE}")
    return taken


async def choose_answers(phone: Phone, ballot: BallotScene, fund: str = "同意") -> None:
    """Question by question, up to what was chosen."""
    await choose(phone.page, ELDER)
    await phone.go(ballot.address)
    await phone.follow("去投票")
    await phone.answer(fund)
    await phone.press("下一题")
    await phone.see(BRAND)
    await phone.answer("乙牌")
    await phone.press("看一遍再投")
    await phone.see("您选的是")


async def test_a_vote_question_by_question_is_read_back_cast_and_has_a_receipt(
    owner: Phone, ballot: BallotScene
) -> None:
    await choose_answers(owner, ballot)
    await expect(owner.page.locator(".chosen-answer")).to_have_text(["同意", "乙牌"])
    assert await ballot.ballots() == 0
    await owner.press("确认，投票")
    await owner.see("收到了，算票")
    assert await ballot.counted() == [AGREES]
    receipt = await owner.page.locator(".facts .receipt").inner_text()
    await owner.follow("回到这一轮")
    await owner.page.locator("summary", has_text="收据").click()
    await expect(owner.page.locator(".facts .receipt").first).to_have_text(receipt)
    await owner.go("#/")
    await expect(owner.page.get_by_text("您还没有投票")).to_have_count(0)


async def test_the_standard_look_asks_one_question_a_screen_too_and_reads_back(
    owner: Phone, ballot: BallotScene
) -> None:
    await choose(owner.page, CHINESE)
    await owner.go(ballot.address)
    await owner.follow("去投票")
    await owner.see(FUND)
    await expect(owner.page.get_by_text(BRAND)).to_have_count(0)
    await owner.press("下一题")
    await owner.see("还有几处要看一下")
    await owner.answer("同意")
    await owner.press("下一题")
    await owner.see(BRAND)
    await expect(owner.page.get_by_text(FUND)).to_have_count(0)
    await owner.answer("乙牌")
    await owner.press("看一遍再投")
    await owner.see("您选的是")
    await expect(owner.page.locator(".chosen-answer")).to_have_text(["同意", "乙牌"])
    await owner.press("确认，投票")
    await owner.see("收到了，算票")
    assert await ballot.counted() == [AGREES]


async def test_changed_before_the_closing_the_newest_counts_and_all_are_kept(
    owner: Phone, ballot: BallotScene
) -> None:
    await choose_answers(owner, ballot)
    await owner.press("确认，投票")
    await owner.follow("回到这一轮")
    await owner.follow("改投")
    await owner.answer("不同意")
    await owner.press("下一题")
    await owner.answer("乙牌")
    await owner.press("看一遍再投")
    await owner.press("确认，投票")
    await owner.see("收到了，算票")
    assert await ballot.counted() == [OPPOSES]
    assert await ballot.ballots() == 2
    kept = [row for row in await owner.stored("cache") if row["name"].startswith(KEPT)]
    (receipts,) = [row["value"] for row in kept]
    assert len({receipt["leaf_hash"] for receipt in receipts}) == 2, "the archive is held to both"


async def test_without_a_network_the_vote_is_said_not_to_be_cast_and_can_be_sent_again(
    owner: Phone, ballot: BallotScene, network: Network
) -> None:
    await choose_answers(owner, ballot)
    network.become(Mood.CUT)
    await owner.press("确认，投票")
    await owner.see("没有投出去")
    assert await ballot.ballots() == 0
    assert await owner.stored() == [], "a vote is never queued"
    network.become(Mood.PASS)
    await owner.stir()
    await owner.page.reload()
    await owner.see("您选的是")
    await owner.see("没有投出去")
    assert await ballot.ballots() == 0
    await owner.press("再投一次")
    await owner.see("收到了，算票")
    assert await ballot.counted() == [AGREES]


async def test_an_answer_lost_after_the_server_took_the_vote_counts_once_with_one_receipt(
    owner: Phone, ballot: BallotScene, network: Network
) -> None:
    await choose_answers(owner, ballot)
    network.become(Mood.DEAF)
    await owner.press("确认，投票")
    await owner.see("没有投出去")
    assert await ballot.ballots() == 1
    network.become(Mood.PASS)
    await owner.press("再投一次")
    await owner.see("收到了，算票")
    assert await ballot.ballots() == 1
    assert await ballot.counted() == [AGREES]


async def test_two_phones_of_one_owner_at_once_leave_one_vote(
    owner: Phone, ballot: BallotScene, network: Network, new_phone: NewPhone
) -> None:
    other = await owners_phone(new_phone, network, ballot)
    await choose_answers(owner, ballot)
    await choose_answers(other, ballot, "不同意")
    first = owner.page.get_by_role("button", name="确认，投票").click()
    second = other.page.get_by_role("button", name="确认，投票").click()
    await first
    await second
    for phone in (owner, other):
        await phone.page.locator(".notice-good, .notice-warn").first.wait_for(timeout=SECONDS)
    assert len(await ballot.counted()) == 1
    assert await ballot.ballots() == 2


async def test_who_is_no_owner_is_told_why_and_whom_to_ask(
    new_phone: NewPhone, network: Network, ballot: BallotScene
) -> None:
    tenant = await Phone.take_out(await new_phone(), network.url)
    await tenant.sign_in(ballot.tenant.login, ballot.tenant.password, then="您好")
    await tenant.go(ballot.address)
    await tenant.see("请带房产证找楼栋长或社区办公室核实")
    await expect(tenant.page.get_by_role("link", name="去投票")).to_have_count(0)
    await tenant.go(f"{ballot.address}/vote")
    await tenant.see("这一轮没有您的票")


async def test_the_live_turnout_grows_and_tells_no_choice(
    owner: Phone, ballot: BallotScene, network: Network, new_phone: NewPhone
) -> None:
    await choose_answers(owner, ballot)
    await owner.press("确认，投票")
    await owner.see("收到了，算票")
    tenant = await Phone.take_out(await new_phone(), network.url)
    await tenant.sign_in(ballot.tenant.login, ballot.tenant.password, then="您好")
    async with tenant.page.expect_response("**/turnout") as coming:
        await tenant.go(ballot.address)
    told = await (await coming.value).text()
    await tenant.see("手机 1 票")
    assert "agree" not in told
    assert "oppose" not in told
    result = await tenant.page.request.get(
        await in_community(tenant.page, f"/ballot-rounds/{ballot.round_id}/result")
    )
    assert result.status == HTTPStatus.NOT_FOUND
