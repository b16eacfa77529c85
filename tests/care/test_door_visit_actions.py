"""Logging visits on both databases: verdicts, repeats, order, concurrency."""

import asyncio
import random
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlmodel import SQLModel

from factories.care_canvass import (
    MORNING,
    Scene,
    assign,
    door_row,
    log,
    make_canvass,
    make_scene,
    visit_item,
)
from factories.community import make_building, make_handbook_document
from factories.identity import actor
from linli.care.models.door_visit import DoorVisit
from linli.care.models.grievance import Grievance
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.models import Fact, FactPrivate
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem
from linli.kernel.sync.items import Verdict

NOW = MORNING + timedelta(hours=10)


@pytest.fixture(autouse=True)
def evening() -> Iterator[None]:
    """It is 19:30 on the second day of the canvass."""
    clock.set_clock(lambda: NOW)
    yield
    clock.set_clock(None)


def names(verdicts: list[Verdict]) -> list[str]:
    return [verdict.name for verdict in verdicts]


def codes(verdicts: list[Verdict]) -> list[str | None]:
    return [verdict.problem and verdict.problem.code for verdict in verdicts]


async def count(database: Database, scene: Scene, model: type[SQLModel]) -> int:
    rows = table(model)
    asks = select(func.count()).where(rows.c.community_id == scene.community_id)
    async with database.transaction(write=False) as tx:
        await tx.enter(scene.community_id)
        return await tx.scalar(asks)


def at(hours: float) -> datetime:
    return MORNING + timedelta(hours=hours)


async def test_a_visit_is_stored_with_a_receipt_and_the_door_comes_back_in_the_evening(
    database: Database,
) -> None:
    scene = await make_scene(database)
    (verdict,) = await log(database, scene, scene.visit())
    assert verdict.name == "accepted"
    assert verdict.recorded.receipt.index == 0
    door = await door_row(database, scene)
    assert (door["state"], door["mark"], door["attempts"]) == ("tried", "tried", 1)
    assert door["due_part"] == "evening"
    assert door["due_at"] == datetime(2026, 11, 2, 10, 30, tzinfo=UTC)  # 18:30 in Wuhan


async def test_a_repeat_is_a_duplicate_and_the_same_id_with_other_content_a_conflict(
    database: Database,
) -> None:
    scene = await make_scene(database)
    item = scene.visit(0, outcome="talked", stance="support")
    await log(database, scene, item)
    other = scene.visit(0, id=item.id, outcome="talked", stance="oppose")
    assert names(await log(database, scene, item)) == ["duplicate"]
    (conflict,) = await log(database, scene, other)
    assert conflict.name == "conflict"
    assert [error.pointer for error in conflict.problem.errors] == ["/stance"]
    assert await count(database, scene, DoorVisit) == 1
    assert (await door_row(database, scene))["stance"] == "support"


async def test_a_repeat_stays_a_duplicate_whatever_has_become_of_the_assignment(
    database: Database,
) -> None:
    scene = await make_scene(database)
    item = scene.visit()
    await log(database, scene, item)
    stranger = actor(scene.community_id, "volunteer")
    assert names(await log(database, scene, item, by=stranger)) == ["duplicate"]


