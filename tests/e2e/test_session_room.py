"""A session goes on while the network of its room is away."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Route, expect

from e2e.conftest import NewPhone
from e2e.phone import SECONDS, Phone
from e2e.photos import HIGH, LONGEST_EDGE, WIDE, taken_photo
from e2e.room import CouncilRoom, open_council
from factories.identity import AccountMade
from processes.network import Mood, Network
from processes.server import Server

pytestmark = pytest.mark.e2e


@pytest.fixture
async def room(server: Server) -> CouncilRoom:
    return await open_council(server)


@pytest.fixture
async def home_network(server: Server) -> AsyncIterator[Network]:
    """The network of somebody who follows from home: it holds while the room's does not."""
    made = Network(server.port)
    await made.open()
    yield made
    await made.close()


async def phone_of(new_phone: NewPhone, network: Network, who: AccountMade, place: str) -> Phone:
    """Somebody's phone, at a place of the app."""
    taken = await Phone.take_out(await new_phone(), network.url)
    await taken.sign_in(who.login, who.password, then="更多")
    await taken.go(place)
    return taken


async def test_what_happens_in_the_room_without_a_network_arrives_when_it_is_back(
    new_phone: NewPhone, network: Network, home_network: Network, room: CouncilRoom
) -> None:
    desk = await phone_of(new_phone, network, room.secretary, f"{room.screen}/desk")
    seat = await phone_of(new_phone, network, room.representative, room.screen)
    home = await phone_of(new_phone, home_network, room.resident, room.screen)
    await desk.see("请代表举手")
    await seat.see("您到了吗")
    await home.see("代表到了 0 位")

    network.become(Mood.CUT)
    await seat.press("我到了")
    await seat.press("我赞成")
    await seat.see("手举起来了")
    await seat.see("会照样开")
    await desk.page.locator("#motion").fill("选甲牌")
    await desk.press("请代表举手")
    await desk.page.get_by_text("在会场数手").click()
    for name, number in (("agree", "1"), ("oppose", "0")):
        await desk.page.locator(f"#{name}").fill(number)
    await desk.press("记下这次数手")
    await desk.see("举手的比签到的还多")
    await desk.go(f"{room.screen}/desk?part=attendance")
    await desk.page.locator(".roll li", has_text="郑国平").get_by_role("button").click()
    await desk.go(f"{room.screen}/desk")
    await desk.page.get_by_text("在会场数手").click()
    await desk.see("签到表上到场代表 1 位")
    await desk.press("记下这次数手")
    await desk.see("数手的结果记下了")
    await desk.go(f"{room.screen}/desk?part=minutes")
    await desk.page.locator("#minutes").fill("一、选甲牌，到场一位，同意一位。")
    await desk.see("存在手机里")
    await expect(home.page.get_by_text("代表到了 0 位")).to_be_visible()
    assert (await room.counts(), await room.versions()) == ([], [])

    network.become(Mood.PASS)
    await seat.stir()
    await home.see("代表到了 1 位")
    await desk.stir()
    await desk.see("已存到服务器")
    await home.see("通过")
    await expect(home.page.locator(".queue")).to_contain_text("郑国平", timeout=SECONDS)
    assert [(each["agree"], each["present"]) for each in await room.counts()] == [(1, 1)]
    assert await room.versions() == ["一、选甲牌，到场一位，同意一位。"]


async def test_who_has_come_is_not_asked_again_before_the_room_is_told_anew(
    new_phone: NewPhone, network: Network, room: CouncilRoom
) -> None:
    seat = await phone_of(new_phone, network, room.representative, room.screen)
    await seat.see("您到了吗")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    await seat.page.route("**/room", hold)
    await seat.press("我到了")
    await seat.all_received(1)
    await expect(seat.page.get_by_text("您到了吗")).to_have_count(0)
    await seat.press("我赞成")
    await seat.all_received(2)
    await seat.see("手举起来了")


async def agreed(phone: Phone, move: str) -> None:
    """A move of the session, asked once more."""
    await phone.press(move)
    await phone.page.get_by_role("dialog").get_by_role("button", name=move).click()


