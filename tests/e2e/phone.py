"""A volunteer's phone, in the words of the volunteer."""

import re
from pathlib import Path
from typing import Any

from playwright.async_api import BrowserContext, FilePayload, Page, expect

SECONDS = 30_000.0
"""How long anything may take to stand on the screen, in ms: patience costs only where it fails."""

expect.set_options(timeout=SECONDS)
READ_STORE = (Path(__file__).parent / "read_store.js").read_text()
ATTEMPTED = f"""async (times) => {{
    const until = performance.now() + {SECONDS};
    while (performance.now() < until) {{
        const rows = await ({READ_STORE})();
        const failed = ({{ attempts, state }}) => attempts >= times && state === 'queued';
        if (rows.every(failed)) return rows;
        await new Promise(requestAnimationFrame);
    }}
    throw new Error('not tried so often');
}}"""
DOORS = ("1-1-101", "1-1-102", "1-1-201", "1-1-202", "1-1-301", "1-1-302")


class Phone:
    """One page of a phone. Every wait is for something on the screen."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        page.set_default_timeout(SECONDS)

    @classmethod
    async def take_out(cls, context: BrowserContext, url: str) -> "Phone":
        """Open the app."""
        phone = cls(await context.new_page(), url)
        await phone.page.goto(url)
        return phone

    async def sign_in(self, login: str, password: str, then: str = "要敲的门") -> None:
        """Sign in and wait for the doors of the day, or for other words."""
        await self.page.get_by_role("textbox").first.fill(login)
        await self.page.locator("input[name=password]").fill(password)
        await self.page.locator("button[type=submit]").click()
        await self.see(then)

    async def sign_out(self) -> None:
        """Leave, which never takes a record along."""
        await self.go("#/settings")
        await self.press("退出登录")
        await self.page.get_by_role("dialog").get_by_role("button", name="退出登录").click()
        await self.see("密码")

    async def see(self, words: str) -> None:
        """Wait until the words stand on the screen."""
        await expect(self.page.get_by_text(re.compile(re.escape(words))).first).to_be_visible(
            timeout=SECONDS
        )

    async def go(self, place: str) -> None:
        """Open a place of the app, as a link inside it would."""
        await self.page.evaluate("place => { location.hash = place }", place)

    async def press(self, name: str) -> None:
        """Press a button."""
        await self.page.get_by_role("button", name=name, exact=True).first.click()

    async def follow(self, name: str) -> None:
        """Follow a link that looks like a button."""
        await self.page.get_by_role("link", name=name, exact=True).first.click()

    async def answer(self, choice: str) -> None:
        """Tick one of the answers on the screen."""
        await self.page.get_by_label(re.compile(f"^{choice}")).check()

    async def open_door(self, door: str) -> None:
        """Today, then the door."""
        await self.go("#/")
        await self.page.get_by_text(door, exact=True).first.click()

    async def nobody_home(self, door: str) -> None:
        """Today, the door, nobody home: three taps."""
        await self.open_door(door)
        await self.answer("没人在家")
        await self.press("记下")
        await self.see("要敲的门")

    async def talked(self, door: str, words: str, photo: FilePayload | None = None) -> None:
        """They opened and had something to say; question by question."""
        await self.open_door(door)
        await self.answer("聊过了")
        await self.press("下一题")
        await self.answer("支持")
        await self.press("下一题")
        await self.press("记一条")
        await self.page.get_by_role("textbox").first.fill(words)
        await self.press("下一题")
        await self.see("搭把手")
        await self.press("下一题")
        if photo:
            await self.page.locator("#photo").set_input_files(photo)
            await expect(self.page.get_by_role("img", name="照片 1")).to_be_visible()
        await self.press("记下")
        await self.see("要敲的门")

    async def send_now(self) -> None:
        """Do not wait for the next try, unless it came by itself: then the button is gone."""
        await self.go("#/outbox")
        button = self.page.get_by_role("button", name="现在就发")
        await button.evaluate_all("found => found.forEach((each) => each.click())")

    async def stir(self) -> None:
        """The phone says that its network changed, which it also does for no reason."""
        await self.page.evaluate("window.dispatchEvent(new Event('online'))")

    async def whole_round(self) -> None:
        """Stir, and wait until the phone has sent all it could; then it looks at the log's head.

        Twice: the first head may belong to a round that was under way already.
        """
        for _ in range(2):
            async with self.page.expect_response(re.compile("/checkpoint"), timeout=SECONDS):
                await self.stir()

    async def open_record(self, place: str) -> None:
        """The outbox, then one record in it."""
        await self.go("#/outbox")
        await self.page.get_by_role("main").get_by_text(place, exact=True).first.click()

    async def attempted(self, times: int) -> list[dict[str, Any]]:
        """Wait until every record was sent at least so often, in vain; they as they lie then."""
        found: list[dict[str, Any]] = await self.page.evaluate(ATTEMPTED, times)
        return found

    async def all_received(self, number: int) -> None:
        """Wait until the status line says so, and nothing of photos or of something to look at."""
        line = self.page.locator(".status-line")
        await expect(line).to_have_text(f"记了 {number} 条，收到 {number} 条", timeout=SECONDS)

    async def stored(self, store: str = "outbox") -> list[dict[str, Any]]:
        """What the phone's own database holds in a store, photos and sealed content apart."""
        found: list[dict[str, Any]] = await self.page.evaluate(READ_STORE, store)
        return found
