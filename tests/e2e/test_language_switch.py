"""Who changes the language twice reads the one chosen last, however slow the first one comes."""

import asyncio
import re

import pytest
from playwright.async_api import Route, expect

from e2e.conftest import NewPhone
from e2e.phone import Phone
from e2e.scene import Scene
from processes.server import Server

pytestmark = pytest.mark.e2e

NOTE_LANGUAGES = """() => {
    const root = document.documentElement;
    window.spoken = [];
    new MutationObserver(() => window.spoken.push(root.lang))
        .observe(root, { attributeFilter: ['lang'] });
}"""


async def test_texts_that_come_late_do_not_undo_the_newer_choice(
    new_phone: NewPhone, server: Server, scene: Scene
) -> None:
    phone = await Phone.take_out(await new_phone(service_workers="block"), server.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    asked, answer = asyncio.Event(), asyncio.Event()

    async def late(route: Route) -> None:
        asked.set()
        await answer.wait()
        await route.continue_()

    await phone.page.route(re.compile(r"/locales/en\.[^/]*json"), late)
    await phone.go("#/settings")
    await phone.press("English")
    await asked.wait()
    await phone.press("中文")
    await phone.go("#/handbook")
    async with phone.page.expect_response(re.compile(r"/locales/en\.[^/]*json")) as came:
        answer.set()
    await (await came.value).finished()
    await expect(phone.page.get_by_role("navigation").get_by_text("今天")).to_be_visible()
    await phone.go("#/settings")
    await phone.see("退出登录")
    await expect(phone.page.get_by_text("Sign out")).to_have_count(0)


async def test_an_answer_asked_for_before_the_choice_does_not_undo_it(
    new_phone: NewPhone, server: Server, scene: Scene
) -> None:
    phone = await Phone.take_out(await new_phone(service_workers="block"), server.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    held, let_go = asyncio.Event(), asyncio.Event()

    async def old(route: Route) -> None:
        answer = await route.fetch()
        held.set()
        await let_go.wait()
        await route.fulfill(response=answer)

    await phone.page.route("**/api/v1/session", old, times=1)
    await phone.stir()
    await held.wait()
    await phone.go("#/settings")
    async with phone.page.expect_response("**/preferences"):
        await phone.press("English")
    await phone.page.locator("html[lang=en]").wait_for()
    await phone.page.evaluate(NOTE_LANGUAGES)
    let_go.set()
    await phone.whole_round()
    assert set(await phone.page.evaluate("() => window.spoken")) <= {"en"}
