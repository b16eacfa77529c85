"""Every screen, for everybody who can reach it: readable, in reach of a thumb, whole when narrow.

One walk visits them all on a screen of 320 px, here in the standard look in English, light and
dark; the tests say what it found. A screen that is added to a route table is walked by itself.
"""

import pytest
from playwright.async_api import Browser

from e2e.phone import Phone
from e2e.screens import all_screens
from e2e.walk import ELDER, STANDARD, Look, Walk, choose, create, read
from linli.kernel.ids import new_id
from processes.server import Server

pytestmark = pytest.mark.e2e

PEOPLE = ("resident", "rep", "lead", "social", "supervisor", "contractor", "property", "lawyer")


@pytest.fixture(scope="module")
def look() -> Look:
    """How the app looks and speaks on this walk."""
    return STANDARD


@pytest.fixture(scope="module")
async def walk(browser: Browser, demo_server: Server, look: Look) -> Walk:
    """Everybody has walked through the app."""
    walk = Walk(demo_server.url, look)
    await volunteer(walk, browser)
    for login in PEOPLE:
        async with walk.open(browser, login) as page:
            await walk.go_as(page, login)
    await admin_and_guest(walk, browser)
    return walk


async def volunteer(walk: Walk, browser: Browser) -> None:
    """The volunteer has recorded something, and something that the server refuses."""
    async with walk.open(browser, "volunteer") as page:
        await choose(page, ELDER)  # whatever the other walk, on the same server, chose before
        today = await read(page, "/today")
        far = (await read(page, "/buildings?limit=200"))["items"][-1]
        picture = await read(page, f"/buildings/{far['id']}/picture")
        foreign = picture["stairwells"][0]["doors"][0]["household_id"]
        phone = Phone(page, walk.url)
        for household in (today["doors"][0]["household_id"], foreign):
            await phone.go(f"#/doors/{today['canvasses'][0]['id']}/{household}?label=1-1-101")
            await phone.answer("没人在家")
            await phone.press("记下")
            await phone.see("要敲的门")
        await phone.see("1 条要看一下")
        await walk.go_as(page, "volunteer")
        await page.evaluate("location.hash = '#/outbox'")
        await page.locator("a[href^='#/outbox/']").first.click()
        await page.locator(".action-bar .button-primary").click()
        await page.locator("[href^='#/outbox/']").first.wait_for()
        await walk.look_over(page, "volunteer")
        walk.found["/corrections/:kind"] = "volunteer"


async def admin_and_guest(walk: Walk, browser: Browser) -> None:
    """The admin invites somebody; whoever is asked to come has no account yet."""
    async with walk.open(browser, "admin") as page:
        await walk.go_as(page, "admin")
        body = {"role": "volunteer", "scope_kind": "community", "scope_id": None}
        asked = {"id": str(new_id()), "display_name": "新邻居", "expires_in_days": 7, **body}
        invitation = await create(page, "/invitations", asked)
        (member,) = (await read(page, "/members?limit=1"))["items"]
        way = f"/members/{member['account_id']}/password-links"
        password = await create(page, way, {"id": str(new_id())})
    async with walk.open(browser, None) as page:
        links = [made["link"].partition("/#")[2] for made in (invitation, password)]
        addresses = [*(f"#{link}" for link in links), "#/login"]
        await page.get_by_role("button", name=walk.look.language_name, exact=True).click()
        await walk.follow(page, "guest", addresses)


def test_somebody_reaches_every_screen(walk: Walk) -> None:
    assert sorted(set(all_screens()) - set(walk.found)) == []


def test_no_screen_fails_anybody(walk: Walk) -> None:
    assert_nothing(walk.faults)


def test_axe_finds_nothing_on_any_screen(walk: Walk) -> None:
    assert_nothing(walk.wrong["axe"])


def test_every_text_stands_out_in_the_dark(walk: Walk) -> None:
    assert_nothing(walk.wrong["dark"])


def test_everything_to_touch_and_to_read_is_large_enough(walk: Walk) -> None:
    assert_nothing(walk.wrong["small"])


def test_nothing_is_cut_off_on_a_screen_of_320_px(walk: Walk) -> None:
    assert_nothing(walk.wrong["cut"])


def test_nothing_is_cut_off_in_the_largest_text(walk: Walk) -> None:
    assert_nothing(walk.wrong["largest"])


def test_no_screen_shows_a_key_instead_of_words(walk: Walk) -> None:
    assert_nothing(walk.wrong["raw"])


def assert_nothing(lines: list[str]) -> None:
    """Fail with all that was found."""
    assert not lines, "\n".join(lines)