async def test_the_desk_goes_on_without_a_network_and_loses_nothing_that_was_written(
    new_phone: NewPhone, network: Network, room: CouncilRoom
) -> None:
    desk = await phone_of(new_phone, network, room.secretary, f"{room.screen}/desk?part=attendance")
    await desk.see("郑国平")
    await desk.go(f"{room.screen}/desk?part=minutes")
    await desk.see("边开边写")
    await desk.go(f"{room.screen}/desk")
    await desk.see("请代表举手")
    await desk.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    network.become(Mood.CUT)
    await desk.page.locator("#motion").fill("选甲牌")
    await desk.go(f"{room.screen}/desk?part=attendance")
    await desk.page.locator(".roll li", has_text="郑国平").get_by_role("button").click()
    await expect(desk.page.locator(".roll")).to_contain_text("存在手机里", timeout=SECONDS)
    await desk.go("#/")
    await desk.see("动议")
    await desk.go(f"{room.screen}/desk")
    await expect(desk.page.locator("#motion")).to_have_value("选甲牌", timeout=SECONDS)
    await desk.page.reload()

    again = desk
    await again.go(f"{room.screen}/desk")
    await expect(again.page.locator("#motion")).to_have_value("选甲牌", timeout=SECONDS)
    await again.press("请代表举手")
    await again.page.get_by_text("在会场数手").click()
    for name, number in (("agree", "1"), ("oppose", "0")):
        await again.page.locator(f"#{name}").fill(number)
    await again.press("记下这次数手")
    await again.see("数手的结果记下了")
    await again.go(f"{room.screen}/desk?part=minutes")
    await again.page.locator("#item").select_option(index=1)
    await again.page.locator("#decision").fill("定了甲牌")
    await again.press("记下决定")
    await again.see("记下了，有网就送出")
    await again.page.locator("#action").fill("贴告示")
    await again.page.locator("#decided").select_option(label="定了甲牌")
    await again.page.locator("#owner").select_option(label="郑国平")
    await again.page.locator("#due").fill("2030-01-02")
    await again.press("交给他办")
    await again.see("要办的事")
    for move in ("休息一下", "接着开", "散会"):
        await agreed(again, move)
    await again.see("请到场各方签字")
    assert await room.came_of_it() == ("in_session", [], [])

    network.become(Mood.PASS)
    await again.stir()
    await again.send_now()
    await again.all_received(8)
    state, decided, given = await room.came_of_it()
    assert (state, [each["words"] for each in decided]) == ("closed", ["定了甲牌"])
    assert [(each["words"], each["decision_id"]) for each in given] == [
        ("贴告示", decided[0]["id"])
    ]


async def test_what_the_server_refuses_of_the_desk_is_explained_and_put_right_or_thrown_away(
    new_phone: NewPhone, network: Network, room: CouncilRoom
) -> None:
    desk = await phone_of(new_phone, network, room.secretary, f"{room.screen}/desk?part=minutes")
    await desk.see("边开边写")
    owner = desk.page.locator("#owner")
    await owner.locator("option", has_text="王秀英").wait_for(state="attached")
    network.become(Mood.CUT)
    await desk.page.locator("#action").fill("贴告示")
    await owner.select_option(label="王秀英")
    await desk.page.locator("#due").fill("2030-01-02")
    await desk.press("交给他办")
    await desk.see("要办的事")
    await agreed(desk, "休息一下")
    await room.moves_on_without(room.resident)
    network.become(Mood.PASS)
    await desk.stir()
    await desk.see("看这条记录")

    await desk.go("#/outbox")
    await desk.page.get_by_role("main").get_by_text("要办的事").first.click()
    await desk.see("没有收下")
    await desk.press("改一改再发")
    await expect(desk.page.locator("#action")).to_have_value("贴告示")
    await owner.select_option(label="郑国平")
    await desk.press("交给他办")
    await desk.see("记下了，已经送到。到期会提醒")
    await desk.go("#/outbox")
    await desk.page.get_by_role("main").get_by_text("会议进程").first.click()
    await desk.see("先去看看现在到哪一步：")
    await desk.page.get_by_text("不要这条了", exact=True).click()
    await desk.press("删掉这条")
    await desk.all_received(1)
    _, _, given = await room.came_of_it()
    assert [each["words"] for each in given] == ["贴告示"]


