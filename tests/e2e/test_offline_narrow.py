"""A network or server that takes only small bodies: what is too large is halved until it fits."""

import pytest

from e2e.phone import DOORS, Phone
from e2e.scene import Scene
from processes.network import Mood, Network

pytestmark = pytest.mark.e2e

WORDS = "电梯总是停，老人不敢坐。" * 40


@pytest.mark.parametrize("mood", [Mood.NARROW, Mood.NARROW_STRANGER])
async def test_rule_3_a_sending_too_large_is_halved_until_it_fits(
    phone: Phone, network: Network, scene: Scene, mood: Mood
) -> None:
    network.become(Mood.CUT)
    for door in DOORS[:5]:
        await phone.nobody_home(door)
    network.narrowest = 1_300
    network.become(mood)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(5)
    assert await scene.visits() == sorted(item["id"] for item in await phone.stored())
    sent = [post.body.count(b'"door_visit"') for post in network.stopped]
    assert sent[:2] == [5, 3]
    assert all(len(post.body) <= network.narrowest for post in network.posts())


@pytest.mark.parametrize(
    ("mood", "state"), [(Mood.NARROW, "refused"), (Mood.NARROW_STRANGER, "queued")]
)
async def test_rule_3_one_visit_too_large_holds_up_no_other_and_only_the_server_may_refuse_it(
    phone: Phone, network: Network, scene: Scene, mood: Mood, state: str
) -> None:
    network.become(Mood.CUT)
    await phone.nobody_home(DOORS[0])
    await phone.talked(DOORS[1], WORDS)
    network.narrowest = 1_300
    network.become(mood)
    await phone.send_now()
    await phone.go("#/")
    await phone.see("收到 1 条")
    found = {item["label"]: item["state"] for item in await phone.stored()}
    assert found == {DOORS[0]: "received", DOORS[1]: state}
    assert len(await scene.visits()) == 1
