"""Roster imports when processes die or plans outlive what they were made for."""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from conftest import KEYRING
from factories.community import make_community
from factories.identity import actor
from factories.roster_import import ROSTER, csv
from linli.community.actions.roster.apply import apply_import, prepare_import
from linli.community.actions.roster.cancel import cancel_import
from linli.community.actions.roster.plan import plan_in_background
from linli.community.actions.roster.receive import read_roster, receive_roster
from linli.community.models import Building, Household, Owner, Ownership, Resident, Stairwell
from linli.community.public import HANDLERS
from linli.community.queries.roster_imports import page_plan_rows, read_import
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.http.pages import PageAsked
from linli.kernel.ids import new_id
from linli.kernel.work.worker import do_all

ONE = "1栋,1单元,101,89.50,张小明,19900000001,自住,"
DIES_HALF_WAY = """
import asyncio, os, sys
from uuid import UUID
from linli.community.actions.roster import write_plan
from linli.community.actions.roster.apply import apply_import, prepare_import
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.database import open_database
from linli.kernel.keyring import Keyring

url, key, community, import_id = sys.argv[1:]

async def die(*_args):
    os._exit(9)

write_plan.write_people = die

async def main():
    database = open_database(url, Keyring(bytes.fromhex(key)))
    who = Actor(UUID(community), UUID(community), (Grant("community_admin", Scope.COMMUNITY),))
    prepared = await prepare_import(database, who, UUID(import_id))
    async with database.transaction(write=True) as tx:
        await tx.enter(UUID(community))
        await apply_import(tx, who, UUID(import_id), prepared)

asyncio.run(main())
"""


async def receive(database: Database, community_id: UUID, content: bytes) -> UUID:
    """An import whose plan nobody has begun to make."""
    import_id = new_id()
    roster = await read_roster(import_id, "roster", content)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await receive_roster(tx, actor(community_id, "community_admin"), roster)
    return import_id


async def imported(database: Database, community_id: UUID, import_id: UUID) -> Row:
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        return await read_import(tx, actor(community_id, "community_admin"), import_id)


async def counts(database: Database, community_id: UUID) -> list[int]:
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        return [
            await tx.scalar(select(func.count()).where(table(model).c.community_id == community_id))
            for model in (Building, Stairwell, Household, Owner, Ownership, Resident)
        ]


async def test_a_process_that_dies_while_applying_leaves_nothing_behind(
    database: Database, database_url: str
) -> None:
    community_id = await make_community(database)
    import_id = await receive(database, community_id, ROSTER)
    await plan_in_background(database, community_id, import_id)
    key = KEYRING._master.hex()
    arguments = [database_url, key, str(community_id), str(import_id)]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", DIES_HALF_WAY, *arguments, cwd=Path(__file__).parents[2]
    )
    assert await process.wait() == 9
    assert await counts(database, community_id) == [0] * 6
    assert (await imported(database, community_id, import_id))["status"] == "planned"
    await apply(database, community_id, import_id)
    assert (await counts(database, community_id))[2] == 1012


async def apply(database: Database, community_id: UUID, import_id: UUID) -> None:
    who = actor(community_id, "community_admin")
    prepared = await prepare_import(database, who, import_id)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await apply_import(tx, who, import_id, prepared)


async def test_a_plan_that_a_dead_process_owed_is_made_by_the_worker(database: Database) -> None:
    community_id = await make_community(database)
    import_id = await receive(database, community_id, ROSTER)
    assert (await imported(database, community_id, import_id))["status"] == "planning"
    later = clock.now() + timedelta(minutes=2)
    clock.set_clock(lambda: later)
    try:
        await do_all(database, HANDLERS)
    finally:
        clock.set_clock(None)
    found = await imported(database, community_id, import_id)
    assert (found["status"], found["summary"]["create"]) == ("planned", 1012)


async def test_a_plan_made_for_a_cancelled_import_is_dropped(database: Database) -> None:
    community_id = await make_community(database)
    import_id = await receive(database, community_id, ROSTER)
    planning = asyncio.create_task(plan_in_background(database, community_id, import_id))
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await cancel_import(tx, actor(community_id, "community_admin"), import_id)
    await planning
    found = await imported(database, community_id, import_id)
    assert (found["status"], found["summary"]) == ("cancelled", {})


async def test_rows_of_an_applied_import_are_erased_after_a_month(database: Database) -> None:
    community_id = await make_community(database)
    import_id = await receive(database, community_id, csv(ONE))
    await plan_in_background(database, community_id, import_id)
    await apply(database, community_id, import_id)
    before = await imported(database, community_id, import_id)
    later = clock.now() + timedelta(days=31)
    clock.set_clock(lambda: later)
    try:
        await do_all(database, HANDLERS)
    finally:
        clock.set_clock(None)
    after = await imported(database, community_id, import_id)
    assert (after["status"], after["summary"]) == ("applied", before["summary"])
    assert (await counts(database, community_id))[2] == 1


@pytest.mark.parametrize("number", [0, 1, 199, 200, 201, 400])
async def test_every_row_of_a_plan_is_listed_once_whatever_its_number(
    database: Database, number: int
) -> None:
    community_id = await make_community(database)
    doors = [f"{floor}{door:02}" for floor in range(1, 51) for door in range(1, 9)][:number]
    content = csv(*(f"1栋,1单元,{door},80,王{at},,," for at, door in enumerate(doors)))
    import_id = await receive(database, community_id, content)
    await plan_in_background(database, community_id, import_id)
    found = await imported(database, community_id, import_id)
    assert found["progress"] == {"done": number + 1, "total": number + 1}
    listed: list[str] = []
    page = PageAsked(70, None)
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        who = actor(community_id, "community_admin")
        while True:
            part = await page_plan_rows(tx, who, import_id, "create", page)
            listed += [row["household_code"] for row in part["items"]]
            page = PageAsked(70, part["next"])
            if part["next"] is None:
                break
    assert sorted(listed) == sorted(f"1-1-{door}" for door in doors)
