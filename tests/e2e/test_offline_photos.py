"""Photos follow their item, by hash: cut on the way, they arrive once, and tell no place."""

import pytest
from playwright.async_api import FilePayload, expect

from e2e.phone import DOORS, Phone
from e2e.photos import (
    GPS,
    HIGH,
    LONGEST_EDGE,
    NO_PHOTO,
    SLOW_PHONE,
    WIDE,
    on_server,
    small_photo,
    taken_photo,
)
from e2e.scene import Scene
from processes.network import Mood, Network

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("mood", [Mood.CUT, Mood.HALF, Mood.DEAF])
async def test_rule_7_a_photo_cut_off_after_its_item_arrives_once(
    phone: Phone, network: Network, scene: Scene, mood: Mood
) -> None:
    network.uploads(mood)
    await phone.talked(DOORS[0], "走廊里堆着东西", taken_photo())
    await phone.see("收到 1 条，1 张照片待传")
    (item,) = await phone.stored()
    assert (item["state"], item["attachments"][0]["state"]) == ("received", "waiting")
    assert await scene.visits() == [item["id"]]

    network.uploads(None)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(1)
    (item,) = await phone.stored()
    (slot,) = item["attachments"]
    assert slot["state"] == "stored"
    assert await scene.visits() == [item["id"]]
    assert await scene.stored_files() == [slot["sha256"]]
    await on_server(phone, scene, slot["sha256"])


@pytest.mark.parametrize("mood", [Mood.BUSY, Mood.CROWDED])
async def test_rule_7_photos_wait_for_as_long_as_the_server_asks_whatever_the_network_does(
    phone: Phone, network: Network, scene: Scene, mood: Mood
) -> None:
    network.uploads(mood)
    await phone.talked(DOORS[0], "走廊里堆着东西", taken_photo())
    await phone.see("收到 1 条，1 张照片待传")
    network.uploads(None)
    await phone.whole_round()
    assert (await scene.stored_files(), network.uploaded()) == ([], 1)
    await phone.send_now()
    await phone.go("#/")
    await phone.all_received(1)
    assert network.uploaded() == 2


async def test_rule_7_a_photo_is_shrunk_and_upright_and_tells_neither_place_nor_camera(
    phone: Phone, scene: Scene
) -> None:
    photo = taken_photo()
    await phone.talked(DOORS[0], "走廊里堆着东西", photo)
    await phone.all_received(1)
    (sha256,) = await scene.stored_files()
    copy = await on_server(phone, scene, sha256)
    assert b"Neighbour" in photo["buffer"]
    assert not copy.getexif()
    assert not copy.getexif().get_ifd(GPS)
    assert "exif" not in copy.info
    assert copy.size == (LONGEST_EDGE * HIGH // WIDE, LONGEST_EDGE)


async def open_evidence(phone: Phone) -> None:
    """The last question of a visit, which takes photos."""
    await phone.open_door(DOORS[0])
    await phone.answer("聊过了")
    for _question in range(3):
        await phone.press("下一题")
    await phone.see("搭把手")
    await phone.press("下一题")


async def test_of_two_photos_taken_at_once_and_a_text_named_photo_both_photos_arrive(
    phone: Phone, scene: Scene
) -> None:
    await open_evidence(phone)
    photo, shown = phone.page.locator("#photo"), phone.page.locator("ul.photos img")
    await photo.set_input_files(NO_PHOTO)
    await phone.see("这张照片打不开")
    await phone.page.evaluate(SLOW_PHONE)
    for taken in (taken_photo(), FilePayload(name="2.jpg", mimeType="", buffer=small_photo())):
        await photo.set_input_files(taken)
    await phone.page.evaluate("letItShrink()")
    await expect(shown).to_have_count(2)
    await expect(phone.page.get_by_text("这张照片打不开")).to_have_count(0)
    await phone.press("记下")
    await phone.see("要敲的门")
    await phone.all_received(1)
    assert len(await scene.stored_files()) == 2


async def test_a_photo_still_being_shrunk_when_done_is_tapped_goes_along(
    phone: Phone, scene: Scene
) -> None:
    await phone.page.evaluate(SLOW_PHONE)
    await open_evidence(phone)
    await phone.page.locator("#photo").set_input_files(taken_photo())
    await phone.press("记下")
    await phone.page.locator("button[type=submit][aria-disabled=true]").wait_for()
    await phone.page.evaluate("letItShrink()")
    await phone.see("要敲的门")
    await phone.all_received(1)
    assert len(await scene.stored_files()) == 1
