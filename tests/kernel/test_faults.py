"""Processes are killed, clients hang up, disks are held: what was acknowledged stays."""

import asyncio
import contextlib
import json
import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, text

from conftest import MASTER_KEY, ROOT
from fixtures.community import MOMENT, new_community
from fixtures.notes import Json, Note
from fixtures.notes_server import write_one
from kernel.conftest import Member
from linli.kernel.db import database as database_module
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact, FactHead
from linli.kernel.facts.proofs import regrow
from linli.kernel.ids import new_id
from linli.kernel.work.models import DueWork
from linli.kernel.work.schedule import schedule
from linli.kernel.work.worker import do_all, do_one

pytestmark = pytest.mark.faults


@dataclass
class NotesProcess:
    """A server process on loopback that can be killed and started again."""

    environment: dict[str, str]
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "fixtures.notes_server"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
        )
        async with asyncio.timeout(30), httpx.AsyncClient() as client:
            while True:
                with contextlib.suppress(httpx.TransportError):
                    if (await client.get(f"{self.url}/readyz")).status_code == 200:
                        return
                assert self.process.poll() is None
                await asyncio.sleep(0.05)

    def end(self, how: signal.Signals) -> None:
        assert self.process is not None
        self.process.send_signal(how)
        self.process.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def environment(database_url: str, tmp_path: Path) -> dict[str, str]:
    (tmp_path / "master.key").write_text(MASTER_KEY.hex())
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT / "tests"),
        "LINLI_DATABASE_URL": database_url,
        "LINLI_DATA_FOLDER": str(tmp_path),
        "LINLI_WORKER_IN_PROCESS": "false",
    }


@pytest.fixture
async def server(environment: dict[str, str]) -> AsyncIterator[NotesProcess]:
    port = free_port()
    made = NotesProcess({**environment, "LINLI_PORT": str(port)}, port)
    await made.start()
    yield made
    if made.process is not None and made.process.poll() is None:
        made.end(signal.SIGTERM)


@dataclass
class Writer:
    """Writes note after note; remembers what was acknowledged."""

    url: str
    acknowledged: list[str] = field(default_factory=list)

    async def write(self) -> None:
        headers = {"X-Account": str(new_id())}
        async with httpx.AsyncClient(headers=headers, timeout=10) as client:
            with contextlib.suppress(httpx.TransportError):
                while True:
                    body = {"id": str(new_id()), "words": "under load"}
                    answer = await client.post(f"{self.url}/notes", json=body)
                    if answer.status_code == 201:
                        self.acknowledged.append(body["id"])


async def test_a_server_killed_under_load_loses_no_acknowledged_write(
    server: NotesProcess, database: Database
) -> None:
    community_id = await new_community(database)
    writers: list[Writer] = []
    for _ in range(3):
        crew = [Writer(f"{server.url}/api/v1/communities/{community_id}") for _ in range(6)]
        work = [asyncio.create_task(each.write()) for each in crew]
        enough = 20 + secrets.randbelow(100)
        async with asyncio.timeout(60):
            while sum(len(each.acknowledged) for each in crew) < enough:
                await asyncio.sleep(0.005)
        server.end(signal.SIGKILL)
        await asyncio.gather(*work)
        writers += crew
        await server.start()
    await assert_whole(database, community_id, {n for each in writers for n in each.acknowledged})


async def assert_whole(database: Database, community_id: UUID, acknowledged: set[str]) -> None:
    """Everything acknowledged is there, each note with its fact, the log unbroken."""
    notes, facts, heads = table(Note).c, table(Fact).c, table(FactHead).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        mine = select(notes.id).where(notes.community_id == community_id)
        stored = {str(row["id"]) for row in await tx.rows(mine)}
        about = select(facts.subject_id).where(facts.community_id == community_id)
        recorded = [str(row["subject_id"]) for row in await tx.rows(about)]
        head = await tx.row(
            select(heads.size, heads.frontier).where(heads.community_id == community_id)
        )
        grown = await regrow(tx, 0, head["size"])
    assert acknowledged <= stored
    assert sorted(recorded) == sorted(stored)
    assert (head["size"], head["frontier"]) == (len(stored), grown.packed)


