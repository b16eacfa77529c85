"""What a neighbourhood thinks drawn so that it can be read; schemes of a cost held side by side."""

import re
from datetime import timedelta

import pytest
from playwright.async_api import Locator, expect

from e2e.conftest import NewPhone
from e2e.demo_phone import CHINESE, demo_phone
from e2e.phone import Phone
from e2e.scene import Scene
from e2e.walk import ELDER, choose, read
from factories.identity import grant, make_account
from linli.deliberation.actions.proposals.log_comments import log_comments
from linli.deliberation.actions.proposals.make_proposal import make_proposal
from linli.deliberation.actions.proposals.move_proposal import move_proposal
from linli.deliberation.rules.proposals.opinion_map import MIN_PEOPLE
from linli.deliberation.schemas.proposals.comment import ProposalCommentIn
from linli.deliberation.schemas.proposals.proposal import ProposalIn, ProposalMoveIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.ids import new_id
from linli.kernel.sync.items import SyncItem
from processes.server import Server

pytestmark = pytest.mark.e2e

LIFTS = "两部电梯换新的方案"
SHARED = "账目每个月贴出来"
DIVIDING = "我家二楼，出钱的比例还是太高"
COVERED = """(picture) => {
    const box = (one) => one.getBoundingClientRect();
    const dots = [...picture.querySelectorAll('circle')].map(box);
    const meet = (a, b) => a.left < b.right && b.left < a.right
        && a.top < b.bottom && b.top < a.bottom;
    const names = [...picture.querySelectorAll('text.field-name')];
    return names.filter((name) => dots.some((dot) => meet(dot, box(name)))).map(String);
}"""
"""The names of the fields on which a statement lies."""
BROKEN = """(table) => [...table.querySelectorAll('td')].map((cell) => {
    const amount = document.createRange();
    amount.selectNodeContents(cell);
    return amount;
}).filter((amount) => amount.getClientRects().length > 1).map(String)"""
"""Amounts that break in the middle."""


async def demo_proposal(phone: Phone, title: str) -> str:
    """Where a proposal of the demo is."""
    items = (await read(phone.page, "/proposals"))["items"]
    proposal_id = next(each["id"] for each in items if each["title"] == title)
    return f"#/deliberation/proposals/{proposal_id}"


def part(phone: Phone, heading: str) -> Locator:
    """The section below a heading."""
    titled = phone.page.get_by_role("heading", name=heading, exact=True)
    return phone.page.locator("section").filter(has=titled).last


async def test_what_all_groups_agree_on_stands_apart_from_what_divides_them(
    new_phone: NewPhone, demo_server: Server
) -> None:
    phone = await demo_phone(new_phone, demo_server, "resident")
    place = await demo_proposal(phone, LIFTS)
    await phone.go(place)
    await phone.follow("意见汇总")
    await phone.see("按回答的相像分成两组")
    await expect(part(phone, "两组都同意")).to_contain_text(SHARED)
    await expect(part(phone, "两组都同意")).not_to_contain_text(DIVIDING)
    await expect(part(phone, "看法不一")).to_contain_text(DIVIDING)
    await expect(part(phone, "看法不一")).not_to_contain_text(SHARED)
    found = await read(phone.page, f"{place.removeprefix('#/deliberation')}/opinions")
    drawn = found["opinion_map"]
    told = [each for each in drawn["statements"] if each["verdict"] != "too_few"]
    picture = phone.page.get_by_role("img", name=re.compile("每个圆点是一条意见"))
    await expect(picture.locator(".statement")).to_have_count(len(told))
    assert await picture.evaluate(COVERED) == []
    await phone.page.get_by_text("这张图怎么来的？").click()
    await phone.see("五人以下的数字不显示")
    assert found["people"] >= MIN_PEOPLE


async def test_before_twenty_have_spoken_it_is_said_why_nothing_is_drawn(
    phone: Phone, scene: Scene
) -> None:
    proposal = ProposalIn(id=new_id(), title="换电梯", body="两部都换。")
    await discussed(scene, proposal, MIN_PEOPLE - 1)
    await phone.go(f"#/deliberation/proposals/{proposal.id}/opinions")
    await phone.see(f"现在有 {MIN_PEOPLE - 1} 人表态，满 {MIN_PEOPLE} 人才画")
    await expect(phone.page.locator(".opinion-map")).to_have_count(0)
    await say(scene, proposal, 1)
    await phone.page.reload()
    await phone.see(f"{MIN_PEOPLE} 人表过态")


async def discussed(scene: Scene, proposal: ProposalIn, people: int) -> None:
    """A proposal about which so many have said where they stand."""
    office = Actor(new_id(), scene.community_id, (Grant("community_admin", Scope.COMMUNITY),))
    async with scene.server.database() as database, database.transaction(write=True) as tx:
        await tx.enter(scene.community_id)
        await make_proposal(tx, office, proposal)
        opening = ProposalMoveIn(id=new_id(), target="open_for_comment")
        await move_proposal(tx, office, proposal.id, opening)
    await say(scene, proposal, people)


