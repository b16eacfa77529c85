"""Who knows the hash of a file has not the file: a slot is filled by sending the bytes for it."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from conftest import KEYRING, ROOT
from fixtures.community import MOMENT, new_community
from kernel.conftest import Member
from kernel.test_attachments import picture, put, sha, slot, state_of
from kernel.test_migrations import Make
from kernel.test_sync import item, send
from linli.config import Settings
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.attachments.erase import erase_attachments
from linli.kernel.attachments.filling import slots_to_fill
from linli.kernel.attachments.models import Attachment, AttachmentSlot
from linli.kernel.attachments.slots import Slot
from linli.kernel.attachments.sweep import attachment_handlers
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate, unmigrate
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id
from linli.kernel.work.worker import do_all

FOLDER = ROOT / "migrations"


async def read(member: Member, content: bytes) -> int:
    return (await member.call("GET", f"/attachments/{sha(content)}")).status_code


async def files_on_disk(member: Member, config: Settings) -> list[str]:
    folder = config.attachments_folder / str(member.community_id)
    return [path.name for path in folder.rglob("*") if path.is_file()]


async def test_naming_the_hash_of_anothers_file_shows_nothing_until_its_bytes_are_sent(
    volunteer: Member,
) -> None:
    photo, curious = picture(), volunteer.neighbour("volunteer")
    await send(volunteer, item("secret", kind="sealed_note", attachments=[slot(photo)]))
    assert await put(volunteer, photo) == 201
    named = item("my own", attachments=[slot(photo)])
    assert await state_of(curious, named) == {sha(photo): "missing"}
    assert await put(curious, b"", name=sha(photo)) == 422
    assert await put(curious, picture(), name=sha(photo)) in {413, 422}
    assert await put(volunteer, photo) == 200
    assert await read(curious, photo) == 404
    assert await put(curious, photo) == 201
    assert await state_of(curious, named) == {sha(photo): "stored"}
    assert await read(curious, photo) == 200


async def test_a_hash_that_is_named_before_its_file_came_is_not_filled_with_it(
    volunteer: Member, database: Database
) -> None:
    photo, curious = picture(), volunteer.neighbour("volunteer")
    mine = item("secret", attachments=[slot(photo)])
    await send(volunteer, mine)
    await send(curious, item("my own", attachments=[slot(photo)]))
    assert await put(volunteer, photo) == 201
    assert await read(curious, photo) == 404
    c = table(Fact).c
    async with database.transaction(write=False) as tx:
        await tx.enter(volunteer.community_id)
        stored = select(c.subject_id).where(
            c.community_id == volunteer.community_id, c.kind == "kernel.attachment.stored"
        )
        assert [str(row["subject_id"]) for row in await tx.rows(stored)] == [mine["id"]]


async def test_one_sending_fills_all_that_the_sender_declared(volunteer: Member) -> None:
    photo = picture()
    first, second = item(attachments=[slot(photo)]), item(attachments=[slot(photo)])
    await send(volunteer, first, second)
    assert await put(volunteer, photo) == 201
    for sent in (first, second):
        assert await state_of(volunteer, sent) == {sha(photo): "stored"}


async def test_who_declared_nothing_sends_for_whoever_declared_first(volunteer: Member) -> None:
    """As a phone does that was handed another's records."""
    photo = picture()
    curious, helping = volunteer.neighbour("volunteer"), volunteer.neighbour("volunteer")
    mine, named = (item(attachments=[slot(photo)]) for _ in range(2))
    await send(volunteer, mine)
    await send(curious, named)
    assert await put(helping, photo) == 201
    assert await put(helping, b"", name=sha(photo)) == 422
    assert await state_of(volunteer, mine) == {sha(photo): "stored"}
    assert await state_of(curious, named) == {sha(photo): "missing"}


def test_slots_are_filled_for_their_own_account_or_the_first() -> None:
    first, other = new_id(), new_id()
    declared = [
        {"declared_by": who, "size": size, "content_type": "image/png", "filled_at": filled}
        for who, size, filled in ((first, 1, MOMENT), (other, 2, None), (other, 3, MOMENT))
    ]
    again, own, handed_over = (slots_to_fill(declared, who) for who in (first, other, new_id()))
    assert (again.declared_by, again.sizes, again.done) == (first, {1}, True)
    assert (own.declared_by, own.sizes, own.done) == (other, {2, 3}, False)
    assert (handed_over.declared_by, handed_over.sizes, handed_over.done) == (first, {1}, False)


