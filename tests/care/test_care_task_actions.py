"""Care tasks on both databases: planning, taking, lateness, lifts, erasure of what was told."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from factories.care_register import (
    MORNING,
    TODAY,
    WORDS,
    Person,
    Town,
    act,
    at,
    daily,
    make_need,
    make_person,
    make_town,
    need_row,
    open_duties,
    rows_of,
    run_due,
    tasks_of,
)
from factories.community import make_project
from linli.care.actions.accept_task import accept_task
from linli.care.actions.assign_task import assign_task
from linli.care.actions.create_task import create_task
from linli.care.actions.decline_task import decline_task
from linli.care.actions.finish_need import finish_need
from linli.care.actions.hand_over_task import hand_over_task
from linli.care.actions.pause_need import pause_need
from linli.care.actions.remove_holiday import remove_holiday
from linli.care.actions.run_lift import run_lift
from linli.care.actions.set_holiday import set_holiday
from linli.care.actions.stop_lift import stop_lift
from linli.care.actions.take_task_off import take_task_off
from linli.care.models.care_task import CareTask, CareTaskStep
from linli.care.public import HANDLERS
from linli.care.queries.care_tasks import TaskFilter, list_care_tasks, my_current_tasks
from linli.care.schemas.care_task import AssignmentOfTaskIn, CareTaskIn, HandoverIn
from linli.care.schemas.lift_stoppage import LiftRunsIn, LiftStoppageIn
from linli.care.schemas.need import EndIn, PauseIn
from linli.care.schemas.register import HolidayIn
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row
from linli.kernel.http.pages import PageAsked
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem
from linli.kernel.vault.many import Disclosed, read_disclosed
from linli.kernel.vault.models import VaultKey, VaultOpening
from linli.kernel.vault.vault import Place


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    clock.set_clock(lambda: MORNING)
    yield
    clock.set_clock(None)


async def accept(
    database: Database, town: Town, person: Person, task_id: UUID, **more: Any
) -> None:
    await act(database, town, accept_task, person.actor, task_id, None, **more)


async def today_of(database: Database, town: Town, person: Person) -> list[Row]:
    async with database.transaction(write=False) as tx:
        await tx.enter(town.community_id)
        day = clock.today("Asia/Shanghai")
        return await my_current_tasks(tx, person.actor, day)


async def task_row(database: Database, town: Town, task_id: UUID) -> Row:
    (row,) = await rows_of(database, town, CareTask, id=task_id)
    return row


def days(rows: list[Row]) -> list[date]:
    return [row["on_day"] for row in rows]


async def test_help_given_once_is_one_task_on_its_day(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, starts_on="2026-11-25")
    (task,) = await tasks_of(database, town, need_id)
    assert (task["on_day"], task["part"], task["origin"]) == (date(2026, 11, 25), "day", "once")
    assert (task["step"], task["created_by"]) == ("offered", None)


async def test_recurring_help_is_planned_for_a_fortnight_and_rolls_on(database: Database) -> None:
    town = await make_town(database)
    weekly = {"recurrence": {"weekdays": [2, 5], "part": "afternoon"}}
    need_id = await make_need(database, town, **weekly)
    planned = await tasks_of(database, town, need_id)
    assert days(planned) == [date(2026, 11, day) for day in (24, 27)] + [
        date(2026, 12, day) for day in (1, 4)
    ]
    at(days=1)
    await run_due(database, town)
    assert len(await tasks_of(database, town, need_id)) == 4
    at(days=2)
    await run_due(database, town)
    assert days(await tasks_of(database, town, need_id))[-1] == date(2026, 12, 8)


async def test_planning_again_and_at_the_same_time_makes_no_task_twice(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, **daily())
    plan = HANDLERS["care.need.plan"]
    await asyncio.gather(*[act(database, town, plan, need_id) for _ in range(6)])
    assert len(await tasks_of(database, town, need_id)) == 14


async def test_holidays_and_pauses_take_tasks_off_and_their_end_brings_them_back(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, **daily())
    holiday = HolidayIn(id=new_id(), on_day="2026-11-25", name="社区休息日")
    await act(database, town, set_holiday, town.social_worker.actor, holiday)
    pause = PauseIn(id=new_id(), from_on="2026-11-28", until_on="2026-11-30")
    await act(database, town, pause_need, town.social_worker.actor, need_id, pause)
    await run_due(database, town)
    off = [
        task["on_day"].day
        for task in await tasks_of(database, town, need_id)
        if task["step"] == "cancelled"
    ]
    assert off == [25, 28, 29, 30]
    await act(database, town, remove_holiday, town.social_worker.actor, holiday.id)
    await run_due(database, town)
    back = [task for task in await tasks_of(database, town, need_id) if task["on_day"].day == 25]
    assert [task["step"] for task in back] == ["offered"]


async def test_a_task_a_person_took_off_does_not_come_back(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, **daily())
    _, task, *_ = await tasks_of(database, town, need_id)
    await act(
        database, town, take_task_off, town.lead.actor, task["id"], "the daughter comes", None
    )
    await act(database, town, HANDLERS["care.need.plan"], need_id)
    assert (await task_row(database, town, task["id"]))["step"] == "cancelled"


async def test_of_volunteers_who_accept_at_once_one_wins_and_the_others_hear_it_clearly(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    (task,) = await tasks_of(database, town, need_id)
    people = [town.volunteer, town.second] * 4
    results = await asyncio.gather(
        *[accept(database, town, person, task["id"]) for person in people],
        return_exceptions=True,
    )
    row = await task_row(database, town, task["id"])
    winner = row["assignee_id"]
    for person, result in zip(people, results, strict=True):
        if person.id == winner:
            assert result is None
        else:
            assert isinstance(result, Problem)
            assert (result.status, result.code) == (409, "task_taken")
    steps = await rows_of(database, town, CareTaskStep, task_id=task["id"])
    assert [step["verb"] for step in steps].count("accepted") == 1


async def test_the_instruction_is_the_helpers_alone_and_only_on_the_day(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, starts_on="2026-11-25")
    (task,) = await tasks_of(database, town, need_id)
    (offered,) = await today_of(database, town, town.volunteer)
    assert (offered["status"], offered["building_code"]) == ("offered", "1")
    assert [offered[name] for name in ("instruction", "floor", "door", "household_id")] == [
        None
    ] * 4
    await accept(database, town, town.volunteer, task["id"])
    (ahead,) = await today_of(database, town, town.volunteer)
    assert [ahead[name] for name in ("instruction", "floor", "door")] == [None] * 3
    assert await today_of(database, town, town.second) == []
    at(days=2)
    (mine,) = await today_of(database, town, town.volunteer)
    assert mine["instruction"] == WORDS
    assert (mine["floor"], mine["door"], mine["household_id"]) == (1, "01", town.doors[0])
    at(days=5)
    (late,) = await today_of(database, town, town.volunteer)
    assert [late[name] for name in ("instruction", "floor", "door")] == [None] * 3


async def test_ones_own_tasks_come_before_what_is_offered_however_much_that_is(
    database: Database,
) -> None:
    town = await make_town(database)
    for door in range(6):
        for kind in ("shopping", "home_visit", "escort"):
            await make_need(database, town, door, kind, **daily())
    own = await make_need(database, town, **daily(starts_on="2026-11-24"))
    task, *_ = await tasks_of(database, town, own)
    await accept(database, town, town.volunteer, task["id"])
    at(days=1)
    shown = await today_of(database, town, town.volunteer)
    assert len(shown) == 100
    assert (shown[0]["id"], shown[0]["instruction"]) == (task["id"], WORDS)


async def test_giving_a_task_to_a_helper_is_an_opening_on_record(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    (task,) = await tasks_of(database, town, need_id)
    await accept(database, town, town.volunteer, task["id"])
    to = HandoverIn(to_account_id=town.second.id, reason="I am at work")
    await act(database, town, hand_over_task, town.volunteer.actor, task["id"], to, None)
    openings = await rows_of(database, town, VaultOpening, record_id=need_id)
    assert [(row["actor_id"], row["purpose"]) for row in openings] == [
        (person.id, f"care_task:{task['id']}") for person in (town.volunteer, town.second)
    ]
    assert (await today_of(database, town, town.second))[0]["instruction"] == WORDS
    assert await today_of(database, town, town.volunteer) == []


async def test_what_was_disclosed_to_one_is_readable_by_no_other_and_for_nothing_else(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    (task,) = await tasks_of(database, town, need_id)
    await accept(database, town, town.volunteer, task["id"])
    need = await need_row(database, town, need_id)
    place = Place("assistance_need", need_id, need["person_id"])
    given = Disclosed(place, need["sealed"], f"care_task:{task['id']}")
    other = replace(given, purpose=f"care_task:{new_id()}")
    read = partial(act, database, town, read_disclosed)
    mine, not_mine = await read(town.volunteer.id, [given, other])
    assert (mine["instruction"], not_mine) == (WORDS, None)
    assert await read(town.second.id, [given]) == [None]


async def test_when_the_need_ends_nobody_reads_the_instruction_any_more(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    (task,) = await tasks_of(database, town, need_id)
    await accept(database, town, town.volunteer, task["id"])
    body = EndIn(id=new_id(), reason="moved_away")
    await act(database, town, finish_need, town.social_worker.actor, need_id, body)
    assert await today_of(database, town, town.volunteer) == []
    assert (await task_row(database, town, task["id"]))["step"] == "cancelled"


async def test_a_declined_task_is_offered_again_and_reasons_are_kept(database: Database) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    (task,) = await tasks_of(database, town, need_id)
    await accept(database, town, town.volunteer, task["id"])
    await act(database, town, decline_task, town.volunteer.actor, task["id"], "no time", None)
    row = await task_row(database, town, task["id"])
    assert (row["step"], row["assignee_id"]) == ("offered", None)
    await accept(database, town, town.second, task["id"])
    steps = await rows_of(database, town, CareTaskStep, task_id=task["id"])
    assert [(step["verb"], step["reason"]) for step in steps] == [
        ("offered", None),
        ("accepted", None),
        ("declined", "no time"),
        ("accepted", None),
    ]


async def test_a_task_is_changed_only_as_it_was_seen(database: Database) -> None:
    town = await make_town(database)
    (task,) = await tasks_of(database, town, await make_need(database, town))
    with pytest.raises(Problem) as refused:
        await act(database, town, accept_task, town.volunteer.actor, task["id"], 7)
    assert refused.value.status == 412
    await act(database, town, accept_task, town.volunteer.actor, task["id"], task["version"])
    assert (await task_row(database, town, task["id"]))["version"] == task["version"] + 1


@pytest.mark.parametrize("verb", ["decline", "handover"])
async def test_only_whoever_has_a_task_gives_it_away(database: Database, verb: str) -> None:
    town = await make_town(database)
    (task,) = await tasks_of(database, town, await make_need(database, town))
    await accept(database, town, town.volunteer, task["id"])
    calls = {
        "decline": (decline_task, "no"),
        "handover": (hand_over_task, HandoverIn(to_account_id=town.lead.id, reason="no")),
    }
    action, what = calls[verb]
    with pytest.raises(Problem) as refused:
        await act(database, town, action, town.second.actor, task["id"], what, None)
    assert refused.value.code == "task_not_yours"


async def test_a_lead_directs_tasks_of_their_own_building_only(database: Database) -> None:
    town = await make_town(database)
    (task,) = await tasks_of(database, town, await make_need(database, town))
    elsewhere = await make_person(
        database, town.community_id, "building_lead", Scope.BUILDING, town.other_building.id
    )
    body = AssignmentOfTaskIn(account_id=town.volunteer.id)
    for person in (elsewhere, town.volunteer):
        with pytest.raises(Problem) as refused:
            await act(database, town, assign_task, person.actor, task["id"], body, None)
        assert refused.value.status == 404
    await act(database, town, assign_task, town.lead.actor, task["id"], body, None)
    row = await task_row(database, town, task["id"])
    assert (row["step"], row["assignee_id"]) == ("assigned", town.volunteer.id)


async def test_a_task_is_given_to_helpers_only(database: Database) -> None:
    town = await make_town(database)
    (task,) = await tasks_of(database, town, await make_need(database, town))
    resident = await make_person(database, town.community_id, "resident")
    for account_id in (resident.id, new_id()):
        body = AssignmentOfTaskIn(account_id=account_id)
        with pytest.raises(Problem) as refused:
            await act(database, town, assign_task, town.lead.actor, task["id"], body, None)
        assert (refused.value.status, refused.value.errors[0].code) == (422, "cannot_help")


async def test_a_helper_may_take_all_that_follows_and_is_asked_for_what_comes_later(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, **daily())
    first, *_ = await tasks_of(database, town, need_id)
    await accept(database, town, town.volunteer, first["id"], all_following=True)
    assert {row["step"] for row in await tasks_of(database, town, need_id)} == {"accepted"}
    at(days=1)
    await run_due(database, town)
    *_, newest = await tasks_of(database, town, need_id)
    assert (newest["step"], newest["assignee_id"]) == ("assigned", town.volunteer.id)


async def statuses(database: Database, town: Town, person: Person, status: str) -> list[UUID]:
    async with database.transaction(write=False) as tx:
        await tx.enter(town.community_id)
        asked = PageAsked(50, None)
        found = await list_care_tasks(tx, person.actor, asked, TaskFilter(status=status))
    assert {item["status"] for item in found["items"]} <= {status}
    return [item["id"] for item in found["items"]]


async def test_what_is_overdue_goes_to_the_helper_the_lead_and_the_social_worker(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, urgency="urgent")
    (task,) = await tasks_of(database, town, need_id)
    await accept(database, town, town.volunteer, task["id"])
    for hours, status, duty in (
        (11.9, "accepted", False),
        (12, "overdue", False),
        (14, "escalated", False),
        (16, "escalated", True),
        (40, "escalated", True),
    ):
        at(hours=hours)
        await run_due(database, town)
        assert await statuses(database, town, town.lead, status) == [task["id"]]
        assert ("task_escalated" in await open_duties(database, town)) == duty
    steps = await rows_of(database, town, CareTaskStep, task_id=task["id"])
    late = [step["verb"] for step in steps if step["by"] is None]
    assert late == ["offered", "reminded", "to_building_lead", "to_social_worker"]
    await accept(database, town, town.volunteer, task["id"])
    assert "task_escalated" in await open_duties(database, town)
    body = AssignmentOfTaskIn(account_id=town.second.id)
    await act(database, town, assign_task, town.lead.actor, task["id"], body, None)
    assert "task_escalated" not in await open_duties(database, town)
    at(hours=43)
    await run_due(database, town)
    assert await statuses(database, town, town.lead, "overdue") == [task["id"]]


async def test_what_nobody_takes_goes_to_the_lead_when_it_should_begin(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town, starts_on="2026-11-24")
    (task,) = await tasks_of(database, town, need_id)
    at(hours=22, minutes=59)
    await run_due(database, town)
    assert await statuses(database, town, town.lead, "offered") == [task["id"]]
    at(hours=23)
    await run_due(database, town)
    assert await statuses(database, town, town.lead, "escalated") == [task["id"]]


async def make_by_hand(database: Database, town: Town, **more: Any) -> CareTaskIn:
    body = CareTaskIn.model_validate(
        {
            "id": str(new_id()),
            "household_id": str(town.doors[0]),
            "kind": "shopping",
            "title": "Rice",
            "instruction": "two bags, leave them at the door",
            "due_from": (MORNING + timedelta(hours=1)).isoformat(),
            "due_until": (MORNING + timedelta(hours=3)).isoformat(),
            **more,
        }
    )
    assert await act(database, town, create_task, town.lead.actor, body)
    return body


async def test_a_task_made_by_hand_forgets_its_instruction_when_it_is_over(
    database: Database,
) -> None:
    town = await make_town(database)
    body = await make_by_hand(database, town, assignee_id=str(town.volunteer.id))
    assert not await act(database, town, create_task, town.lead.actor, body)
    (task,) = await today_of(database, town, town.volunteer)
    assert (task["title"], task["instruction"]) == ("Rice", body.instruction)
    await act(database, town, take_task_off, town.lead.actor, body.id, "not needed", None)
    assert (await task_row(database, town, body.id))["sealed"] is None
    assert await rows_of(database, town, VaultKey) == []


async def test_a_task_by_hand_with_a_diagnosis_is_refused(database: Database) -> None:
    town = await make_town(database)
    with pytest.raises(Problem) as refused:
        await make_by_hand(database, town, title="给糖尿病人买米")
    assert refused.value.code == "diagnosis_words"


async def stoppage(database: Database, town: Town, **more: Any) -> LiftStoppageIn:
    project_id = await make_project(database, town.community_id, [town.building.id])
    body = LiftStoppageIn.model_validate(
        {
            "id": str(new_id()),
            "project_id": str(project_id),
            "building_id": str(town.building.id),
            "stopped_from": (MORNING + timedelta(days=1)).isoformat(),
            "reason": "new lift",
            **more,
        }
    )
    assert await act(database, town, stop_lift, town.social_worker.actor, body)
    await run_due(database, town)
    return body


async def test_while_a_lift_stands_still_help_on_the_stairs_comes_every_day(
    database: Database,
) -> None:
    town = await make_town(database)
    stairs = await make_need(database, town, starts_on="2026-11-23")
    shopping = await make_need(database, town, kind="shopping")
    weekly = {"recurrence": {"weekdays": [2], "part": "evening"}}
    weekly_stairs = await make_need(database, town, 1, **weekly)
    until = (MORNING + timedelta(days=4)).isoformat()
    await stoppage(database, town, stopped_until=until)
    stopped = [date(2026, 11, day) for day in (24, 25, 26, 27)]
    assert days(await tasks_of(database, town, stairs)) == [TODAY, *stopped]
    assert days(await tasks_of(database, town, shopping)) == [TODAY]
    evenings = await tasks_of(database, town, weekly_stairs)
    assert days(evenings) == [*stopped, date(2026, 12, 1)]
    assert {row["part"] for row in evenings} == {"evening"}


async def test_when_the_lift_runs_again_only_what_is_ahead_is_taken_off(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    body = await stoppage(database, town)
    assert len(await tasks_of(database, town, need_id)) == 14
    at(days=3)
    await run_due(database, town)
    runs = LiftRunsIn(stopped_until=clock.now())
    await act(database, town, run_lift, town.social_worker.actor, body.id, runs, 1)
    await run_due(database, town)
    rows = await tasks_of(database, town, need_id)
    left = [row["on_day"].day for row in rows if row["step"] != "cancelled"]
    assert left == [23, 24, 25, 26]


async def test_a_stairwells_stoppage_leaves_the_other_stairwells_alone(
    database: Database,
) -> None:
    town = await make_town(database)
    need_id = await make_need(database, town)
    project_id = await make_project(database, town.community_id, [town.building.id])
    body = LiftStoppageIn(
        id=new_id(),
        project_id=project_id,
        building_id=town.building.id,
        stairwell_id=town.other_building.stairwell_ids[0],
        stopped_from=MORNING.isoformat(),
        reason="new lift",
    )
    with pytest.raises(Problem) as refused:
        await act(database, town, stop_lift, town.social_worker.actor, body)
    assert refused.value.errors[0].code == "unknown_stairwell"
    assert len(await tasks_of(database, town, need_id)) == 1