async def test_a_mixed_batch_gets_a_verdict_each_in_place(database: Database) -> None:
    scene = await make_scene(database)
    old, changed = scene.visit(0), scene.visit(1, happened_at=at(-1))
    await log(database, scene, old, changed)
    elsewhere = await make_building(database, scene.community_id, 1, code="9")
    batch = [
        scene.visit(1),
        old,
        visit_item(scene.canvass_id, elsewhere.household_ids[0]),
        scene.visit(1, id=changed.id, outcome="moved"),
        scene.visit(2, outcome="talked", explained=[new_id()]),
        scene.visit(3, leave_alone=True, outcome="refused"),
        scene.visit(3, happened_at=at(1)),
        scene.visit(4, happened_at=datetime(2026, 10, 2, 1, tzinfo=UTC), outcome="talked"),
        visit_item(new_id(), scene.doors[5]),
        scene.visit(5, outcome="ask_again"),
    ]
    verdicts = await log(database, scene, *batch)
    assert names(verdicts) == [
        "accepted",
        "duplicate",
        "rejected",
        "conflict",
        "rejected",
        "accepted",
        "rejected",
        "accepted",
        "rejected",
        "accepted",
    ]
    assert codes(verdicts)[2] == codes(verdicts)[8] == "not_found"
    assert codes(verdicts)[6] == "door_left_alone"
    assert verdicts[4].problem.errors[0].pointer == "/explained"
    assert await count(database, scene, DoorVisit) == 6
    indexes = [v.recorded.receipt.index for v in verdicts if v.name == "accepted"]
    assert indexes == [2, 3, 4, 5]


