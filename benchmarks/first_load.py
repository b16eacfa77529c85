"""The first load and the reopening of the packed client, in a browser as slow as an old phone.

400 ms there and back, 400 kbit/s, the processor four times slower; the server is Linli itself,
which serves the packed files compressed. Needs ``make pack``. What is measured is the client, so
one database will do.
"""

import asyncio
import statistics
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, CDPSession, Page, async_playwright

from seed import Seeded, seed
from stage import ROOT, Stage, product, serving
from table import Result

PACKED = ROOT / "frontend" / "dist"
CHROMIUM = next((path for path in [Path("/usr/bin/chromium")] if path.exists()), None)
PHONE = {"width": 390, "height": 844}
LATENCY_MS, KBITS, SLOWER = 400, 400, 4
TIMES = 5
MAY_WEIGH_KB, MAY_TAKE_MS, MAY_REOPEN_MS = 60, 1_500, 200
SEEN = """(selector) => {
    window.seen = new Promise((tell) => {
        const look = () => {
            if (!document.querySelector(selector)) return;
            watch.disconnect();
            requestAnimationFrame(() => setTimeout(() => tell(performance.now())));
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { childList: true, subtree: true });
    });
}"""
LOGIN, WORK = "input[name=password]", "main .section, main .empty"


@dataclass
class Seen:
    """What a browser told of one load: bytes on the wire, when the screen stood (ms)."""

    received: dict[str, float] = field(default_factory=dict)
    at: float = 0.0

    @property
    def kilobytes(self) -> float:
        """All bodies and heads of answers that came over the wire."""
        return sum(self.received.values()) / 1000


@asynccontextmanager
async def slow_page(context: BrowserContext, selector: str) -> AsyncIterator[tuple[Page, Seen]]:
    """A page on an old phone, which notes when something is drawn."""
    page = await context.new_page()
    await page.add_init_script(f"({SEEN})({selector!r})")
    session = await context.new_cdp_session(page)
    seen = Seen()
    await _watch(session, seen)
    rate = KBITS * 1000 / 8
    slow = {"offline": False, "latency": LATENCY_MS}
    speeds = {"downloadThroughput": rate, "uploadThroughput": rate}
    await session.send("Network.emulateNetworkConditions", slow | speeds)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, seen
    await page.close()


async def _watch(session: CDPSession, seen: Seen) -> None:
    def finished(event: dict[str, object]) -> None:
        size = event["encodedDataLength"]
        assert isinstance(size, int | float)
        seen.received[str(event["requestId"])] = size

    session.on("Network.loadingFinished", finished)
    await session.send("Network.enable")


async def first_load(browser: Browser, url: str) -> Seen:
    """Nobody was ever here: until the way in can be used, and all that follows by itself."""
    context = await browser.new_context(viewport=PHONE, locale="zh-CN", service_workers="block")
    async with slow_page(context, LOGIN) as (page, seen):
        await page.goto(url, wait_until="commit")
        seen.at = await page.evaluate("window.seen")
        await page.wait_for_load_state("networkidle")
    await context.close()
    return seen


async def reopen(context: BrowserContext, url: str) -> Seen:
    """Somebody is known here: until the work of the day stands."""
    async with slow_page(context, WORK) as (page, seen):
        await page.goto(url, wait_until="commit")
        seen.at = await page.evaluate("window.seen")
    return seen


async def signed_in(browser: Browser, url: str, token: str) -> BrowserContext:
    """A phone on which somebody worked before, its program kept by the service worker."""
    context = await browser.new_context(viewport=PHONE, locale="zh-CN")
    cookie = {"name": "__Host-linli", "value": token, "url": "https://localhost/", "secure": True}
    await context.add_cookies([cookie])  # type: ignore[list-item]
    page = await context.new_page()
    await page.goto(url)
    await page.locator(WORK).first.wait_for()
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    await page.wait_for_load_state("networkidle")
    await page.close()
    return context


async def measure(url: str, token: str) -> tuple[list[Seen], list[Seen]]:
    """First loads and reopenings, in one browser."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        first = [await first_load(browser, url) for _ in range(TIMES)]
        known = await signed_in(browser, url, token)
        again = [await reopen(known, url) for _ in range(TIMES)]
        await browser.close()
    return first, again


async def _seeded(staged: Stage) -> Seeded:
    database = staged.open()
    try:
        return await seed(database)
    finally:
        await database.close()


def run(staged: Stage) -> Iterator[Result]:
    """Weight, first screen and reopening; the middle one of several."""
    if staged.kind != "sqlite":
        return
    if not (PACKED / "index.html").exists():
        print("first_load: the client is not packed; run: make pack", file=sys.stderr)
        return
    seeded = asyncio.run(_seeded(staged))
    settings = product(staged) | {"LINLI_FRONTEND_FOLDER": str(PACKED)}
    with serving("linli.main:create_app", settings, "--factory") as server:
        first, again = asyncio.run(measure(f"http://localhost:{server.port}/", seeded.token))
    weight = max(one.kilobytes for one in first)
    yield Result("first load, kB", "browser", weight, None, MAY_WEIGH_KB, at_most=True)
    for what, seen, bar in (
        ("first screen, ms", first, MAY_TAKE_MS),
        ("reopened, ms", again, MAY_REOPEN_MS),
    ):
        middle = statistics.median(one.at for one in seen)
        yield Result(what, "browser", middle, None, bar, at_most=True)
