"""A server restored from a backup: phones that believed all was sent send again what it lacks."""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import APIResponse, Route

from e2e.conftest import NewPhone
from e2e.phone import DOORS, Phone
from e2e.photos import on_server, taken_photo
from e2e.scene import Scene
from processes.network import Network
from processes.server import Server

pytestmark = pytest.mark.e2e


@pytest.fixture
async def server(tmp_path: Path, sqlite_template: Path, packed: Path) -> AsyncIterator[Server]:
    """A server of its own: its past is going to be changed."""
    shutil.copyfile(sqlite_template, tmp_path / "linli.db")
    made = Server(tmp_path, LINLI_FRONTEND_FOLDER=str(packed))
    await made.start()
    yield made
    made.kill()


async def test_rule_5_what_a_restored_server_lacks_is_sent_again_with_its_photo(
    phone: Phone, scene: Scene, server: Server, tmp_path: Path
) -> None:
    await phone.nobody_home(DOORS[0])
    await phone.all_received(1)
    server.run("backup", str(tmp_path / "backups"))
    await phone.nobody_home(DOORS[1])
    await phone.talked(DOORS[2], "走廊里堆着东西", taken_photo())
    await phone.all_received(3)
    epochs = {item["epoch"] for item in await phone.stored()}

    await restore(server, tmp_path)
    assert len(await scene.visits()) == 1
    await server.start()
    await phone.whole_round()
    await phone.all_received(3)
    items = await phone.stored()
    assert await scene.visits() == sorted(item["id"] for item in items)
    assert {item["state"] for item in items} == {"received"}
    assert not epochs & {item["epoch"] for item in items}
    assert [len(item["earlier_receipts"]) for item in items] == [1, 1, 1]
    (sha256,) = await scene.stored_files()
    await on_server(phone, scene, sha256)


async def restore(server: Server, folder: Path) -> None:
    """Stop the server, put the only backup in place; files that came after it are gone as well."""
    server.stop()
    shutil.rmtree(folder / "attachments", ignore_errors=True)
    (backup,) = (folder / "backups").iterdir()
    server.run("restore", str(backup))


async def test_rule_5_heads_that_overtake_each_other_are_no_sign_that_history_was_taken_back(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    context = await new_phone()
    slow: asyncio.Queue[tuple[Route, APIResponse]] = asyncio.Queue()
    is_slow = asyncio.Event()

    async def answer(route: Route) -> None:
        if is_slow.is_set():
            slow.put_nowait((route, await route.fetch()))
        else:
            await route.continue_()

    await context.route(re.compile("/checkpoint"), answer)
    phone = await Phone.take_out(context, network.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    await phone.nobody_home(DOORS[0])
    await phone.all_received(1)
    await phone.whole_round()

    is_slow.set()
    async with phone.page.expect_request(re.compile("/checkpoint")):
        await phone.nobody_home(DOORS[1])
    await phone.all_received(2)
    is_slow.clear()
    async with phone.page.expect_response(re.compile("/checkpoint")):
        await phone.nobody_home(DOORS[2])
    await phone.all_received(3)
    route, response = await slow.get()
    async with phone.page.expect_response(re.compile("/checkpoint")):
        await route.fulfill(response=response)
    await phone.nobody_home(DOORS[3])
    await phone.all_received(4)
    sent = b"".join(post.body for post in network.posts())
    assert [sent.count(item["id"].encode()) for item in await phone.stored()] == [1] * 4