async def test_the_number_of_statements_does_not_grow_with_the_batch(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = await make_scene(database, floors=20)
    asked: list[str] = []
    for way in ("execute", "rows", "row", "scalar", "run", "run_many"):
        monkeypatch.setattr(Tx, way, noted(getattr(Tx, way), asked))
    counts = []
    for doors in (range(2), range(2, 40)):
        asked.clear()
        verdicts = await log(database, scene, *[scene.visit(n) for n in doors])
        assert set(names(verdicts)) == {"accepted"}
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 15


def noted(way: Callable[..., Any], asked: list[str]) -> Callable[..., Any]:
    """A way to ask the database, noted each time it is used."""

    async def ask(*args: Any) -> Any:
        asked.append(way.__name__)
        return await way(*args)

    return ask


async def test_a_door_is_the_same_in_whatever_order_and_batches_the_phones_deliver(
    database: Database,
) -> None:
    visits = [
        {"happened_at": at(0)},
        {"happened_at": at(1), "outcome": "talked", "stance": "oppose"},
        {"happened_at": at(2), "outcome": "talked", "stance": "support"},
        {"happened_at": at(3)},
    ]
    seen = set()
    for order in permutations(visits):
        scene = await make_scene(database, floors=1)
        first, *rest = [scene.visit(0, **visit) for visit in order]
        await log(database, scene, first)
        await log(database, scene, *rest)
        door = await door_row(database, scene)
        seen.add(tuple(door[name] for name in ("state", "stance", "attempts", "visits", "due_at")))
    assert seen == {("tried", "support", 1, 4, datetime(2026, 11, 3, 1, tzinfo=UTC))}


async def test_a_late_delivery_from_before_leave_us_alone_is_kept_and_changes_nothing(
    database: Database,
) -> None:
    scene = await make_scene(database)
    await log(
        database, scene, scene.visit(0, happened_at=at(2), outcome="refused", leave_alone=True)
    )
    late, after = scene.visit(0, happened_at=at(1)), scene.visit(0, happened_at=at(3))
    assert names(await log(database, scene, late, after)) == ["accepted", "rejected"]
    door = await door_row(database, scene)
    assert (door["state"], door["due_at"], door["visits"]) == ("left_alone", None, 2)


async def test_three_tries_send_the_door_to_the_lead_once(database: Database) -> None:
    scene = await make_scene(database)
    tries = [scene.visit(0, happened_at=at(hour)) for hour in range(4)]
    await log(database, scene, *tries[:2])
    assert (await door_row(database, scene))["state"] == "tried"
    await log(database, scene, tries[2])
    await log(database, scene, tries[3])
    door = await door_row(database, scene)
    assert (door["state"], door["attempts"]) == ("escalated", 4)
    kinds = [kind for kind, _ in await facts(database, scene)]
    assert kinds.count("care.canvass_door.escalated") == 1


async def facts(database: Database, scene: Scene) -> list[tuple[str, str]]:
    rows = table(Fact)
    asks = select(rows.c.kind, rows.c.leaf).where(rows.c.community_id == scene.community_id)
    async with database.transaction(write=False) as tx:
        await tx.enter(scene.community_id)
        return [(row["kind"], row["leaf"]) for row in await tx.rows(asks.order_by(rows.c.seq))]


async def test_words_stance_and_household_stand_in_no_public_leaf(database: Database) -> None:
    scene = await make_scene(database)
    grievance = {"id": new_id(), "matter": "old_grievance", "category": "leak"}
    item = scene.visit(
        0, outcome="talked", stance="oppose", grievances=[{**grievance, "words": "楼道一直漏水"}]
    )
    await log(database, scene, item)
    told = await facts(database, scene)
    assert [kind for kind, _ in told] == ["care.door_visit.logged", "care.grievance.raised"]
    for _, leaf in told:
        assert "漏水" not in leaf
        assert "oppose" not in leaf
        assert str(scene.doors[0]) not in leaf
    assert await count(database, scene, FactPrivate) == 2


async def test_a_grievance_id_that_is_taken_makes_the_visit_a_conflict(database: Database) -> None:
    scene = await make_scene(database)
    heard = {"id": new_id(), "matter": "new_matter", "category": "money", "words": "谁出钱"}
    await log(database, scene, scene.visit(0, outcome="talked", grievances=[heard]))
    with pytest.raises(Problem, match="conflict"):
        await log(database, scene, scene.visit(1, outcome="talked", grievances=[heard]))
    assert await count(database, scene, DoorVisit) == 1
    assert await count(database, scene, Grievance) == 1


async def connect_sixteen(database: Database) -> None:
    """Have connections ready, so that parallel transactions do run at the same time."""
    if database.on_postgres:  # SQLite has one writer, and its writers queue
        async with AsyncExitStack() as stack:
            for _ in range(16):
                await stack.enter_async_context(database.transaction(write=True))


async def test_twenty_parallel_identical_posts_leave_one_row(database: Database) -> None:
    scene = await make_scene(database)
    await connect_sixteen(database)
    item = scene.visit()
    verdicts = await asyncio.gather(*[log(database, scene, item) for _ in range(20)])
    assert sorted(name for (one,) in verdicts for name in [one.name]) == (
        ["accepted"] + ["duplicate"] * 19
    )
    assert await count(database, scene, DoorVisit) == 1
    assert (await door_row(database, scene))["attempts"] == 1


async def test_parallel_visits_to_one_door_are_all_folded(database: Database) -> None:
    scene = await make_scene(database)
    items = [scene.visit(0, happened_at=at(minute / 60)) for minute in range(12)]
    batches = [items[start : start + 2] for start in range(0, 12, 2)]
    await connect_sixteen(database)
    verdicts = await asyncio.gather(*[log(database, scene, *batch) for batch in batches])
    assert {name for batch in verdicts for name in names(batch)} == {"accepted"}
    door = await door_row(database, scene)
    assert (door["visits"], door["attempts"], door["last_at"]) == (12, 12, at(11 / 60))


async def test_parallel_batches_over_the_same_doors_in_any_order_all_get_in(
    database: Database,
) -> None:
    scene = await make_scene(database, floors=30)
    runs = [random.Random(seed).sample(range(60), 40) for seed in range(8)]  # noqa: S311 - no secret
    batches = [[scene.visit(n, happened_at=at(hour)) for n in run] for hour, run in enumerate(runs)]
    await connect_sixteen(database)
    await asyncio.gather(*[log(database, scene, *batch) for batch in batches])
    visited = {n: (await door_row(database, scene, n))["visits"] for n in range(60)}
    assert visited == {n: sum(n in run for run in runs) for n in range(60)}


async def test_a_clock_ahead_is_kept_as_told_marked_and_does_not_have_the_last_word(
    database: Database,
) -> None:
    scene = await make_scene(database)
    ahead = scene.visit(0, happened_at=NOW + timedelta(days=365), outcome="talked", stance="oppose")
    assert names(await log(database, scene, ahead)) == ["accepted"]
    clock.set_clock(lambda: NOW + timedelta(days=1))
    await log(
        database, scene, scene.visit(0, happened_at=NOW + timedelta(hours=20), outcome="moved")
    )
    assert (await door_row(database, scene))["state"] == "moved"
    (_, first), _ = await facts(database, scene)
    assert '"clock_ahead_seconds":"31536000"' in first
    assert '"happened_at":"2027-11-02T11:30:00.000000+00:00"' in first


async def test_a_canvass_that_is_over_takes_what_happened_before_its_end(
    database: Database,
) -> None:
    scene = await make_scene(database)
    clock.set_clock(lambda: datetime(2026, 12, 5, tzinfo=UTC))
    before = scene.visit(0, happened_at=datetime(2026, 11, 30, 15, 59, tzinfo=UTC))
    after = scene.visit(0, happened_at=datetime(2026, 11, 30, 16, 1, tzinfo=UTC))
    verdicts = await log(database, scene, before, after)  # midnight in Wuhan lies between them
    assert codes(verdicts) == [None, "canvass_not_open"]


async def test_who_may_visit_which_door(database: Database) -> None:
    scene = await make_scene(database, assigned=False)
    other = await make_building(database, scene.community_id, 1, code="2")
    people = {
        "community_admin": actor(scene.community_id, "community_admin"),
        "social_worker": actor(scene.community_id, "social_worker"),
        "own_lead": actor(scene.community_id, "building_lead", Scope.BUILDING, scene.building.id),
        "other_lead": actor(scene.community_id, "building_lead", Scope.BUILDING, other.id),
        "volunteer": actor(scene.community_id, "volunteer"),
        "building_volunteer": actor(
            scene.community_id, "volunteer", Scope.BUILDING, scene.building.id
        ),
    }
    may = {
        name: (await log(database, scene, scene.visit(n), by=person))[0].name == "accepted"
        for n, (name, person) in enumerate(people.items())
    }
    assert may == {
        "community_admin": True,
        "social_worker": True,
        "own_lead": True,
        "other_lead": False,
        "volunteer": False,
        "building_volunteer": False,
    }


async def test_a_floor_range_reaches_its_floors_only(database: Database) -> None:
    scene = await make_scene(database, assigned=False)
    where = (scene.community_id, scene.canvass_id, scene.volunteer.account_id, scene.building.id)
    await assign(database, *where, floor_from=2, floor_to=2)
    verdicts = await log(database, scene, *[scene.visit(n) for n in range(6)])
    assert names(verdicts) == [*["rejected"] * 2, *["accepted"] * 2, *["rejected"] * 2]


async def test_what_was_done_before_a_withdrawal_is_taken_and_what_came_after_is_not(
    database: Database,
) -> None:
    scene = await make_scene(database, assigned=False)
    where = (scene.community_id, scene.canvass_id, scene.volunteer.account_id, scene.building.id)
    await assign(database, *where, withdrawn_at=at(1), withdrawn_by=new_id())
    before, after = scene.visit(0, happened_at=at(0.5)), scene.visit(1, happened_at=at(2))
    assert names(await log(database, scene, before, after)) == ["accepted", "rejected"]


async def test_an_assignment_of_one_canvass_opens_no_door_in_another(database: Database) -> None:
    scene = await make_scene(database)
    second = await make_canvass(database, scene.community_id, scene.project_id)
    (verdict,) = await log(database, scene, visit_item(second, scene.doors[0]))
    assert codes([verdict]) == ["not_found"]


async def test_a_planned_or_existing_document_can_be_explained(database: Database) -> None:
    scene = await make_scene(database)
    document = await make_handbook_document(database, scene.community_id)
    item = scene.visit(0, outcome="talked", explained=[document])
    assert names(await log(database, scene, item)) == ["accepted"]