async def say(scene: Scene, proposal: ProposalIn, people: int) -> None:
    """So many more say where they stand."""
    async with scene.server.database() as database:
        for number in range(people):
            account = await make_account(database, f"邻居{number}")
            await grant(database, account.account_id, scene.community_id, "resident")
            who = (Grant("resident", Scope.COMMUNITY),)
            now = clock.now() + timedelta(seconds=1)
            comment = ProposalCommentIn(
                proposal_id=proposal.id,
                version_number=1,
                position="for" if number % 2 else "against",
                words="我这样看",
                said_at=now,
            )
            item = SyncItem(new_id(), "proposal_comment", now, comment)
            actor = Actor(account.account_id, scene.community_id, who)
            async with database.transaction(write=True) as tx:
                await tx.enter(scene.community_id)
                (verdict,) = await log_comments(tx, actor, [item])
                assert verdict.name == "accepted"


async def lift_plan(phone: Phone) -> tuple[str, list[str]]:
    """The demo's plan for its lifts, and the ids of its schemes."""
    items = (await read(phone.page, "/cost-plans"))["items"]
    plan_id = next(each["id"] for each in items if "电梯" in each["title"])
    schemes = (await read(phone.page, f"/cost-plans/{plan_id}"))["schemes"]
    return f"#/deliberation/cost-plans/{plan_id}", [each["id"] for each in schemes]


async def test_schemes_stand_side_by_side_with_how_far_their_shares_lie_apart(
    new_phone: NewPhone, demo_server: Server
) -> None:
    phone = await demo_phone(new_phone, demo_server, "resident")
    place, schemes = await lift_plan(phone)
    await phone.go(place)
    spreads = phone.page.get_by_text(
        re.compile(r"最少 [\d,.]+ 元，中间 [\d,.]+ 元，最多 [\d,.]+ 元")
    )
    await expect(spreads).to_have_count(len(schemes))
    table = phone.page.locator("table.figures")
    await expect(table.locator("thead th")).to_have_count(len(schemes) + 1)
    ground_floor = table.locator("tbody tr").last.locator("td")
    assert await ground_floor.first.inner_text() == "0"
    for look in (CHINESE, ELDER):
        await choose(phone.page, look)
        await phone.go(place)
        await table.wait_for()
        assert await table.evaluate(BROKEN) == []
        assert await table.evaluate("one => one.scrollWidth <= one.parentElement.clientWidth")
    mine = phone.page.get_by_role("link").filter(has_text="点开看怎么算的")
    await expect(mine).to_have_count(len(schemes))
    await mine.first.click()
    await phone.see("系数 1.2 ÷ 全部系数")


async def test_who_pays_more_and_who_less_under_another_scheme_is_counted(
    new_phone: NewPhone, demo_server: Server
) -> None:
    phone = await demo_phone(new_phone, demo_server, "resident")
    _, schemes = await lift_plan(phone)
    one, other = schemes[0], schemes[-1]
    await phone.go(f"#/deliberation/cost-schemes/{one}")
    await phone.page.get_by_label("换成").select_option(label="方案三：按面积")
    figures = phone.page.locator(".figure")
    await expect(figures).to_have_count(3)
    told = await read(phone.page, f"/cost-schemes/{one}/comparison?other={other}")
    shown = [int(each) for each in await figures.locator("b").all_inner_texts()]
    assert shown == [told["gain"], told["lose"], told["same"]]
    home = await read(phone.page, f"/cost-schemes/{one}")
    assert sum(shown) == home["spread"]["homes"]
    await expect(phone.page.get_by_text(re.compile("^1 楼.*多出")).first).to_be_visible()
    marks = figures.locator("use")
    drawn = await marks.evaluate_all("all => all.map((one) => one.getBBox().width > 0)")
    assert drawn == [True] * 3


async def test_every_door_of_a_building_shows_its_share_and_how_it_comes_about(
    new_phone: NewPhone, demo_server: Server
) -> None:
    phone = await demo_phone(new_phone, demo_server, "resident")
    _, (one, *_) = await lift_plan(phone)
    await phone.go(f"#/deliberation/cost-schemes/{one}")
    await phone.page.get_by_label("看哪栋楼").select_option(label="3 栋")
    doors = phone.page.locator("a[href*='/homes/']")
    await expect(doors).to_have_count(264)
    await expect(part(phone, "在楼上看").locator(".legend li")).to_have_count(4)
    await phone.page.locator("a[href$='/homes/3-1-101']").click()
    await phone.see("3-1-101")
    await phone.see("0.00 元")
    await phone.page.go_back()
    await expect(doors).to_have_count(264)
