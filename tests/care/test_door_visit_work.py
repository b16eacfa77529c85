"""What the worker does for doors, on both databases."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from factories.care_canvass import MORNING, Scene, door_row, log, make_scene
from linli.care.public import HANDLERS
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.work.models import DueWork
from linli.kernel.work.worker import do_all

NOW = MORNING + timedelta(hours=1)
EVENING = datetime(2026, 11, 2, 10, 30, tzinfo=MORNING.tzinfo)  # 18:30 in Wuhan


@pytest.fixture(autouse=True)
def morning() -> Iterator[None]:
    """It is 10:30 on the second day of the canvass."""
    clock.set_clock(lambda: NOW)
    yield
    clock.set_clock(None)


async def work_at(database: Database, scene: Scene, moment: datetime) -> list[str]:
    """Let the worker do everything due at a moment; the doors' facts so far, without visits."""
    clock.set_clock(lambda: moment)
    await do_all(database, HANDLERS)
    rows = table(Fact)
    asks = (
        select(rows.c.kind)
        .where(rows.c.community_id == scene.community_id)
        .where(rows.c.subject_kind == "canvass_door")
        .order_by(rows.c.seq)
    )
    async with database.transaction(write=False) as tx:
        await tx.enter(scene.community_id)
        return [row["kind"].removeprefix("care.canvass_door.") for row in await tx.rows(asks)]


async def waiting(database: Database, scene: Scene) -> list[dict[str, Any]]:
    rows = table(DueWork)
    asks = select(rows.c.kind, rows.c.due_at).where(rows.c.community_id == scene.community_id)
    async with database.transaction(write=False) as tx:
        return await tx.rows(asks)


async def test_a_door_comes_due_at_its_time_and_is_missed_a_week_later(database: Database) -> None:
    scene = await make_scene(database)
    await log(database, scene, scene.visit())
    assert await work_at(database, scene, EVENING - timedelta(seconds=1)) == []
    assert await work_at(database, scene, EVENING) == ["due"]
    assert await work_at(database, scene, EVENING + timedelta(days=6)) == ["due"]
    week = EVENING + timedelta(days=7)
    assert await work_at(database, scene, week) == ["due", "missed"]
    assert await work_at(database, scene, week + timedelta(days=2)) == ["due", "missed"]
    assert await waiting(database, scene) == []


async def test_a_visit_in_the_meantime_moves_the_time_or_takes_it_away(database: Database) -> None:
    scene = await make_scene(database)
    await log(database, scene, scene.visit(0), scene.visit(1))
    asked = EVENING + timedelta(days=3)
    again = scene.visit(0, happened_at=NOW, outcome="ask_again", next_at=asked)
    talked = scene.visit(1, happened_at=NOW, outcome="talked")
    await log(database, scene, again, talked)
    assert await work_at(database, scene, EVENING + timedelta(days=1)) == []
    assert await work_at(database, scene, asked) == ["due"]


async def test_the_lead_is_reminded_of_an_escalated_door_until_something_happens_there(
    database: Database,
) -> None:
    scene = await make_scene(database)
    tries = [scene.visit(0, happened_at=MORNING + timedelta(minutes=n)) for n in range(3)]
    await log(database, scene, *tries)
    assert await work_at(database, scene, NOW) == ["escalated"]
    three_days = NOW + timedelta(days=3)
    assert await work_at(database, scene, three_days) == ["escalated", "reminded"]
    assert (await door_row(database, scene))["reminders"] == 1
    six_days = NOW + timedelta(days=6)
    assert await work_at(database, scene, six_days) == ["escalated", "reminded", "reminded"]
    await log(database, scene, scene.visit(0, happened_at=six_days, outcome="talked"))
    assert (await door_row(database, scene))["reminders"] == 0
    later = await work_at(database, scene, six_days + timedelta(days=30))
    assert later == ["escalated", "reminded", "reminded"]
    assert await waiting(database, scene) == []


async def test_nothing_is_due_after_the_canvass_is_over(database: Database) -> None:
    scene = await make_scene(database)
    tries = [scene.visit(1, happened_at=MORNING + timedelta(minutes=n)) for n in range(3)]
    await log(database, scene, scene.visit(0), *tries)
    december = datetime(2026, 12, 1, 0, tzinfo=MORNING.tzinfo)
    assert await work_at(database, scene, december) == ["escalated"]
    assert await waiting(database, scene) == []
