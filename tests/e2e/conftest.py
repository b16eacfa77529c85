"""A real browser, a real server process, and a network between them that can fail.

Tests share the browser and the server; each has a community, a network and phones of its own.
"""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, async_playwright

from e2e.phone import Phone
from e2e.scene import Scene, set_scene
from processes.network import Network
from processes.server import Server

PACKED = Path(__file__).resolve().parents[2] / "frontend" / "dist"
PHONE = {"width": 390, "height": 844}
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
"""The system's; the one without a window starts pages faster: see docs/decisions/tests.md."""

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
        launched = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        await launched.close()


@pytest.fixture(scope="session")
def packed() -> Path:
    """The client as it is delivered."""
    assert (PACKED / "index.html").exists(), "the client is not packed; run: make pack"
    return PACKED


@pytest.fixture(scope="session")
async def shared_server(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, packed: Path
) -> AsyncIterator[Server]:
    """The server process of the run, with the packed client."""
    folder = tmp_path_factory.mktemp("server")
    shutil.copyfile(sqlite_template, folder / "linli.db")
    made = Server(folder, LINLI_FRONTEND_FOLDER=str(packed))
    await made.start()
    yield made
    made.kill()


@pytest.fixture(scope="session")
async def demo_server(
    tmp_path_factory: pytest.TempPathFactory, packed: Path
) -> AsyncIterator[Server]:
    """A server with the demo community."""
    folder = tmp_path_factory.mktemp("demo")
    made = Server(folder, LINLI_FRONTEND_FOLDER=str(packed), LINLI_DEMO="true")
    try:
        await made.start()
        yield made
    finally:
        made.kill()


@pytest.fixture
async def server(shared_server: Server) -> Server:
    """The server, running whatever the last test did to it."""
    await shared_server.keep_running()
    return shared_server


@pytest.fixture
async def scene(server: Server) -> Scene:
    """A building in the middle of a canvass, on the running server."""
    return await set_scene(server)


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


@pytest.fixture
async def phone(new_phone: NewPhone, network: Network, scene: Scene) -> Phone:
    """The volunteer's phone, signed in."""
    taken = await Phone.take_out(await new_phone(), network.url)
    await taken.sign_in(scene.volunteer.login, scene.volunteer.password)
    return taken
