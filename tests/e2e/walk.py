"""One walk through the whole app in everybody's shoes: each screen once in each look."""

import json
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

from playwright.async_api import APIResponse, Browser, BrowserContext, Page, Response

from e2e.screens import FRONTEND, Way, all_screens, face_of, screen_of
from linli.demo.people import PASSWORD

HERE = Path(__file__).parent
ARRIVE, LOOK_OVER = ((HERE / name).read_text() for name in ("arrive.js", "look_over.js"))
AXE = (FRONTEND / "tools/node_modules/axe-core/axe.min.js").read_text()
NARROW = {
    "viewport": {"width": 320, "height": 844},
    "has_touch": True,
    "reduced_motion": "reduce",
}
LINKS = (
    """() => [...document.querySelectorAll('a[href^="#/"]')].map((a) => a.getAttribute('href'))"""
)
CHOOSE = """() => {
    const all = [...document.querySelectorAll('main select')];
    const open = all.find((one) => !one.form && !one.value);
    if (!open || open.options.length < 2) return false;
    open.selectedIndex = 1;
    return open.dispatchEvent(new Event('change', { bubbles: true }));
}"""
"""Where something is chosen from a list before anything is shown, the first is chosen."""
STEPS = "() => [...document.querySelectorAll('[data-step]')].map((one) => one.dataset.step)"
FAILURES = [
    json.loads((FRONTEND / f"locales/{language}.json").read_text())["reading.failed"]
    for language in ("zh-CN", "en")
]
MARKS = {"X-Linli": "1"}
HUBS = ("/", "/more", "/office", "/deliberation")
"""Everybody sees something else there."""
KINDS_OF_THINGS = """() => [...document.querySelectorAll('body *')].map((one) => {
    const to = (one.getAttribute('href') ?? '').split('/').filter((part) => !/[0-9]/.test(part));
    return `${one.localName} ${one.getAttribute('class') ?? ''} ${to.join('/')}`;
})"""
"""What stands on a screen, without what is said in it."""


@dataclass(frozen=True)
class Look:
    """How the app looks and speaks, and how large things must be in it, in px.

    The dark is looked at in one look: its colours are the same in each, and reading them is a
    quarter of the whole walk.
    """

    name: str
    language: str
    language_name: str
    mode: str
    target: int
    text: float
    in_the_dark: bool = False

    @property
    def bars(self) -> dict[str, float]:
        """What is measured against, and how."""
        dark = self.in_the_dark
        return {"target": self.target, "text": self.text, "line": 1.3, "inTheDark": dark}


STANDARD = Look(
    "standard, English", "en", "English", "standard", target=44, text=13, in_the_dark=True
)
ELDER = Look("长辈版, 中文", "zh-CN", "中文", "elder", target=60, text=18)
KINDS = ("axe", "dark", "small", "cut", "largest", "raw")


