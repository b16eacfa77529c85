"""Assistance visits on both databases: what they close, what they ask for, who reads the note."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from factories.care_register import (
    MORNING,
    Person,
    Town,
    act,
    at,
    count_of,
    daily,
    log_help,
    make_need,
    make_person,
    make_town,
    open_duties,
    rows_of,
    run_due,
    tasks_of,
    visit_item,
)
from linli.care.actions.accept_task import accept_task
from linli.care.actions.assign_task import assign_task
from linli.care.actions.finish_need import finish_need
from linli.care.actions.log_assistance_visits import KEEP_NOTE
from linli.care.actions.open_note import open_note
from linli.care.models.care_task import AssistanceVisit, CareTask
from linli.care.schemas.care_task import AssignmentOfTaskIn
from linli.care.schemas.need import EndIn, OpeningIn
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem
from linli.kernel.sync.items import Verdict
from linli.kernel.vault.models import VaultKey, VaultOpening


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    clock.set_clock(lambda: MORNING)
    yield
    clock.set_clock(None)


def names(verdicts: list[Verdict]) -> list[str]:
    return [verdict.name for verdict in verdicts]


def codes(verdicts: list[Verdict]) -> list[str | None]:
    return [verdict.problem and verdict.problem.code for verdict in verdicts]


async def taken(
    database: Database, town: Town, door: int = 0, by: Person | None = None, **more: Any
) -> tuple[UUID, Row]:
    """A need and its first task, accepted by a volunteer."""
    need_id = await make_need(database, town, door, **more)
    task, *_ = await tasks_of(database, town, need_id)
    await act(database, town, accept_task, (by or town.volunteer).actor, task["id"], None)
    return need_id, task


async def step_of(database: Database, town: Town, task: Row) -> tuple[str, int]:
    (row,) = await rows_of(database, town, CareTask, id=task["id"])
    return row["step"], row["attempts"]


@pytest.mark.parametrize(
    ("outcome", "after"),
    [
        ("done", ("done", 0)),
        ("not_needed", ("done", 0)),
        ("refused", ("done", 0)),
        ("partly", ("accepted", 0)),
        ("nobody_home", ("accepted", 1)),
    ],
)
async def test_a_visit_closes_its_task_or_leaves_it_open_for_another_try(
    database: Database, outcome: str, after: tuple[str, int]
) -> None:
    town = await make_town(database)
    _, task = await taken(database, town)
    visit = visit_item(town.doors[0], care_task_id=task["id"], outcome=outcome)
    assert names(await log_help(database, town, visit)) == ["accepted"]
    assert await step_of(database, town, task) == after


async def test_twenty_parallel_identical_posts_make_one_visit(database: Database) -> None:
    town = await make_town(database)
    _, task = await taken(database, town)
    visit = visit_item(town.doors[0], care_task_id=task["id"], outcome="nobody_home", note="门铃坏")
    verdicts = await asyncio.gather(*[log_help(database, town, visit) for _ in range(20)])
    assert sorted(name for each in verdicts for name in names(each)) == [
        "accepted",
        *["duplicate"] * 19,
    ]
    assert await count_of(database, town, AssistanceVisit) == 1
    assert await step_of(database, town, task) == ("accepted", 1)


async def test_a_repeat_is_a_duplicate_and_other_content_a_conflict(database: Database) -> None:
    town = await make_town(database)
    visit = visit_item(town.doors[0])
    assert (
        names(await log_help(database, town, visit, visit_item(town.doors[1]))) == ["accepted"] * 2
    )
    changed = visit_item(town.doors[0], id=visit.id, minutes=45)
    verdicts = await log_help(database, town, visit)
    verdicts += await log_help(database, town, changed)
    assert names(verdicts) == ["duplicate", "conflict"]
    assert [error.pointer for error in verdicts[1].problem.errors] == ["/minutes"]


async def test_a_batch_takes_the_same_number_of_statements_whatever_its_size(
    database: Database,
) -> None:
    town = await make_town(database)
    small = [visit_item(town.doors[n % 6], note="门口等") for n in range(2)]
    large = [visit_item(town.doors[n % 6], note="门口等") for n in range(40)]
    counts = []
    for batch in (small, large):
        counts.append(0)

        def count(*_: Any) -> None:
            counts[-1] += 1

        engine = database.writer.sync_engine
        event.listen(engine, "before_cursor_execute", count)
        try:
            verdicts = await log_help(database, town, *batch)
        finally:
            event.remove(engine, "before_cursor_execute", count)
        assert set(names(verdicts)) == {"accepted"}
    assert counts[1] <= counts[0] + 2


async def test_one_bad_visit_of_a_batch_blocks_no_other(database: Database) -> None:
    town = await make_town(database)
    _, task = await taken(database, town)
    verdicts = await log_help(
        database,
        town,
        visit_item(town.doors[0]),
        visit_item(town.doors[1], care_task_id=task["id"]),
        visit_item(town.doors[1], care_task_id=new_id()),
        visit_item(town.doors[1], note="他有高血压"),
        visit_item(town.other_building.household_ids[0]),
        visit_item(town.doors[1]),
    )
    assert codes(verdicts) == [None, "invalid", "invalid", "diagnosis_words", "not_found", None]
    errors = [v.problem.errors[0].code for v in verdicts[1:3]]
    assert errors == ["other_household", "unknown_task"]


async def test_help_given_before_the_task_went_to_somebody_else_still_counts(
    database: Database,
) -> None:
    town = await make_town(database)
    far = await make_person(
        database, town.community_id, "volunteer", Scope.BUILDING, town.other_building.id
    )
    need_id = await make_need(database, town)
    (task,) = await tasks_of(database, town, need_id)
    for person in (far, town.second):
        body = AssignmentOfTaskIn(account_id=person.id)
        await act(database, town, assign_task, town.lead.actor, task["id"], body, None)
    visit = visit_item(town.doors[0], care_task_id=task["id"])
    assert names(await log_help(database, town, visit, by=far)) == ["accepted"]
    assert await step_of(database, town, task) == ("done", 0)


async def test_three_closed_doors_tell_the_building_lead(database: Database) -> None:
    town = await make_town(database)
    _, task = await taken(database, town)
    visits = [
        visit_item(town.doors[0], care_task_id=task["id"], outcome="nobody_home", did=[])
        for _ in range(3)
    ]
    await log_help(database, town, *visits)
    (row,) = await rows_of(database, town, CareTask, id=task["id"])
    assert (row["lateness"], row["attempts"]) == (2, 3)


@pytest.mark.parametrize(
    ("kind", "visit", "duties"),
    [
        ("stair_support", {"outcome": "refused", "did": []}, ["help_refused"]),
        ("stair_support", {"outcome": "not_needed", "did": []}, ["review_due"]),
        ("stair_support", {"follow_up": True}, ["follow_up"]),
        ("shopping", {}, ["review_due"]),
        ("stair_support", {}, []),
    ],
)
async def test_what_a_visit_asks_for_waits_for_the_social_worker(
    database: Database, kind: str, visit: dict[str, Any], duties: list[str]
) -> None:
    town = await make_town(database)
    _, task = await taken(database, town, kind=kind)
    await log_help(database, town, visit_item(town.doors[0], care_task_id=task["id"], **visit))
    assert await open_duties(database, town) == duties


async def test_a_visit_to_a_late_task_takes_it_from_the_social_workers_list(
    database: Database,
) -> None:
    town = await make_town(database)
    _, task = await taken(database, town, urgency="urgent")
    for hours in (12, 14, 16):
        at(hours=hours)
        await run_due(database, town)
    assert await open_duties(database, town) == ["task_escalated"]
    await log_help(database, town, visit_item(town.doors[0], care_task_id=task["id"]))
    assert await open_duties(database, town) == []


async def test_a_note_is_read_by_the_social_worker_alone_and_each_reading_recorded(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id, task = await taken(database, town)
    visit = visit_item(town.doors[0], care_task_id=task["id"], note="门铃坏了，请敲门")
    await log_help(database, town, visit)
    body = OpeningIn(id=new_id(), purpose="prepare the next visit")
    content = await act(database, town, open_note, town.social_worker.actor, visit.id, body)
    assert content["note"] == "门铃坏了，请敲门"
    (opening,) = await rows_of(database, town, VaultOpening, record_id=visit.id)
    assert opening["actor_id"] == town.social_worker.id
    with pytest.raises(Problem) as refused:
        await act(database, town, open_note, town.volunteer.actor, visit.id, body)
    assert refused.value.status == 403
    done = EndIn(id=new_id(), reason="no_longer_needed")
    await act(database, town, finish_need, town.social_worker.actor, need_id, done)
    with pytest.raises(Problem) as gone:
        await act(database, town, open_note, town.social_worker.actor, visit.id, body)
    assert gone.value.code == "erased"


async def test_a_note_that_belongs_to_no_need_is_erased_in_time(database: Database) -> None:
    town = await make_town(database)
    visit = visit_item(town.doors[0], note="楼道灯不亮")
    await log_help(database, town, visit)
    clock.set_clock(lambda: MORNING + KEEP_NOTE - timedelta(seconds=1))
    await run_due(database, town)
    assert await count_of(database, town, VaultKey) == 1
    clock.set_clock(lambda: MORNING + KEEP_NOTE)
    await run_due(database, town)
    assert await count_of(database, town, VaultKey) == 0
    (row,) = await rows_of(database, town, AssistanceVisit)
    assert row["sealed"] is None


async def test_a_visit_after_the_need_ended_makes_no_new_key_for_the_person(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id, task = await taken(database, town, **daily())
    done = EndIn(id=new_id(), reason="moved_away")
    await act(database, town, finish_need, town.social_worker.actor, need_id, done)
    visit = visit_item(town.doors[0], care_task_id=task["id"], note="已经搬走")
    assert names(await log_help(database, town, visit)) == ["accepted"]
    assert await step_of(database, town, task) == ("cancelled", 0)
    (row,) = await rows_of(database, town, AssistanceVisit)
    assert row["person_id"] == visit.id
