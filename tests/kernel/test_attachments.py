"""Attachments: what was declared arrives whole, sealed, once, and is seen by whom it concerns."""

import asyncio
import hashlib
import io
import os
import struct
import zlib
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select, update

from fixtures.notes import Json, Note
from kernel.conftest import Member
from kernel.test_sync import item, send
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.attachments.declare import EXPIRE, KEEP_EMPTY
from linli.kernel.attachments.erase import erase_attachments
from linli.kernel.attachments.models import AttachmentSlot
from linli.kernel.attachments.sealed_file import CHUNK, SealedWriter, read_sealed
from linli.kernel.attachments.store import Store
from linli.kernel.attachments.sweep import attachment_handlers, sweep
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.vault.seal import BrokenSealError
from linli.kernel.work.worker import do_all


def picture(width: int = 40, height: int = 30, kind: str = "JPEG") -> bytes:
    made = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(made, kind)
    return made.getvalue()


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def slot(content: bytes, content_type: str = "image/jpeg", **changed: object) -> Json:
    return {
        "sha256": sha(content),
        "size": len(content),
        "content_type": content_type,
        **changed,
    }


async def put(member: Member, content: bytes, name: str | None = None) -> int:
    answer = await member.call("PUT", f"/attachments/{name or sha(content)}", content=content)
    return answer.status_code


async def state_of(member: Member, sent: Json) -> dict[str, str]:
    result = (await send(member, sent))["results"][0]
    return {each["sha256"]: each["state"] for each in result["attachments"]}


async def test_a_declared_file_arrives_and_reads_back_the_same(volunteer: Member) -> None:
    photo = picture(400, 300)
    sent = item(attachments=[slot(photo)])
    assert await state_of(volunteer, sent) == {sha(photo): "missing"}
    assert await put(volunteer, photo) == 201
    assert await state_of(volunteer, sent) == {sha(photo): "stored"}
    answer = await volunteer.call("GET", f"/attachments/{sha(photo)}")
    assert answer.content == photo
    assert answer.headers["content-type"] == "image/jpeg"
    assert "sandbox" in answer.headers["content-security-policy"]
    again = {"If-None-Match": answer.headers["etag"]}
    unchanged = await volunteer.call("GET", f"/attachments/{sha(photo)}", headers=again)
    assert unchanged.status_code == 304


async def test_sending_a_file_again_also_at_the_same_time_stores_it_once(
    volunteer: Member, database: Database
) -> None:
    photo = picture()
    await send(volunteer, item(attachments=[slot(photo)]))
    statuses = await asyncio.gather(*[put(volunteer, photo) for _ in range(8)])
    assert sorted(statuses) == [200] * 7 + [201]
    assert await put(volunteer, photo) == 200
    c = table(Fact).c
    async with database.transaction(write=False) as tx:
        await tx.enter(volunteer.community_id)
        stored = select(c.seq).where(
            c.community_id == volunteer.community_id, c.kind == "kernel.attachment.stored"
        )
        assert len(await tx.rows(stored)) == 1


async def test_what_nobody_declared_is_not_taken(volunteer: Member) -> None:
    assert await put(volunteer, picture()) == 404


@pytest.mark.parametrize(
    ("content", "declared", "status"),
    [
        (picture(), {"size": 3}, 413),
        (picture(), {"size": 999_999}, 422),
        (picture(), {"content_type": "image/png"}, 415),
        (b"<html><script>alert(1)</script></html>", {}, 415),
        (b"\xff\xd8\xff but no picture", {}, 415),
        (b"GIF89a" + b"\0" * 50, {}, 415),
    ],
)
async def test_what_is_not_as_declared_is_refused_and_leaves_nothing(
    volunteer: Member, config: Settings, content: bytes, declared: Json, status: int
) -> None:
    await send(volunteer, item(attachments=[slot(content, **declared)]))
    assert await put(volunteer, content) == status
    folder = config.attachments_folder / str(volunteer.community_id)
    assert [path for path in folder.rglob("*") if path.is_file()] == []


async def test_content_that_is_not_the_declared_hash_is_refused(volunteer: Member) -> None:
    declared, other = picture(), picture()
    await send(volunteer, item(attachments=[slot(declared, size=len(other))]))
    assert await put(volunteer, other, name=sha(declared)) == 422


def png_bomb(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        checked = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checked)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 10_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def webp_bomb() -> bytes:
    body = b"\x10\0\0\0" + (16_382).to_bytes(3, "little") * 2
    return b"RIFF" + (30).to_bytes(4, "little") + b"WEBPVP8X" + (10).to_bytes(4, "little") + body


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (png_bomb(60_000, 60_000), "image/png"),
        (png_bomb(9_000, 9_000), "image/png"),
        (webp_bomb(), "image/webp"),
    ],
)
async def test_a_picture_that_would_explode_is_refused(
    volunteer: Member, content: bytes, content_type: str
) -> None:
    await send(volunteer, item(attachments=[slot(content, content_type)]))
    assert await put(volunteer, content) == 415


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (picture(kind="PNG"), "image/png"),
        (picture(kind="WEBP"), "image/webp"),
        (b"%PDF-1.7\n" + b"x" * 200, "application/pdf"),
        (b"\0\0\0\x1cftypM4A \0\0\0\0" + b"x" * 200, "audio/mp4"),
        (b"OggS" + b"x" * 200, "audio/ogg"),
        (b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1f\x42\x82\x84webm" + b"x" * 99, "audio/webm"),
    ],
)
async def test_every_type_that_is_taken_is_taken(
    volunteer: Member, content: bytes, content_type: str
) -> None:
    await send(volunteer, item(attachments=[slot(content, content_type)]))
    assert await put(volunteer, content) == 201