async def test_minutes_written_on_two_phones_stand_beside_each_other_and_none_is_lost(
    new_phone: NewPhone, network: Network, home_network: Network, room: CouncilRoom
) -> None:
    place = f"{room.screen}/desk?part=minutes"
    first = await phone_of(new_phone, network, room.secretary, place)
    second = await phone_of(new_phone, home_network, room.second, place)
    await first.see("边开边写")
    await second.see("边开边写")
    network.become(Mood.CUT)
    await first.page.locator("#minutes").fill("我在会场写的")
    await first.see("存在手机里")
    await second.page.locator("#minutes").fill("我在家里写的")
    await second.see("已存到服务器")

    network.become(Mood.PASS)
    await first.stir()
    await first.see("两个人都写了")
    await first.see("我在家里写的")
    await expect(first.page.locator("#minutes")).to_have_value("我在会场写的")
    await first.press("两份接在一起")
    await first.see("已存到服务器")
    assert await room.versions() == ["我在家里写的", "我在家里写的\n\n我在会场写的"]


async def test_minutes_survive_a_phone_that_is_closed_before_the_network_is_back(
    new_phone: NewPhone, network: Network, room: CouncilRoom
) -> None:
    place = f"{room.screen}/desk?part=minutes"
    desk = await phone_of(new_phone, network, room.secretary, place)
    await desk.see("边开边写")
    network.become(Mood.CUT)
    await desk.page.locator("#minutes").fill("写到一半")
    await desk.see("存在手机里")
    await expect(desk.page.locator("#minutes")).to_have_value("写到一半")
    await desk.go("#/")
    await desk.see("选电梯")
    await desk.page.close()

    network.become(Mood.PASS)
    again = await Phone.take_out(desk.page.context, network.url)
    await again.see("选电梯")
    await again.go(place)
    await again.see("已存到服务器")
    assert await room.versions() == ["写到一半"]


async def test_a_photo_of_the_board_taken_without_a_network_is_published_with_the_minutes(
    new_phone: NewPhone, network: Network, home_network: Network, room: CouncilRoom
) -> None:
    desk = await phone_of(new_phone, network, room.secretary, f"{room.screen}/desk?part=minutes")
    await desk.see("签了字的纸、白板，都可以拍下来")
    await desk.page.locator("#minutes").fill("一、选甲牌。")
    await desk.see("已存到服务器")
    network.become(Mood.CUT)
    await desk.page.locator("#minutes-photo").set_input_files(taken_photo())
    await desk.see("记下了，有网就送出")
    await expect(desk.page.locator("img.whole-photo")).to_have_count(1)
    assert await room.photos() == []

    network.become(Mood.PASS)
    await desk.stir()
    await desk.send_now()
    await desk.all_received(1)
    await desk.go(f"{room.screen}/desk?part=minutes")
    await desk.see("周敏拍")
    (photo,) = await room.photos()
    await room.publish()

    home = await phone_of(new_phone, home_network, room.resident, f"{room.screen}/minutes")
    await home.press("纪要照片 1")
    await expect(home.page.get_by_role("img", name="纪要照片 1")).to_be_visible(timeout=SECONDS)
    shown = "img.whole-photo"
    width = await home.page.locator(shown).evaluate("(one) => one.naturalWidth")
    assert (width, photo["taken_out"]) == (LONGEST_EDGE * HIGH // WIDE, None)
    await desk.page.reload()
    await desk.see("纪要已公布")
    await expect(desk.page.locator("#minutes-photo")).to_have_count(0, timeout=SECONDS)


async def test_what_is_said_to_be_done_is_looked_at_from_today_and_no_longer_waits(
    new_phone: NewPhone, network: Network, room: CouncilRoom
) -> None:
    await room.said_to_be_done("贴告示")
    keeper = await phone_of(new_phone, network, room.secretary, "#/")
    card = keeper.page.get_by_role("link").filter(has_text="请回头看")
    await expect(card).to_contain_text("郑国平")
    await card.click()
    await keeper.see("贴好了")
    await agreed(keeper, "看过了，办完了")
    await keeper.see("记下了")
    await keeper.go("#/")
    await keeper.see("选电梯")
    await expect(card).to_have_count(0)
