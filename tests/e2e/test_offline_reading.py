"""Reading without signal: rule 9. What concerns a person's care is sealed and ends with the day."""

import asyncio
import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Route

from e2e.conftest import NewPhone
from e2e.phone import DOORS, Phone
from e2e.scene import Scene
from factories.community import make_handbook_document
from processes.network import Mood, Network

pytestmark = pytest.mark.e2e

READ_EVERYTHING = (Path(__file__).parent / "read_everything.js").read_text()
HERE = ZoneInfo("Asia/Shanghai")
INSTRUCTION = "扶下三楼再送上来，慢一点"
HELP = "上下楼搀扶"


async def test_rule_9_doors_and_handbook_are_there_without_signal(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    async with scene.server.database() as database:
        await make_handbook_document(database, scene.community_id)
    phone = await Phone.take_out(await new_phone(), network.url)
    async with phone.page.expect_response(re.compile("/handbook-documents")):
        await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    await without_signal(phone, network)
    await phone.see(DOORS[0])
    await phone.go("#/handbook")
    await phone.page.get_by_role("main").get_by_text("补贴政策").click()
    await phone.see("补贴")


async def test_rule_9_a_care_task_is_there_without_signal_sealed_and_gone_with_the_day(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    await scene.ask_for_help(INSTRUCTION)
    context = await new_phone()
    await context.clock.install(time=datetime.now(HERE))
    phone = await Phone.take_out(context, network.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    await accept_task(phone)
    await without_signal(phone, network)
    await open_task(phone)
    await phone.see(INSTRUCTION)
    kept = await phone.page.evaluate(READ_EVERYTHING)
    assert DOORS[1] in kept["cache"]
    assert not [
        store for store, text in kept.items() if INSTRUCTION in text or "stair_support" in text
    ]
    assert "today-tasks" in kept["cache"]

    await phone.go("#/")
    await phone.see(HELP)
    tomorrow = datetime.now(HERE).replace(hour=0, minute=0, second=0) + timedelta(days=1)
    await phone.page.clock.set_system_time(tomorrow + timedelta(minutes=5))
    await phone.nobody_home(DOORS[1])
    assert HELP not in await phone.page.inner_text("main")
    await phone.page.reload()
    await phone.see(DOORS[0])
    await phone.go("#/tasks")
    await phone.see("现在没有帮扶任务")
    assert "today-tasks" not in (await phone.page.evaluate(READ_EVERYTHING))["cache"]


async def test_a_question_that_fails_never_takes_away_what_another_one_has_brought(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    context = await new_phone()
    asked: asyncio.Queue[Route] = asyncio.Queue()
    await context.route(re.compile("/today$"), asked.put)
    phone = await Phone.take_out(context, network.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password, then="今天")
    first = await asked.get()
    await phone.go("#/handbook")
    await phone.go("#/")
    second = await asked.get()
    await first.continue_()
    await phone.see(DOORS[0])
    await second.abort()
    await phone.see("存在手机上的")
    await phone.see(DOORS[0])


async def accept_task(phone: Phone) -> None:
    """Say yes to the task, and see what is to be done."""
    await open_task(phone)
    await phone.press("我去")
    await phone.see(INSTRUCTION)


async def open_task(phone: Phone) -> None:
    """Today, then the care task."""
    await phone.go("#/")
    await phone.page.get_by_role("link", name=HELP).click()


async def without_signal(phone: Phone, network: Network) -> None:
    """The app is closed and opened again where there is no signal."""
    await phone.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    network.become(Mood.CUT)
    await phone.page.reload()
