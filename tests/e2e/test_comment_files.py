"""What comes with a comment is there for whoever reads it: a photo is seen, a voice is heard."""

import hashlib
import re

import pytest
from playwright.async_api import expect

from e2e.conftest import NewPhone
from e2e.demo_phone import demo_phone
from e2e.phone import Phone
from e2e.photos import small_photo, taken_photo
from e2e.walk import MARKS, create, in_community
from linli.kernel import clock
from linli.kernel.ids import new_id
from processes.server import Server

pytestmark = pytest.mark.e2e

WORDS = "楼梯扶手松了，照片在这里"
VOICE = b"OggS" + bytes(200)


async def comment_with(phone: Phone, proposal: str, files: dict[bytes, str]) -> None:
    """Say something about a proposal, and send what comes with it."""
    slots = [
        {"sha256": hashlib.sha256(one).hexdigest(), "size": len(one), "content_type": kind}
        for one, kind in files.items()
    ]
    said = {
        "proposal_id": proposal,
        "position": "neutral",
        "words": WORDS,
        "version_number": 1,
        "attachments": slots,
    }
    said |= {"id": str(new_id()), "said_at": clock.now().isoformat()}
    await create(phone.page, "/proposal-comments", said)
    for slot, one in zip(slots, files, strict=True):
        address = await in_community(phone.page, f"/attachments/{slot['sha256']}")
        head = {**MARKS, "Content-Type": str(slot["content_type"])}
        answer = await phone.page.request.put(address, data=one, headers=head)
        assert answer.ok, await answer.text()


async def test_the_photo_of_a_comment_is_seen_and_what_was_spoken_is_heard(
    new_phone: NewPhone, demo_server: Server
) -> None:
    author = await demo_phone(new_phone, demo_server, "supervisor")
    await author.go("#/deliberation/proposals")
    await author.page.get_by_text("两部电梯换新的方案").first.click()
    await author.see("看大家的意见")
    address = await author.page.evaluate("location.hash")
    proposal = address.rpartition("/")[2]
    await comment_with(author, proposal, {small_photo(): "image/jpeg", VOICE: "audio/ogg"})

    reader = await demo_phone(new_phone, demo_server, "resident")
    await reader.go(f"{address}/comments")
    card = reader.page.locator("li.card").filter(has_text=WORDS)
    await card.get_by_role("button", name="照片 1").click()
    shown = card.get_by_role("img", name="照片 1")
    await expect(shown).to_be_visible()
    assert await shown.evaluate("(one) => one.decode().then(() => one.naturalWidth)") == 60
    await card.get_by_role("button", name="录音 2").click()
    await expect(card.locator("audio")).to_be_visible()


async def test_a_photo_alone_says_why(new_phone: NewPhone, demo_server: Server) -> None:
    author = await demo_phone(new_phone, demo_server, "supervisor")
    await author.go("#/deliberation/proposals")
    await author.page.get_by_text("两部电梯换新的方案").first.click()
    await author.page.get_by_role("link", name=re.compile("我来说说|改一改我的看法")).click()
    await author.answer("中立")
    await author.press("说出去")
    await author.see("请写几句，或者录音、拍照")
    await author.page.locator("#photo").set_input_files(taken_photo())
    await author.press("说出去")
    await author.see("记下了，已经送到")
