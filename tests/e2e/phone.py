"""A volunteer's phone, in the words of the volunteer."""

import re
import sqlite3
from pathlib import Path

from playwright.async_api import BrowserContext, Page, expect

SECONDS = 15_000.0


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

    async def sign_in(self, login: str, password: str) -> None:
        """Sign in and wait for the doors of the day."""
        await self.page.get_by_role("textbox").first.fill(login)
        await self.page.locator("input[name=password]").fill(password)
        await self.page.locator("button[type=submit]").click()
        await self.see("要敲的门")

    async def sign_out(self) -> None:
        """Leave, which never takes a record along."""
        await self.go("#/settings")
        await self.page.get_by_role("button", name="退出登录").first.click()
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

    async def nobody_home(self, door: str) -> None:
        """Today, the door, nobody home: three taps."""
        await self.go("#/")
        await self.page.get_by_text(door, exact=True).first.click()
        await self.page.get_by_label(re.compile("^没人在家")).check()
        await self.page.get_by_role("button", name="记下", exact=True).click()
        await self.see("要敲的门")

    async def send_now(self) -> None:
        """Do not wait for the next try."""
        await self.go("#/outbox")
        button = self.page.get_by_role("button", name="现在就发")
        if await button.count():
            await button.click()

    async def all_received(self, number: int) -> None:
        """Wait for the sentence of the status line."""
        await self.see(f"记了 {number} 条")
        await self.see(f"收到 {number} 条")

    async def stored(self) -> list[dict[str, object]]:
        """What the phone's own database holds in its outbox."""
        found: list[dict[str, object]] = await self.page.evaluate(
            """async () => {
                const names = (await indexedDB.databases()).map((each) => each.name);
                const open = (name) => new Promise((done, fail) => {
                    const asked = indexedDB.open(name);
                    asked.onsuccess = () => done(asked.result);
                    asked.onerror = () => fail(asked.error);
                });
                const all = [];
                for (const name of names) {
                    const db = await open(name);
                    if (!db.objectStoreNames.contains('outbox')) { db.close(); continue; }
                    const rows = await new Promise((done) => {
                        const asked = db.transaction('outbox').objectStore('outbox').getAll();
                        asked.onsuccess = () => done(asked.result);
                    });
                    all.push(...rows.map(
                        ({ id, state, account_id }) => ({ id, state, account_id })));
                    db.close();
                }
                return all;
            }"""
        )
        return found


def visits_on_server(folder: Path) -> list[str]:
    """The ids of all visits that the server has, read beside the server."""
    with sqlite3.connect(f"file:{folder / 'linli.db'}?mode=ro", uri=True) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM door_visit ORDER BY id")]
