"""What goes out, when, and in which order: rules 1 to 3 of "Offline" at their edges."""

from datetime import datetime
from pathlib import Path

import pytest

from e2e.conftest import NewPhone
from e2e.phone import DOORS, Phone
from e2e.scene import Scene
from processes.network import ASKED_PAUSE, SHORT_PAUSE, Mood, Network

pytestmark = pytest.mark.e2e

WATCH_SENDING = (Path(__file__).parent / "watch_sending.js").read_text()
WORDS = "电梯总是停"


async def test_rule_1_and_2_what_is_sent_was_on_the_phone_before_and_noted_as_failed(
    new_phone: NewPhone, network: Network, scene: Scene
) -> None:
    context = await new_phone()
    await context.add_init_script(WATCH_SENDING)
    phone = await Phone.take_out(context, network.url)
    await phone.sign_in(scene.volunteer.login, scene.volunteer.password)
    await phone.nobody_home(DOORS[0])
    await phone.all_received(1)
    (item,) = await phone.stored()
    (seen,) = await phone.page.evaluate("window.rowsAtSending")
    assert seen["id"] == item["id"]
    assert (seen["state"], seen["failure"]["code"]) == ("sending", "no_receipt")
    assert (item["state"], item["failure"]) == ("received", None)


async def test_rule_3_a_broken_server_is_left_alone_for_longer_and_longer_and_nothing_is_lost(
    phone: Phone, network: Network, scene: Scene
) -> None:
    network.become(Mood.BROKEN)
    await phone.nobody_home(DOORS[0])
    for number in (1, 2, 3):
        await phone.stir()
        attempts, pause = await pause_after(phone, number)
        assert 2 ** (attempts - 1) - 0.1 <= pause <= 2**attempts
    await arrives(phone, network, scene)


async def test_rule_3_a_busy_server_is_left_alone_for_as_long_as_it_asks_whatever_the_network_does(
    phone: Phone, network: Network, scene: Scene
) -> None:
    network.become(Mood.BUSY)
    await phone.nobody_home(DOORS[0])
    _, pause = await pause_after(phone, 1)
    assert pause == pytest.approx(ASKED_PAUSE, abs=2)
    network.become(Mood.PASS)
    await phone.whole_round()
    assert network.posts() == []
    await arrives(phone, network, scene)


async def test_rule_3_a_record_sent_too_often_stays_and_goes_out_once_after_the_asked_pause(
    phone: Phone, network: Network, scene: Scene
) -> None:
    network.become(Mood.LIMITED)
    await phone.nobody_home(DOORS[0])
    (item,) = await phone.attempted(1)
    network.become(Mood.PASS)
    assert item["failure"]["code"] == "server_busy"
    await phone.all_received(1)
    (arrived,) = await phone.stored()
    tried, taken = (
        datetime.fromisoformat(moment) for moment in (item["failure"]["at"], arrived["received_at"])
    )
    assert (taken - tried).total_seconds() >= SHORT_PAUSE
    assert (len(network.stopped), len(network.posts())) == (1, 1)
    assert await scene.visits() == [item["id"]]


async def pause_after(phone: Phone, attempts: int) -> tuple[int, float]:
    """Wait for so many attempts; how many there were, and the pause that follows, in seconds."""
    (item,) = await phone.attempted(attempts)
    tried = datetime.fromisoformat(item["failure"]["at"]).timestamp()
    return item["attempts"], float(item["next_try_at"]) / 1000 - tried


async def arrives(phone: Phone, network: Network, scene: Scene) -> None:
    """Nothing had arrived; when all is well again, it does."""
    assert await scene.visits() == []
    network.become(Mood.PASS)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(1)
    (item,) = await phone.stored()
    assert await scene.visits() == [item["id"]]


async def test_rule_3_order_is_kept_at_each_door_and_one_bad_item_holds_up_no_other_door(
    phone: Phone, network: Network, scene: Scene
) -> None:
    network.stumbles_over = WORDS.encode()
    network.become(Mood.BROKEN)
    await phone.talked(DOORS[0], WORDS)
    await phone.go(f"#/doors/{scene.canvass_id}/{scene.household_ids[0]}?label={DOORS[0]}")
    await phone.answer("没人在家")
    await phone.press("记下")
    await phone.nobody_home(DOORS[1])
    items = sorted(await phone.stored(), key=lambda item: item["seq"])
    bad, later, elsewhere = (item["id"] for item in items)
    assert items[0]["order_key"] == items[1]["order_key"] == str(scene.household_ids[0])
    await phone.go("#/")
    await phone.see("收到 1 条")
    assert await scene.visits() == [elsewhere]

    network.become(Mood.PASS)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(3)
    log = {item["id"]: item["receipt"]["index"] for item in await phone.stored()}
    assert log[elsewhere] < log[bad] < log[later]
