"""A new community's admin sees what to do first, ticked off as it gets done, and gone after."""

from datetime import timedelta

import pytest
from playwright.async_api import Locator, expect

from e2e.conftest import NewPhone
from e2e.phone import Phone
from factories.care_canvass import assign, make_canvass
from factories.community import make_building, make_community, make_project
from factories.identity import grant, make_member
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from processes.server import Server

pytestmark = pytest.mark.e2e

TITLE, DONE, NOTHING = "先把社区建起来", "办好了", "今天的都办好了"
STEPS = ["#/office/roster", "#/office/team/invite", "#/office/projects/new", "#/office/canvasses"]


async def test_the_first_steps_are_shown_until_all_are_done(
    new_phone: NewPhone, server: Server
) -> None:
    async with server.database() as database:
        community_id = await make_community(database)
        admin = await make_member(database, community_id, "community_admin")
    phone = await Phone.take_out(await new_phone(), server.url)
    await phone.sign_in(admin.login, admin.password, then=TITLE)
    steps = phone.page.locator("ol.cards a")
    links = await steps.evaluate_all("found => found.map((one) => one.getAttribute('href'))")
    assert links == STEPS
    await ticked(steps, 0)
    await expect(phone.page.get_by_text(NOTHING)).to_have_count(0)

    async with server.database() as database:
        building = await make_building(database, community_id)
        project_id = await make_project(database, community_id, [building.id])
    await back(phone)
    await ticked(steps, 2)
    await expect(steps.nth(1)).not_to_contain_text(DONE)

    async with server.database() as database:
        lead = admin.account_id
        await grant(database, lead, community_id, "building_lead", Scope.BUILDING, building.id)
        today = clock.today("Asia/Shanghai")
        days = {"starts_on": today + timedelta(7), "ends_on": today + timedelta(14)}
        canvass_id = await make_canvass(database, community_id, project_id, **days)
    await back(phone)
    await ticked(steps, 3)

    async with server.database() as database:
        await assign(database, community_id, canvass_id, admin.account_id, building.id)
    await back(phone)
    await phone.see(NOTHING)
    await expect(steps).to_have_count(0)


async def back(phone: Phone) -> None:
    """Another screen, then Today."""
    await phone.go("#/more")
    await phone.see("设置")
    await phone.go("#/")


async def ticked(steps: Locator, number: int) -> None:
    await expect(steps).to_have_count(len(STEPS))
    await expect(steps.filter(has_text=DONE)).to_have_count(number)
