"""On a wide screen the list stays beside what was chosen from it."""

import pytest
from playwright.async_api import Page, expect

from e2e.conftest import NewPhone
from e2e.phone import Phone
from e2e.walk import AXE, LOOK_OVER, STANDARD, sign_in
from processes.server import Server

pytestmark = pytest.mark.e2e

WIDE = {"width": 1280, "height": 860}
LISTS = [("#/", "#/doors/"), ("#/tasks", "#/tasks/"), ("#/handbook", "#/handbook/")]


async def at_a_desk(new_phone: NewPhone, server: Server) -> Page:
    context = await new_phone(viewport=WIDE, has_touch=False, reduced_motion="reduce")
    await sign_in(context, server.url, "volunteer")
    return (await Phone.take_out(context, server.url)).page


@pytest.mark.parametrize(("address", "chosen"), LISTS)
async def test_a_list_stays_beside_what_was_chosen_from_it(
    new_phone: NewPhone, demo_server: Server, address: str, chosen: str
) -> None:
    page = await at_a_desk(new_phone, demo_server)
    await page.locator("nav.bottom").wait_for()
    await page.evaluate("place => { location.hash = place }", address)
    link = page.locator(f"main a[href^='{chosen}']")
    await link.first.click()
    beside = page.locator(".list-beside")
    await expect(beside.locator("[aria-current]")).to_have_count(1)
    await expect(page.get_by_role("heading", level=1)).not_to_have_text("")

    await page.evaluate(AXE)
    found = await page.evaluate(LOOK_OVER, STANDARD.bars)
    assert [line for kind in ("axe", "small", "cut") for line in found[kind]] == []

    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(beside).to_have_count(0)