@dataclass
class Walk:
    """What was found on the way.

    Attributes:
        url: of the server.
        look: in which everything is looked at.
        found: the screens that somebody reached, with who did first.
        faces: the faces of screens that were looked over.
        things: the kinds of things that were looked over on the screens that differ by person.
        wrong: what is wrong, by kind, each with where.
        faults: what the program itself complained of.
    """

    url: str
    look: Look
    found: dict[str, str] = field(default_factory=dict)
    faces: set[str] = field(default_factory=set)
    things: set[tuple[str, str]] = field(default_factory=set)
    wrong: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    faults: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def open(self, browser: Browser, login: str | None) -> AsyncIterator[Page]:
        """A narrow phone with the app open; it tells what goes wrong in it."""
        context = await browser.new_context(**NARROW)  # type: ignore[arg-type]
        if login:
            await sign_in(context, self.url, login)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"{login}: {error}"))
        page.on("response", lambda answer: self._note(login, answer))
        await page.goto(self.url)
        await page.evaluate(AXE)
        if login:
            await page.locator("nav.bottom").wait_for()
        yield page
        await context.close()

    def _note(self, who: str | None, answer: Response) -> None:
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            path = answer.url.removeprefix(self.url)
            self.faults.append(f"{who}: {answer.request.method} {path} is {answer.status}")

    async def go_as(self, page: Page, who: str) -> None:
        """Follow every link."""
        await choose(page, self.look)
        await self.follow(page, who, ["#/"])

    async def arrive(self, page: Page, who: str, address: str) -> None:
        """Open an address and wait until what it shows has been read."""
        if fault := await page.evaluate(ARRIVE, {"hash": address, "failures": FAILURES}):
            self.faults.append(f"{who}: {address} {fault}")

    async def follow(self, page: Page, who: str, first: Sequence[str]) -> None:
        """Look over what nobody saw before, one question of a form after the other."""
        way = Way(all_screens())
        way.note(first)
        while way.waiting:
            address = way.waiting.pop(0)
            await self.arrive(page, who, address)
            way.note(await page.evaluate(LINKS))
            if await page.evaluate(CHOOSE):
                await self.arrive(page, who, await page.evaluate("location.hash"))
                way.note(await page.evaluate(LINKS))
            if self._is_new(address, who) or await self._shows_more(page, address):
                await self.look_over(page, who)
                for step in await self._further_questions(page):
                    await self.arrive(page, who, with_step(address, step))
                    await self.look_over(page, who)

    async def _further_questions(self, page: Page) -> list[str]:
        """Those of a form that stand on pages of their own; the standard look has all on one."""
        steps: list[str] = await page.evaluate(STEPS)
        return steps[1:] if self.look.mode == ELDER.mode else []

    def _is_new(self, address: str, who: str) -> bool:
        patterns = all_screens()
        screen, face = screen_of(address, patterns), face_of(address, patterns)
        if screen is None or face is None:
            return False
        self.found.setdefault(screen, who)
        new = face not in self.faces and screen not in HUBS
        self.faces.add(face)
        return new

    async def _shows_more(self, page: Page, address: str) -> bool:
        """Whether a screen that differs by person shows a kind of thing that nobody had there."""
        screen = screen_of(address, all_screens())
        if screen not in HUBS:
            return False
        there = {(screen, thing) for thing in await page.evaluate(KINDS_OF_THINGS)}
        new = not there <= self.things
        self.things |= there
        return new

    async def look_over(self, page: Page, who: str) -> None:
        """Note what is wrong with the screen as it stands."""
        address = await page.evaluate("location.hash")
        for kind, lines in (await page.evaluate(LOOK_OVER, self.look.bars)).items():
            self.wrong[kind] += [f"{who}, {address}: {line}" for line in lines]


async def choose(page: Page, look: Look) -> None:
    """Choose a look on the screen for it."""
    await page.evaluate("location.hash = '#/settings'")
    await page.get_by_role("button", name=look.language_name, exact=True).click()
    await page.locator(f"html[lang={look.language}]").wait_for()
    other = ELDER.mode if look.mode == STANDARD.mode else STANDARD.mode
    for mode in (other, look.mode):  # chosen, not found so: the account's own look may still come
        await page.locator(f"input[name=mode][value={mode}]").check()
    await page.locator(f"html[data-mode={look.mode}]").wait_for()


async def sign_in(context: BrowserContext, url: str, login: str) -> None:
    """Sign in beside the screen."""
    body = {"login": login, "password": PASSWORD, "device_name": "walk"}
    await answered(context.request.post(f"{url}/api/v1/session", data=body, headers=MARKS))


async def read(page: Page, path: str) -> Any:
    """Ask the server what this person may see."""
    return await answered(page.request.get(await in_community(page, path)))


async def create(page: Page, path: str, body: dict[str, Any]) -> Any:
    """Make something as this person, beside the screen."""
    address = await in_community(page, path)
    return await answered(page.request.post(address, data=body, headers=MARKS))


async def in_community(page: Page, path: str) -> str:
    """The address of something of the person's community."""
    base = page.url.partition("#")[0] + "api/v1"
    session = await answered(page.request.get(f"{base}/session"))
    return f"{base}/communities/{session['communities'][0]['id']}{path}"


async def answered(asked: Awaitable[APIResponse]) -> Any:
    """What the server says, which must not be a refusal."""
    answer = await asked
    assert answer.ok, await answer.text()
    return await answer.json()


def with_step(address: str, step: str) -> str:
    """The address of one question of a form."""
    return f"{address}{'&' if '?' in address else '?'}step={step}"
