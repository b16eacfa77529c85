"""A real browser, a real server process, and a network between them that can fail."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, async_playwright

from e2e.scene import Scene, set_scene
from linli.kernel.db.database import open_database
from linli.kernel.keyring import load_keyring
from processes.network import Network
from processes.server import Server

PACKED = Path(__file__).resolve().parents[2] / "frontend" / "dist"
PHONE = {"width": 390, "height": 844}
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NewPhone = Callable[..., Awaitable[BrowserContext]]


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for the run; every test has contexts (phones) of its own."""
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=CHROMIUM if Path(CHROMIUM).exists() else None, args=FLAGS
        )
        yield launched
        await launched.close()


@pytest.fixture
async def server(tmp_path: Path, sqlite_template: Path) -> AsyncIterator[Server]:
    """A server process with the packed client on a migrated file; ``scene`` fills it."""
    assert PACKED.exists(), "the client is not packed; run: make pack"
    shutil.copyfile(sqlite_template, tmp_path / "linli.db")
    made = Server(tmp_path, LINLI_FRONTEND_FOLDER=str(PACKED))
    yield made
    made.kill()


@pytest.fixture
async def scene(server: Server) -> Scene:
    """A building in the middle of a canvass, on the running server."""
    database = open_database(
        f"sqlite:///{server.folder / 'linli.db'}", load_keyring(server.folder / "master.key")
    )
    made = await set_scene(database)
    await database.close()
    await server.start()
    return made


@pytest.fixture
async def network(server: Server) -> AsyncIterator[Network]:
    """The network between the phones and the server."""
    made = Network(server.port)
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def new_phone(browser: Browser) -> AsyncIterator[NewPhone]:
    """Makes phones: browser contexts of 390 px with storage of their own."""
    made: list[BrowserContext] = []

    async def make(**options: object) -> BrowserContext:
        wanted = {"viewport": PHONE, "locale": "zh-CN", "has_touch": True, **options}
        context = await browser.new_context(**wanted)  # type: ignore[arg-type]
        made.append(context)
        return context

    yield make
    for context in made:
        await context.close()
