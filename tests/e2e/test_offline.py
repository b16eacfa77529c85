"""The rules of "Offline" in the design of the phone, with a real browser, server and network."""

import sqlite3

import pytest

from e2e.conftest import NewPhone
from e2e.phone import Phone, visits_on_server
from e2e.scene import Scene
from processes.network import Mood, Network
from processes.server import Server

pytestmark = pytest.mark.e2e

DOORS = ("1-1-101", "1-1-102", "1-1-201", "1-1-202", "1-1-301", "1-1-302")


async def volunteer(new_phone: NewPhone, network: Network, scene: Scene) -> Phone:
    phone = await Phone.take_out(await new_phone(), network.url)
    await phone.sign_in("volunteer", scene.volunteer.password)
    return phone


async def test_a_visit_recorded_without_signal_survives_the_phone_and_arrives_later(
    new_phone: NewPhone, network: Network, scene: Scene, server: Server
) -> None:
    context = await new_phone()
    phone = await Phone.take_out(context, network.url)
    await phone.sign_in("volunteer", scene.volunteer.password)
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[0])
    (item,) = await phone.stored()
    assert item["state"] in {"queued", "sending"}
    await phone.page.close()
    assert visits_on_server(server.folder) == []

    network.become(Mood.PASS)
    again = await Phone.take_out(context, network.url)
    await again.send_now()
    await again.go("#/")
    await again.all_received(1)
    assert visits_on_server(server.folder) == [item["id"]]


@pytest.mark.parametrize("mood", [Mood.PORTAL, Mood.DEAF, Mood.SILENT])
async def test_only_an_answer_with_a_receipt_counts(
    new_phone: NewPhone, network: Network, scene: Scene, server: Server, mood: Mood
) -> None:
    phone = await volunteer(new_phone, network, scene)
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
    assert visits_on_server(server.folder) == [item["id"]]


async def test_a_killed_server_loses_nothing_and_counts_nothing_twice(
    new_phone: NewPhone, network: Network, scene: Scene, server: Server
) -> None:
    phone = await volunteer(new_phone, network, scene)
    for number, door in enumerate(DOORS[:4]):
        if number == 2:
            server.kill()
        await phone.nobody_home(door)
    await server.start()
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(4)
    assert visits_on_server(server.folder) == sorted(str(i["id"]) for i in await phone.stored())


async def test_two_accounts_on_one_phone_keep_their_records_apart(
    new_phone: NewPhone, network: Network, scene: Scene, server: Server
) -> None:
    phone = await volunteer(new_phone, network, scene)
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[0])
    await phone.sign_out()
    network.become(Mood.PASS)
    await phone.sign_in("other", scene.other.password)
    await phone.see("今天还没有记")
    assert [item["account_id"] for item in await phone.stored()] == [
        str(scene.volunteer.account_id)
    ]
    assert visits_on_server(server.folder) == []

    await phone.sign_out()
    await phone.sign_in("volunteer", scene.volunteer.password)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(1)


async def test_an_ended_session_pauses_sending_and_keeps_everything(
    new_phone: NewPhone, network: Network, scene: Scene, server: Server
) -> None:
    phone = await volunteer(new_phone, network, scene)
    with sqlite3.connect(server.folder / "linli.db") as connection:
        connection.execute("UPDATE session SET ended_at = created_at")
    await phone.nobody_home(DOORS[0])
    await phone.send_now()
    await phone.see("要重新登录一下")
    (item,) = await phone.stored()
    assert item["state"] != "received"
    await phone.page.get_by_role("link", name="去登录").first.click()
    await phone.sign_in("volunteer", scene.volunteer.password)
    await phone.all_received(1)


async def test_one_refused_visit_holds_up_no_other_and_is_explained(
    new_phone: NewPhone, network: Network, scene: Scene, server: Server
) -> None:
    phone = await volunteer(new_phone, network, scene)
    network.become(Mood.CUT)
    for door in DOORS[:3]:
        await phone.nobody_home(door)
    with sqlite3.connect(server.folder / "linli.db") as connection:  # the door moves to another
        connection.execute("UPDATE canvass_assignment SET floor_from = 1, floor_to = 1")
    network.become(Mood.PASS)
    await phone.send_now()
    await phone.see("要您看一下")
    states = sorted(str(item["state"]) for item in await phone.stored())
    assert states == ["received", "received", "refused"]
    await phone.page.get_by_text(DOORS[2]).first.click()
    await phone.see("服务器没有收下")


async def test_doors_and_handbook_are_there_without_signal(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    phone = await volunteer(new_phone, network, scene)
    await phone.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    network.become(Mood.CUT)
    await phone.page.reload()
    await phone.see(DOORS[0])


async def test_without_a_service_worker_the_outbox_works_and_the_app_says_what_is_not_saved(
    new_phone: NewPhone, network: Network, scene: Scene, server: Server
) -> None:
    phone = await Phone.take_out(await new_phone(service_workers="block"), network.url)
    await phone.sign_in("volunteer", scene.volunteer.password)
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[0])
    network.become(Mood.PASS)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(1)
    assert len(visits_on_server(server.folder)) == 1
