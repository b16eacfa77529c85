"""An import of ten thousand rows: followed while it is written, and given up without a trace."""

import asyncio
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import update

from conftest import KEYRING
from factories.clock import Clock
from factories.community import make_community
from factories.community_client import client_as
from factories.identity import actor, serving
from factories.roster_import import apply, count, csv, planned
from linli.community.actions.roster.apply import apply_import
from linli.community.actions.roster.applying import applying
from linli.community.actions.roster.bring_in import bring_in
from linli.community.models import Building, Household, Owner, RosterImport
from linli.community.public import HANDLERS
from linli.community.queries.roster_course import Course
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.problems import Problem
from linli.kernel.work.worker import do_all

TEN_THOUSAND = csv(
    *(
        f"{number}栋,1单元,{floor}{door:02},89.50,业主{number}之{floor}{door:02},"
        f"199{number:02}{floor:03}{door:03},自住,"
        for number in range(1, 11)
        for floor in range(1, 51)
        for door in range(1, 21)
    )
)
INTERRUPTED = """
import os, signal
from linli.cli import app_for
from linli.commands import import_

show = import_._Steps.show

def interrupt(self, step, done, total):
    show(self, step, done, total)
    if step == "{step}" and done > 0:
        os.kill(os.getpid(), signal.SIGINT)

import_._Steps.show = interrupt
app_for(["import"])(["import", "{file}", "--community", "{community}", "--apply"])
"""
ONE = csv("1栋,1单元,101,89.50,张小明,19900000001,自住,")


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


@pytest.fixture
def hands() -> Iterator[Clock]:
    mine = Clock()
    clock.set_clock(mine)
    yield mine
    clock.set_clock(None)


async def until(client: httpx.AsyncClient, import_id: str, status: str) -> dict[str, Any]:
    """Look again and again; other requests go on in between."""
    async with asyncio.timeout(60):
        while True:
            seen: dict[str, Any] = (await client.get(f"roster-imports/{import_id}")).json()
            if seen["status"] == status:
                return seen


async def nothing_was_written(database: Database, community_id: UUID) -> bool:
    counts = [await count(database, community_id, each) for each in (Building, Household, Owner)]
    return counts == [0, 0, 0]


async def test_it_says_applying_and_how_far_it_is(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, TEN_THOUSAND)
        writing = asyncio.create_task(apply(client, plan["id"]))
        seen = [await until(client, plan["id"], "applying")]
        while seen[-1]["status"] == "applying":
            seen.append((await client.get(f"roster-imports/{plan['id']}")).json())
        applied = await writing
    progress = [each["progress"]["done"] for each in seen[:-1]]
    assert progress == sorted(progress)
    assert len(set(progress)) > 2
    assert all(each["progress"]["done"] <= each["progress"]["total"] for each in seen)
    assert (seen[-1]["status"], applied.json()["status"]) == ("applied", "applied")
    assert await count(database, community_id, Household) == 10_000


async def test_given_up_while_it_is_written_it_leaves_nothing_behind(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, TEN_THOUSAND)
        writing = asyncio.create_task(apply(client, plan["id"]))
        await until(client, plan["id"], "applying")
        given_up = await client.post(f"roster-imports/{plan['id']}/cancellation", json={})
        refused = await writing
        after = (await client.get(f"roster-imports/{plan['id']}")).json()
    assert (given_up.status_code, after["status"]) == (200, "cancelled")
    assert (refused.status_code, refused.json()["code"]) == (409, "import_stopped")
    assert await nothing_was_written(database, community_id)


async def test_one_that_failed_while_it_was_written_can_be_applied_again(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    admin = actor(community_id, "community_admin")

    class FullDiskError(Exception):
        pass

    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, ONE)
        import_id = UUID(plan["id"])

        async def fail() -> None:
            async with (
                applying(database, admin, import_id, plan["version"]) as prepared,
                database.transaction(write=True) as tx,
            ):
                await tx.enter(community_id)
                await apply_import(tx, admin, import_id, prepared)
                raise FullDiskError

        with pytest.raises(FullDiskError):
            await fail()
        assert await nothing_was_written(database, community_id)
        assert (await apply(client, plan["id"])).json()["status"] == "applied"


async def test_one_whose_process_died_is_freed_by_the_worker(
    app: FastAPI, database: Database, hands: Clock
) -> None:
    community_id = await make_community(database)
    admin = actor(community_id, "community_admin")
    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, ONE)
        import_id = UUID(plan["id"])
        claimed = applying(database, admin, import_id, plan["version"])
        await claimed.__aenter__()  # the process is gone before it could leave
        busy = await apply(client, plan["id"])
        hands.pass_by(minutes=2)
        await do_all(database, HANDLERS)
        applied = await apply(client, plan["id"])
        await claimed.__aexit__(asyncio.CancelledError, asyncio.CancelledError(), None)
    assert (busy.status_code, busy.json()["code"]) == (409, "import_being_applied")
    assert applied.json()["status"] == "applied"


async def test_another_process_that_gives_it_up_is_noticed_at_the_end_at_the_latest(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    admin = actor(community_id, "community_admin")
    imports = table(RosterImport)

    async def apply_given_up(import_id: UUID) -> None:
        async with applying(database, admin, import_id, plan["version"]) as prepared:
            async with database.transaction(write=True) as tx:
                await tx.enter(community_id)
                gone = update(imports).where(imports.c.id == import_id)
                await tx.execute(gone.values(status="cancelled"))
            async with database.transaction(write=True) as tx:
                await tx.enter(community_id)
                await apply_import(tx, admin, import_id, prepared)

    async with client_as(app, community_id, "community_admin") as client:
        plan = await planned(client, ONE)
        with pytest.raises(Problem) as refused:
            await apply_given_up(UUID(plan["id"]))
    assert refused.value.code == "import_stopped"
    assert await nothing_was_written(database, community_id)


async def test_stopped_from_the_command_line_half_way_nothing_is_written(
    database: Database,
) -> None:
    community_id = await make_community(database)
    course = Course()

    def steps(name: str, done: int, _total: int) -> None:
        course.stopped = name == "writing" and done > 5_000

    with pytest.raises(Problem) as refused:
        await bring_in(
            database, community_id, "a.csv", TEN_THOUSAND, steps, apply=True, course=course
        )
    assert refused.value.code == "import_stopped"
    assert course.done > 5_000
    assert await nothing_was_written(database, community_id)


@pytest.mark.parametrize("step", ["planning", "writing"])
async def test_ctrl_c_says_that_nothing_was_written(
    database: Database,
    database_url: str,
    tmp_path: Path,
    step: str,
) -> None:
    community_id = await make_community(database)
    (tmp_path / "roster.csv").write_bytes(TEN_THOUSAND)
    (tmp_path / "key").write_text(KEYRING._master.hex())
    (tmp_path / "interrupted.py").write_text(
        INTERRUPTED.format(step=step, file=tmp_path / "roster.csv", community=community_id)
    )
    environment = {
        **os.environ,
        "LINLI_DATABASE_URL": database_url,
        "LINLI_MASTER_KEY_FILE": str(tmp_path / "key"),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(tmp_path / "interrupted.py"),
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await process.communicate()
    assert process.returncode == 1, output.decode()
    assert b"Stopped" in output
    assert await nothing_was_written(database, community_id)
