"""Disks that are full and connections that break under a write.

The disk is full as the kernel of the machine tells it: no file may grow beyond a limit. Where it is
PostgreSQL's disk, its own server raises the condition (SQLSTATE 53100) inside the statement.
"""

import asyncio
import contextlib
import hashlib
import resource
import signal
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, text

from fixtures.notes import Note
from kernel.conftest import Member
from kernel.test_attachments import slot
from kernel.test_sync import item, send
from linli.config import Settings
from linli.kernel.attachments.models import Attachment
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

pytestmark = pytest.mark.faults
MEGABYTE = 1_000_000


@contextlib.contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Every write behind ``size`` bytes fails, in the whole process."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    assert signal.getsignal(signal.SIGXFSZ) is signal.SIG_IGN  # Python raises OSError instead
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def counted(database: Database, member: Member, model: type) -> int:
    c = table(model).c
    async with database.transaction(write=False) as tx:
        await tx.enter(member.community_id)
        mine = select(func.count()).where(c.community_id == member.community_id)
        return int(await tx.scalar(mine))


async def test_a_file_for_which_there_is_no_room_is_told_and_leaves_nothing(
    volunteer: Member, database: Database, config: Settings
) -> None:
    scan = b"%PDF-1.7\n" + bytes(15 * MEGABYTE)
    address = f"/attachments/{hashlib.sha256(scan).hexdigest()}"
    await send(volunteer, item(attachments=[slot(scan, "application/pdf")]))
    facts = await counted(database, volunteer, Fact)
    with no_file_beyond(12 * MEGABYTE):
        answer = await volunteer.call("PUT", address, content=scan)
    assert (answer.status_code, answer.json()["code"]) == (503, "storage_failed")
    assert answer.headers["retry-after"]
    assert str(config.data_folder) not in answer.text
    assert await counted(database, volunteer, Attachment) == 0
    assert await counted(database, volunteer, Fact) == facts
    folder = config.attachments_folder / str(volunteer.community_id)
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert (await volunteer.call("GET", address)).status_code == 404
    assert (await volunteer.call("PUT", address, content=scan)).status_code == 201
    assert (await volunteer.call("GET", address)).content == scan


async def write(member: Member, words: str, note_id: str | None = None) -> httpx.Response:
    body = {"id": note_id or str(new_id()), "words": words}
    return await member.call("POST", "/notes", json=body)


async def test_a_full_disk_of_the_database_is_told_and_heals(
    volunteer: Member, database: Database, postgres_owner: Database
) -> None:
    if database.on_postgres:
        await fill_disk_of(postgres_owner)
        answers = [await write(volunteer, "no room")]
        await empty_disk_of(postgres_owner)
    else:
        answers = await write_until_full(volunteer)
    kept = [answer.status_code for answer in answers].count(201)
    refused = answers[-1]
    assert (refused.status_code, refused.json()["code"]) == (503, "database_busy")
    assert refused.headers["retry-after"]
    assert await counted(database, volunteer, Note) == kept
    assert await counted(database, volunteer, Fact) == kept
    assert (await write(volunteer, "no room")).status_code == 201
    assert await counted(database, volunteer, Note) == kept + 1
    assert await counted(database, volunteer, Fact) == kept + 1


async def write_until_full(member: Member) -> list[httpx.Response]:
    with no_file_beyond(MEGABYTE):
        answers = [await write(member, "no room")]
        while answers[-1].status_code == 201 and len(answers) < 1000:
            answers.append(await write(member, "no room"))
    return answers


FILL = (
    """CREATE FUNCTION test_no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.words = 'no room' THEN RAISE EXCEPTION USING ERRCODE = '53100',
    MESSAGE = 'could not extend file'; END IF; RETURN NEW; END $$""",
    """CREATE TRIGGER test_no_room AFTER INSERT ON test_note
    FOR EACH ROW EXECUTE FUNCTION test_no_room()""",
)
EMPTY = ("DROP TRIGGER test_no_room ON test_note", "DROP FUNCTION test_no_room()")


async def fill_disk_of(owner: Database) -> None:
    async with owner.transaction(write=True) as tx:
        for statement in FILL:
            await tx.execute(text(statement))


async def empty_disk_of(owner: Database) -> None:
    async with owner.transaction(write=True) as tx:
        for statement in EMPTY:
            await tx.execute(text(statement))


WAITING = text(
    "SELECT pid FROM pg_stat_activity WHERE usename = 'linli_app' AND wait_event_type = 'Lock'"
)


async def cut_whoever_waits(owner: Database) -> None:
    async with asyncio.timeout(10):
        while True:
            async with owner.transaction(write=False) as tx:
                waiting = await tx.rows(WAITING)
            if waiting:
                break
    async with owner.transaction(write=True) as tx:
        for row in waiting:
            await tx.execute(text("SELECT pg_terminate_backend(:pid)"), row)


@pytest.mark.parametrize("held", ["test_note", "fact"])
async def test_a_connection_lost_in_the_middle_of_a_write_leaves_no_half(
    app: FastAPI, volunteer: Member, database: Database, postgres_owner: Database, held: str
) -> None:
    """Whether it breaks before the first row or between the row and its fact."""
    if not database.on_postgres:
        pytest.skip("SQLite has no connection to lose")
    assert app
    note_id, facts = str(new_id()), await counted(database, volunteer, Fact)
    async with postgres_owner.transaction(write=True) as tx:
        await tx.execute(text(f"LOCK TABLE {held} IN EXCLUSIVE MODE"))
        writing = asyncio.create_task(write(volunteer, "cut", note_id))
        await cut_whoever_waits(postgres_owner)
        answer = await writing
    assert (answer.status_code, answer.json()["code"]) == (503, "database_busy")
    assert await counted(database, volunteer, Note) == 0
    assert await counted(database, volunteer, Fact) == facts
    async with asyncio.timeout(20):
        while (await write(volunteer, "cut", note_id)).status_code == 503:
            await asyncio.sleep(0)
    assert (await write(volunteer, "cut", note_id)).status_code == 200
    assert await counted(database, volunteer, Note) == 1
    assert await counted(database, volunteer, Fact) == facts + 1