def hang_up(port: int, request: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(request)


def half_requests(community_id: UUID) -> list[bytes]:
    """Requests that stop: in the body, in a chunk, before the answer is read."""
    path = f"/api/v1/communities/{community_id}"
    who = f"Host: localhost\r\nX-Account: {new_id()}\r\nContent-Type: application/json\r\n"
    body = json.dumps({"id": str(new_id()), "words": "half"})
    length = f"Content-Length: {len(body)}\r\n\r\n"
    chunked = "Transfer-Encoding: chunked\r\n\r\n"
    return [
        f"POST {path}/notes HTTP/1.1\r\n{who}{length}{body[:20]}".encode(),
        f"POST {path}/notes/counting HTTP/1.1\r\nIdempotency-Key: k\r\n{who}{length}{{".encode(),
        f'POST {path}/sync HTTP/1.1\r\n{who}{chunked}10\r\n{{"a'.encode(),
        f"PUT {path}/attachments/{'ab' * 32} HTTP/1.1\r\n{who}{length}x".encode(),
        f"GET {path}/notes HTTP/1.1\r\n{who}\r\n".encode(),
        f"POST {path}/notes HTTP/1.1\r\n{who}{length}{body}".encode(),
    ]


async def test_a_hundred_clients_that_hang_up_leave_nothing_open(
    server: NotesProcess, database: Database
) -> None:
    community_id = await new_community(database)
    for _ in range(20):
        for request in half_requests(community_id):
            await asyncio.to_thread(hang_up, server.port, request)
    assert server.process is not None
    assert server.process.poll() is None
    async with asyncio.timeout(10):
        while await open_transactions(database):
            await asyncio.sleep(0.05)
    async with httpx.AsyncClient(headers={"X-Account": str(new_id())}) as client:
        body = {"id": str(new_id()), "words": "after all"}
        base = f"{server.url}/api/v1/communities/{community_id}"
        answers = await asyncio.gather(
            *[client.post(f"{base}/notes", json=body) for _ in range(30)]
        )
        assert sorted(each.status_code for each in answers) == [200] * 29 + [201]


async def test_clients_that_dawdle_over_a_body_hold_nobody_up(
    server: NotesProcess, database: Database
) -> None:
    community_id = await new_community(database)
    with contextlib.ExitStack() as dawdling:
        for request in half_requests(community_id)[:4]:
            half = socket.create_connection(("127.0.0.1", server.port))
            dawdling.enter_context(half).sendall(request)
        headers = {"X-Account": str(new_id())}
        async with httpx.AsyncClient(headers=headers, timeout=5) as client:
            for _ in range(5):
                body = {"id": str(new_id()), "words": "meanwhile"}
                base = f"{server.url}/api/v1/communities/{community_id}"
                assert (await client.post(f"{base}/notes", json=body)).status_code == 201
        assert await open_transactions(database) == 0


async def open_transactions(database: Database) -> int:
    """How many transactions other processes hold open."""
    if not database.on_postgres:
        with contextlib.closing(sqlite3.connect(database.address, timeout=0)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                return 1
            return 0
    held = text(
        "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' "
        "AND datname = current_database() AND pid <> pg_backend_pid()"
    )
    async with database.transaction(write=False) as tx:
        return int(await tx.scalar(held))


async def due_note(database: Database) -> UUID:
    community_id = await new_community(database)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await schedule(tx, "note", new_id(), MOMENT)
    return community_id


async def written(database: Database, community_id: UUID) -> int:
    c = table(Note).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        count = select(func.count()).where(c.community_id == community_id)
        return int(await tx.scalar(count))


async def test_a_worker_killed_half_way_has_done_nothing_and_the_next_does_it_once(
    database: Database, environment: dict[str, str]
) -> None:
    community_id = await due_note(database)
    worker = subprocess.Popen(
        [sys.executable, "-m", "fixtures.notes_server", "work"],
        env=environment,
        stdout=subprocess.PIPE,
    )
    assert worker.stdout is not None
    assert await asyncio.to_thread(worker.stdout.readline) == b"half done\n"
    assert await written(database, community_id) == 0
    worker.kill()
    worker.communicate(timeout=20)
    async with asyncio.timeout(20):
        while not await do_one(database, {"note": write_one}):
            await asyncio.sleep(0.05)
    assert await written(database, community_id) == 1
    assert await do_all(database, {"note": write_one}) == 0


async def test_many_workers_do_each_piece_once(database: Database) -> None:
    communities = [await due_note(database) for _ in range(12)]
    done = await asyncio.gather(*[do_all(database, {"note": write_one}) for _ in range(5)])
    assert sum(done) >= 12
    assert [await written(database, each) for each in communities] == [1] * 12


async def test_work_that_fails_is_undone_and_tried_again_later(database: Database) -> None:
    community_id = await due_note(database)

    async def fail(tx: object, subject_id: UUID) -> None:
        await write_one(tx, subject_id)
        raise ZeroDivisionError("13800000000")

    await do_all(database, {"note": fail})
    assert await written(database, community_id) == 0
    c = table(DueWork).c
    async with database.transaction(write=False) as tx:
        row = await tx.row(select(table(DueWork)).where(c.community_id == community_id))
    assert (row["attempts"], row["last_error"]) == (1, "ZeroDivisionError")
    assert row["due_at"] > MOMENT


HOLD = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
other.execute("COMMIT")
"""


@contextlib.contextmanager
def held_elsewhere(path: str) -> Iterator[Callable[[], None]]:
    """Another process holds the write lock until it is told to let go."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    try:
        yield lambda: holder.communicate(b"go\n", timeout=10) and None
    finally:
        holder.kill()
        holder.communicate()


def note() -> Json:
    return {"id": str(new_id()), "words": "patient"}


@pytest.fixture
def sqlite_path(database: Database) -> str:
    if database.on_postgres:
        pytest.skip("PostgreSQL has no single writer")
    return database.address


async def test_a_write_waits_for_another_process_and_reads_do_not(
    volunteer: Member, sqlite_path: str
) -> None:
    with held_elsewhere(sqlite_path) as let_go:
        writing = asyncio.create_task(volunteer.call("POST", "/notes", json=note()))
        for _ in range(5):
            assert (await volunteer.call("GET", "/notes")).status_code == 200
        assert not writing.done()
        await asyncio.to_thread(let_go)
        assert (await writing).status_code == 201


async def test_a_write_that_waited_too_long_is_told_to_come_again(
    volunteer: Member, sqlite_path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.1)
    with held_elsewhere(sqlite_path):
        started = time.monotonic()
        answer = await volunteer.call("POST", "/notes", json=note())
        assert (answer.status_code, answer.json()["code"]) == (503, "database_busy")
        assert answer.headers["retry-after"]
        assert time.monotonic() - started < 5
    assert (await volunteer.call("POST", "/notes", json=note())).status_code == 201


async def test_a_full_disk_is_told_and_keeps_nothing_half_done(
    app: FastAPI, volunteer: Member, database: Database, sqlite_path: str
) -> None:
    """A page limit is SQLite's own way of running out of disk."""
    assert sqlite_path
    await volunteer.call("POST", "/notes", json=note())
    await limit_pages(app, 1)  # SQLite takes it for "what is used now"
    statuses = [201]
    while statuses[-1] == 201 and len(statuses) < 500:
        answer = await volunteer.call("POST", "/notes", json=note())
        statuses.append(answer.status_code)
    assert (statuses[-1], answer.json()["code"]) == (503, "database_busy")
    assert (await volunteer.call("GET", "/notes")).status_code == 200
    await limit_pages(app, 1_000_000)
    assert (await volunteer.call("POST", "/notes", json=note())).status_code == 201
    assert await written(database, volunteer.community_id) == statuses.count(201) + 1


async def limit_pages(app: FastAPI, pages: int) -> None:
    async with app.state.database.transaction(write=True) as tx:
        await tx.execute(text(f"PRAGMA max_page_count = {pages}"))


async def test_a_lost_database_connection_is_told_as_busy_and_heals(
    volunteer: Member, database: Database, postgres_owner: Database
) -> None:
    if not database.on_postgres:
        pytest.skip("SQLite has no connection to lose")
    assert (await volunteer.call("POST", "/notes", json=note())).status_code == 201
    cut = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE usename = 'linli_app' AND pid <> pg_backend_pid()"
    )
    async with postgres_owner.transaction(write=True) as tx:
        await tx.execute(cut)
    await database.writer.dispose()  # the tests' own connections were cut, too
    statuses = set()
    async with asyncio.timeout(20):
        while 201 not in statuses:
            statuses.add((await volunteer.call("POST", "/notes", json=note())).status_code)
            await volunteer.call("GET", "/notes")
    assert statuses <= {201, 503}
