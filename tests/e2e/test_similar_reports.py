"""Before a report is sent, its reporter sees what was reported already, however they say where."""

from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Locator, expect

from e2e.demo_phone import CHINESE
from e2e.phone import SECONDS, Phone
from e2e.scene import Scene
from e2e.walk import ELDER, choose
from factories.house import move_in
from factories.identity import grant, make_account
from linli.deliberation.actions.feedback.report_feedback import report_feedback
from linli.deliberation.schemas.feedback import FeedbackIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.ids import new_id
from linli.kernel.sync.items import SyncItem
from processes.network import Mood, Network

pytestmark = pytest.mark.e2e

NEW = "#/deliberation/feedback/new"
LAMP, DRILL, BRANCH = "二楼的灯不亮", "中午还在钻墙", "树枝快断了"


async def report(scene: Scene, **told: Any) -> UUID:
    """What another neighbour reported."""
    async with scene.server.database() as database:
        other = (await make_account(database, "郑国平")).account_id
        await grant(database, other, scene.community_id, "resident")
        actor = Actor(other, scene.community_id, (Grant("resident", Scope.COMMUNITY),))
        body = FeedbackIn(happened_at=clock.now(), **told)
        item = SyncItem(new_id(), "feedback", body.happened_at, body)
        async with database.transaction(write=True) as tx:
            await tx.enter(scene.community_id)
            (verdict,) = await report_feedback(tx, actor, [item])
    assert verdict.name == "accepted"
    return item.id


@pytest.fixture
async def reporter(phone: Phone, scene: Scene) -> Phone:
    """The phone of somebody who lives here, where two things were reported."""
    async with scene.server.database() as database:
        mine = scene.volunteer.account_id
        await move_in(database, scene.community_id, mine, scene.household_ids[0])
    await report(scene, kind="lighting", place="车棚", words=LAMP)
    await report(scene, kind="noise", place="大门口", words=DRILL)
    await choose(phone.page, CHINESE)
    await phone.go("#/deliberation/feedback")
    await phone.see(LAMP)
    await phone.go(NEW)
    await phone.see("我家这里")
    return phone


def same(phone: Phone, words: str) -> Locator:
    """The answer that it is the same as this one."""
    return phone.page.locator("[data-step=same]").get_by_text(words)


async def sent(phone: Phone) -> list[dict[str, Any]]:
    """What was recorded; the form that is being filled in is not."""
    return [one for one in await phone.stored() if one["state"] != "draft"]


async def test_what_is_alike_is_shown_when_the_kind_or_the_place_is_told(reporter: Phone) -> None:
    await reporter.answer("照明")
    await expect(same(reporter, LAMP)).to_be_visible(timeout=SECONDS)
    await reporter.answer("噪音")
    await expect(same(reporter, DRILL)).to_be_visible(timeout=SECONDS)
    await expect(same(reporter, LAMP)).to_have_count(0)
    for where in ("楼外", "我家这里"):
        async with reporter.page.expect_response(lambda one: "/feedback/similar?" in one.url):
            await reporter.answer(where)
        await expect(same(reporter, DRILL)).to_be_visible(timeout=SECONDS)


async def test_it_is_not_sent_before_what_came_meanwhile_was_seen(
    reporter: Phone, network: Network, scene: Scene
) -> None:
    one = await report(scene, kind="dust", place="花坛", words=BRANCH)
    answers: list[Any] = []

    async def hold(route: Any) -> None:
        answers.append(route)

    await reporter.page.route("**/feedback/similar?*", hold)
    async with reporter.page.expect_request("**/feedback/similar?*"):
        await reporter.answer("灰尘")
    await reporter.press("报上去")
    await answers[0].continue_()
    await reporter.see("请先看一眼是不是同一件")
    assert await sent(reporter) == []
    await reporter.page.get_by_label(BRANCH).check()
    await reporter.press("我家也是，算一份")
    await reporter.see("记下了")
    await reporter.all_received(1)
    (item,) = [each for each in network.posts() if str(one).encode() in each.body]
    assert item.is_sending


async def test_without_a_network_the_phones_own_list_is_looked_through_and_this_is_said(
    reporter: Phone, network: Network
) -> None:
    network.become(Mood.CUT)
    await reporter.answer("照明")
    await expect(same(reporter, LAMP)).to_be_visible(timeout=SECONDS)
    await reporter.see("没能去问别人报过没有")
    await reporter.press("报上去")
    await reporter.see("没能去问别人报过没有")
    assert len(await sent(reporter)) == 1


async def test_a_network_that_never_answers_holds_nobody_up_for_long(
    reporter: Phone, network: Network
) -> None:
    network.become(Mood.SILENT)
    await reporter.answer("灰尘")
    await reporter.press("报上去")
    await reporter.see("送出。没能去问别人报过没有")
    assert len(await sent(reporter)) == 1


async def test_one_by_one_what_came_meanwhile_is_the_next_question(reporter: Phone) -> None:
    await choose(reporter.page, ELDER)
    await reporter.go(NEW)
    await reporter.answer("照明")
    await reporter.press("下一题")
    await reporter.answer("我家这里")
    await reporter.press("下一题")
    await reporter.see("想说的话")
    await reporter.press("下一题")
    await reporter.see("是不是同一件事？")
    await reporter.see(LAMP)


async def test_an_empty_report_of_somewhere_is_not_sent(reporter: Phone) -> None:
    await reporter.answer("其他")
    await reporter.answer("楼外")
    await reporter.press("报上去")
    await reporter.see("请写一句、拍张照片，或者写上具体位置")
    assert await sent(reporter) == []
    await reporter.page.get_by_label("具体位置").fill("车棚")
    await reporter.press("报上去")
    await reporter.see("记下了")