async def test_lossless_and_plain_webp_headers_tell_their_size(volunteer: Member) -> None:
    for options in ({"lossless": True}, {"lossless": False}):
        made = io.BytesIO()
        Image.new("RGB", (50, 40), "red").save(made, "WEBP", **options)
        content = made.getvalue()
        await send(volunteer, item(attachments=[slot(content, "image/webp")]))
        assert await put(volunteer, content) == 201


async def test_a_file_lies_sealed_on_the_disk(volunteer: Member, config: Settings) -> None:
    content = b"%PDF-1.7\n" + b"Grandmother Wang needs help " * 9000
    await send(volunteer, item(attachments=[slot(content, "application/pdf")]))
    assert await put(volunteer, content) == 201
    (path,) = (config.attachments_folder / str(volunteer.community_id)).rglob(sha(content))
    assert b"Grandmother" not in path.read_bytes()
    assert (await volunteer.call("GET", f"/attachments/{sha(content)}")).content == content


async def test_a_file_is_seen_only_with_an_item_that_may_be_seen(volunteer: Member) -> None:
    photo = picture()
    await send(volunteer, item("secret", attachments=[slot(photo)]))
    await put(volunteer, photo)
    address = f"/attachments/{sha(photo)}"
    assert (await volunteer.call("GET", address)).status_code == 404
    await send(volunteer, item("for all", attachments=[slot(photo)]))
    assert await put(volunteer, photo) == 201
    assert (await volunteer.call("GET", address)).status_code == 200
    volunteer.authenticator.members.clear()
    assert (await volunteer.call("GET", address)).status_code == 404


async def test_opening_a_sealed_items_file_leaves_a_trace_first(
    volunteer: Member, database: Database
) -> None:
    photo = picture()
    await send(volunteer, item(kind="sealed_note", attachments=[slot(photo)]))
    await put(volunteer, photo)
    assert (await volunteer.call("GET", f"/attachments/{sha(photo)}")).content == photo
    c = table(Fact).c
    async with database.transaction(write=False) as tx:
        await tx.enter(volunteer.community_id)
        opened = select(c.actor_id).where(
            c.community_id == volunteer.community_id, c.kind == "notes.note.opened"
        )
        assert [row["actor_id"] for row in await tx.rows(opened)] == [volunteer.account_id]


async def test_erased_items_take_their_files_with_them_unless_others_share_them(
    volunteer: Member, database: Database, config: Settings
) -> None:
    shared, own = picture(), picture()
    first = item(attachments=[slot(shared), slot(own)])
    await send(volunteer, first, item(attachments=[slot(shared)]))
    await put(volunteer, shared)
    await put(volunteer, own)
    async with database.transaction(write=True) as tx:
        await tx.enter(volunteer.community_id)
        note = await tx.row(select(table(Note).c.id).where(table(Note).c.id == first["id"]))
        await erase_attachments(tx, "note", [note["id"]])
    await do_all(database, attachment_handlers(config.attachments_folder))
    folder = config.attachments_folder / str(volunteer.community_id)
    assert [path.name for path in folder.rglob("*") if path.is_file()] == [sha(shared)]


async def test_files_without_a_row_and_stale_arrivals_are_swept_away(
    volunteer: Member, database: Database, tmp_path: Path
) -> None:
    store = Store(tmp_path)
    lost = store.place(volunteer.community_id, "ab" * 32)
    stale, fresh = store.fresh(volunteer.community_id), store.fresh(volunteer.community_id)
    for path in (lost, stale, fresh):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    os.utime(stale, (1, 1))
    async with database.transaction(write=True) as tx:
        await tx.enter(volunteer.community_id)
        assert await sweep(tx, store, volunteer.community_id) == 1
    assert [path.exists() for path in (lost, stale, fresh)] == [False, False, True]


async def test_a_slot_whose_file_never_came_expires_and_the_log_says_so(
    volunteer: Member, database: Database, tmp_path: Path
) -> None:
    came, missing = picture(), picture()
    sent = item(attachments=[slot(came), slot(missing)])
    await send(volunteer, sent)
    await put(volunteer, came)
    slots = table(AttachmentSlot)
    async with database.transaction(write=True) as tx:
        await tx.enter(volunteer.community_id)
        mine = slots.c.community_id == volunteer.community_id
        long_ago = clock.now() - KEEP_EMPTY - timedelta(days=1)
        await tx.execute(update(slots).where(mine).values(declared_at=long_ago))
        (row,) = await tx.rows(select(slots.c.item_id).where(mine).distinct())
        await attachment_handlers(tmp_path)[EXPIRE](tx, row["item_id"])
        left = await tx.rows(select(slots.c.sha256).where(mine))
    assert [each["sha256"] for each in left] == [sha(came)]


@pytest.mark.parametrize("size", [1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_a_sealed_file_opens_only_whole_and_in_its_place(tmp_path: Path, size: int) -> None:
    content, key = os.urandom(size), b"k" * 32
    path = tmp_path / "file"
    with SealedWriter(path, key, "here") as writer:
        for start in range(0, size, 1000):
            writer.write(content[start : start + 1000])
        writer.finish()
    assert b"".join(read_sealed(path, key, "here")) == content
    sealed = path.read_bytes()
    flipped = bytearray(sealed)
    flipped[size // 2 + 7] ^= 1
    for changed, where in (
        (sealed, "elsewhere"),
        (bytes(flipped), "here"),
        (sealed[:-1], "here"),
        (sealed[: 7 + CHUNK + 16] if size > CHUNK else b"", "here"),
    ):
        path.write_bytes(changed)
        with pytest.raises(BrokenSealError):
            list(read_sealed(path, key, where))