async def test_a_hash_that_somebody_named_keeps_no_erased_file(
    volunteer: Member, database: Database, config: Settings
) -> None:
    photo, curious = picture(), volunteer.neighbour("volunteer")
    mine = item("secret", attachments=[slot(photo)])
    await send(volunteer, mine)
    await put(volunteer, photo)
    named = item("my own", attachments=[slot(photo)])
    await send(curious, named)
    await erase(database, volunteer, mine["id"])
    await do_all(database, attachment_handlers(config.attachments_folder))
    assert await files_on_disk(volunteer, config) == []
    assert await state_of(curious, named) == {sha(photo): "missing"}
    assert await put(curious, photo) == 201
    assert await read(curious, photo) == 200


async def erase(database: Database, member: Member, note_id: str) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(member.community_id)
        c = table(AttachmentSlot).c
        named = select(c.item_id).where(c.community_id == tx.community, c.item_kind == "note")
        ids = [row["item_id"] for row in await tx.rows(named) if str(row["item_id"]) == note_id]
        await erase_attachments(tx, "note", ids)


async def test_files_that_are_sent_while_others_are_erased_are_there_or_are_told_missing(
    volunteer: Member, database: Database, config: Settings
) -> None:
    photo = picture()
    others = [volunteer.neighbour("volunteer") for _ in range(4)]
    mine = item(attachments=[slot(photo)])
    theirs = [item(attachments=[slot(photo)]) for _ in others]
    await send(volunteer, mine)
    await put(volunteer, photo)
    for other, named in zip(others, theirs, strict=True):
        await send(other, named)
    await asyncio.gather(
        *[put(other, photo) for other in others], erase(database, volunteer, mine["id"])
    )
    await do_all(database, attachment_handlers(config.attachments_folder))
    for other, named in zip(others, theirs, strict=True):
        assert await state_of(other, named) == {sha(photo): "stored"}
        assert await read(other, photo) == 200
    assert await files_on_disk(volunteer, config) == [sha(photo)]


async def test_a_file_whose_record_was_erased_while_it_was_sent_is_not_kept(
    volunteer: Member, database: Database, config: Settings
) -> None:
    photo = picture()
    mine = item(attachments=[slot(photo)])
    await send(volunteer, mine)

    async def slowly() -> object:
        yield photo[:100]
        await erase(database, volunteer, mine["id"])
        yield photo[100:]

    answer = await volunteer.call("PUT", f"/attachments/{sha(photo)}", content=slowly())
    assert answer.status_code == 404
    assert await files_on_disk(volunteer, config) == []


async def test_files_of_a_kind_that_has_no_table_are_refused(
    volunteer: Member, database: Database
) -> None:
    actor = Actor(volunteer.account_id, volunteer.community_id, ())
    declared = {new_id(): [Slot(sha256="a" * 64, size=1, content_type="image/png")]}
    async with database.transaction(write=True) as tx:
        await tx.enter(volunteer.community_id)
        with pytest.raises(LookupError, match="nonsense"):
            await declare_slots(tx, actor, "nonsense", declared)


async def test_slots_of_before_are_filled_unless_somebody_else_named_a_file_that_was_here(
    empty_database: Make,
) -> None:
    owner, _ = empty_database()
    database = open_database(owner, KEYRING)
    await migrate(database.writer, FOLDER)
    community_id, sender, other = await new_community(database), new_id(), new_id()
    later, waiting = MOMENT + timedelta(days=1), "b" * 64
    slots = [
        (sender, MOMENT, "a" * 64, True),
        (other, MOMENT, "a" * 64, True),
        (sender, later, "a" * 64, True),
        (other, later, "a" * 64, False),
        (sender, MOMENT, waiting, False),
    ]
    about = {"community_id": community_id, "size": 1, "content_type": "image/png"}
    named = {new_id(): each for each in slots}
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        file = {**about, "sha256": "a" * 64, "stored_by": sender, "stored_at": MOMENT}
        await tx.execute(insert(table(Attachment)), [file])
        rows = [
            {**about, "item_id": item_id, "item_kind": "note", "sha256": name}
            | {"declared_by": who, "declared_at": at}
            for item_id, (who, at, name, _) in named.items()
        ]
        await tx.execute(insert(table(AttachmentSlot)), rows)
    await unmigrate(database.writer, FOLDER, "struck_pauses")
    await migrate(database.writer, FOLDER)
    c = table(AttachmentSlot).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        found = {
            row["item_id"]: row["filled_at"]
            for row in await tx.rows(select(c.item_id, c.filled_at))
        }
    assert found == {item_id: MOMENT if filled else None for item_id, (*_, filled) in named.items()}
    await database.close()
