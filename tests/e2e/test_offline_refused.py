"""What the server refuses is kept, explained, corrected or handed over; it delays nothing else."""

from pathlib import Path

import pytest

from e2e.conftest import NewPhone
from e2e.phone import DOORS, Phone
from e2e.scene import Scene
from processes.network import Mood, Network

pytestmark = pytest.mark.e2e

WORDS = "电梯停了，母亲下不了楼"


async def refuse_top_floor(phone: Phone, network: Network, scene: Scene) -> None:
    """A visit upstairs is recorded without signal, and meanwhile the floor is another's."""
    network.become(Mood.CUT)
    await phone.talked(DOORS[2], WORDS)
    await scene.keep_doors_up_to(1)
    network.become(Mood.PASS)
    await phone.send_now()
    await phone.see("要您看一下")


async def test_rule_3_one_refused_visit_holds_up_no_other_and_is_explained(
    phone: Phone, network: Network, scene: Scene
) -> None:
    network.become(Mood.CUT)
    for door in DOORS[:2]:
        await phone.nobody_home(door)
    await refuse_top_floor(phone, network, scene)
    states = sorted(item["state"] for item in await phone.stored())
    assert states == ["received", "received", "refused"]
    await phone.open_record(DOORS[2])
    await phone.see("服务器没有收下")
    await phone.see("它还在这部手机上")


async def test_rule_8_a_refused_visit_is_corrected_and_then_received(
    phone: Phone, network: Network, scene: Scene
) -> None:
    await refuse_top_floor(phone, network, scene)
    (refused,) = await phone.stored()
    await scene.keep_doors_up_to(3)
    await phone.open_record(DOORS[2])
    await phone.press("改一改再发")
    await phone.answer("改天再来")
    await phone.press("再发一次")
    await phone.see("改好了")
    await phone.go("#/")
    await phone.all_received(1)
    (row,) = await scene.visit_rows()
    assert (str(row["id"]), row["outcome"]) == (refused["id"], "ask_again")


async def test_rule_8_a_refused_visit_is_handed_over_in_an_encrypted_file(
    phone: Phone, network: Network, scene: Scene, new_phone: NewPhone, tmp_path: Path
) -> None:
    await refuse_top_floor(phone, network, scene)
    parcel, password = await pack(phone, tmp_path)
    (refused,) = await phone.stored()
    assert not {WORDS, refused["id"], refused["order_key"]} & set(parcel.read_text().split('"'))
    assert refused["handed_over_at"]
    await phone.go("#/outbox")
    await phone.open_record(DOORS[2])
    await phone.see("已交给别人")

    await scene.keep_doors_up_to(3)
    other = await Phone.take_out(await new_phone(), network.url)
    await other.sign_in(scene.other.login, scene.other.password)
    await unpack(other, parcel, "2345-6789-abcd")
    await other.see("密码不对")
    await unpack(other, parcel, password)
    await other.see("接收了 1 条")
    await other.go("#/")
    await other.all_received(1)
    assert await scene.visits() == [refused["id"]]


async def pack(phone: Phone, folder: Path) -> tuple[Path, str]:
    """The file and its password."""
    await phone.open_record(DOORS[2])
    await phone.follow("交给别人办")
    await phone.press("装好 1 条")
    password = await phone.page.locator(".receipt").inner_text()
    async with phone.page.expect_download() as coming:
        await phone.follow("存下文件")
    saved = folder / "parcel.linli"
    await (await coming.value).save_as(saved)
    return saved, password


async def unpack(phone: Phone, parcel: Path, password: str) -> None:
    """Take over what another phone packed."""
    await phone.go("#/handover")
    await phone.page.locator("#parcel").set_input_files(parcel)
    await phone.page.locator("#parcel-password").fill(password)
    await phone.press("打开并接收")
