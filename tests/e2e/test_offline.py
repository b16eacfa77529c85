"""The rules of "Offline" in the design of the phone: what is recorded arrives, once."""

import pytest

from e2e.conftest import NewPhone
from e2e.phone import DOORS, Phone
from e2e.scene import Scene
from processes.network import Mood, Network
from processes.server import Server

pytestmark = pytest.mark.e2e

NOT_ON_LINE = """
    Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
    window.askedToKeep = 0;
    const persist = navigator.storage.persist.bind(navigator.storage);
    navigator.storage.persist = () => { window.askedToKeep += 1; return persist(); };
"""
MOODS = [Mood.PORTAL, Mood.DETOUR, Mood.PROMISE, Mood.DEAF, Mood.HALF, Mood.SILENT]


async def test_rule_1_a_visit_recorded_without_signal_survives_the_phone_and_arrives_later(
    phone: Phone, network: Network, scene: Scene
) -> None:
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[0])
    (item,) = await phone.stored()
    assert item["state"] in {"queued", "sending"}
    await phone.page.close()
    assert await scene.visits() == []

    network.become(Mood.PASS)
    again = await Phone.take_out(phone.page.context, network.url)
    await again.send_now()
    await again.go("#/")
    await again.all_received(1)
    assert await scene.visits() == [item["id"]]


@pytest.mark.parametrize("mood", MOODS)
async def test_rule_2_only_an_answer_with_a_receipt_counts(
    phone: Phone, network: Network, scene: Scene, mood: Mood
) -> None:
    network.become(mood)
    await phone.nobody_home(DOORS[0])
    await phone.go("#/outbox")
    await phone.see("还没收到回执")
    (item,) = await phone.stored()
    assert item["state"] != "received"

    network.become(Mood.PASS)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(1)
    assert await scene.visits() == [item["id"]]


async def test_rule_2_a_killed_server_loses_nothing_and_counts_nothing_twice(
    phone: Phone, scene: Scene, server: Server
) -> None:
    for number, door in enumerate(DOORS[:4]):
        if number == 2:
            server.kill()
        await phone.nobody_home(door)
    await server.start()
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(4)
    assert await scene.visits() == sorted(item["id"] for item in await phone.stored())


async def test_rule_4_two_accounts_on_one_phone_keep_their_records_apart(
    phone: Phone, network: Network, scene: Scene
) -> None:
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[0])
    await phone.sign_out()
    network.become(Mood.PASS)
    await phone.sign_in(scene.other.login, scene.other.password)
    await phone.see("今天还没有记")
    owners = [item["account_id"] for item in await phone.stored()]
    assert owners == [str(scene.volunteer.account_id)]
    assert await scene.visits() == []

    await phone.sign_out()
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(1)


async def test_rule_3_an_ended_session_pauses_sending_and_keeps_everything(
    phone: Phone, scene: Scene
) -> None:
    await scene.end_sessions()
    await phone.nobody_home(DOORS[0])
    await phone.send_now()
    await phone.see("要重新登录一下")
    (item,) = await phone.stored()
    assert item["state"] != "received"
    await phone.follow("去登录")
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    await phone.all_received(1)


async def test_rule_3_two_tabs_at_once_send_once(
    phone: Phone, network: Network, scene: Scene
) -> None:
    second = await Phone.take_out(phone.page.context, network.url)
    await second.see("要敲的门")
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[0])
    await second.nobody_home(DOORS[1])
    network.become(Mood.PASS)
    for tab in (phone, second):
        await tab.stir()
    for tab in (phone, second):
        await tab.all_received(2)
    assert await scene.visits() == sorted(item["id"] for item in await phone.stored())
    sent = b"".join(post.body for post in network.posts())
    assert [sent.count(item["id"].encode()) for item in await phone.stored()] == [1, 1]


async def test_rule_4_whoever_loses_the_role_keeps_what_was_recorded(
    phone: Phone, scene: Scene
) -> None:
    await phone.open_door(DOORS[0])
    await scene.take_role()
    await phone.answer("没人在家")
    await phone.press("记下")
    await phone.see("记下了")
    await phone.go("#/outbox")
    await phone.see("您在这个社区的权限变了")
    (item,) = await phone.stored()
    assert (item["state"], item["failure"]["code"]) == ("queued", "no_access")

    await scene.take_role(back=True)
    await phone.stir()
    await phone.go("#/")
    await phone.all_received(1)
    assert await scene.visits() == [item["id"]]


async def test_rule_6_the_browsers_word_about_the_network_is_not_trusted(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    context = await new_phone()
    await context.add_init_script(NOT_ON_LINE)
    phone = await Phone.take_out(context, network.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    assert not await phone.page.evaluate("navigator.onLine")
    await phone.nobody_home(DOORS[0])
    await phone.all_received(1)
    assert await phone.page.evaluate("window.askedToKeep") == 1


async def test_rule_8_each_record_shows_its_receipt_which_the_phone_checks_itself(
    phone: Phone,
) -> None:
    await phone.nobody_home(DOORS[0])
    await phone.nobody_home(DOORS[1])
    await phone.all_received(2)
    await phone.open_record(DOORS[0])
    item = next(one for one in await phone.stored() if one["label"] == DOORS[0])
    await phone.see(item["receipt"]["leaf_hash"])
    await phone.press("核对回执")
    await phone.see("这条确实登记在册")


async def test_rule_10_without_a_service_worker_the_outbox_works_and_the_app_says_what_is_not_saved(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    phone = await Phone.take_out(await new_phone(service_workers="block"), network.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[0])
    await phone.go("#/settings")
    await phone.see("没有网的时候，这里打不开邻里")
    network.become(Mood.PASS)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(1)
    assert len(await scene.visits()) == 1
