from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from linli.care.actions.cancel_tasks import cancel_tasks
from linli.care.actions.change_tasks import TaskChange, change_tasks
from linli.care.actions.make_tasks import NEW, insert_tasks
from linli.care.actions.need_work import PLAN_TASKS
from linli.care.permissions.register import TAKE_CARE_TASK
from linli.care.queries.help_plans import (
    help_plan,
    holidays_between,
    planned_tasks,
    usual_helper,
)
from linli.care.queries.homes import lock_homes
from linli.care.queries.need_rows import locked_need, needs_by_id
from linli.care.queries.task_rows import locked_tasks, state_of
from linli.care.rules.need_dates import day_start
from linli.care.rules.recurrence import HelpPlan, Occurrence, occurrences
from linli.care.rules.task_plan import plan_change
from linli.care.rules.task_state import reopen
from linli.care.rules.task_windows import window
from linli.community.public import time_zone_of
from linli.identity.public import is_member
from linli.kernel import clock
from linli.kernel.clock import day_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id
from linli.kernel.work.schedule import schedule

DAYS_AHEAD = 14


async def plan_tasks(tx: Tx, need_id: UUID) -> None:
    """Make the tasks of a need for the next fourteen days those that are planned. Due work.

    A need's task for a day and a part of it exists once, so doing this again changes nothing.
    Recurring help, and stairs without a lift, are planned again every day.
    """
    found = (await needs_by_id(tx, [need_id])).get(need_id)
    if found is None:
        return
    await lock_homes(tx, [found["household_id"]])
    need = await locked_need(tx, need_id)
    if need is None or need["status"] != "active":
        return
    zone, now = ZoneInfo(await time_zone_of(tx, tx.community)), clock.now()
    today = day_of(now, zone.key)
    plan = await help_plan(tx, need, zone)
    await _replan(tx, _Desk(need, plan, zone, now), today)
    if plan.weekdays is not None or plan.stoppages:
        tomorrow = day_start(today + timedelta(days=1), zone)
        await schedule(tx, PLAN_TASKS, need_id, tomorrow)


@dataclass(frozen=True)
class _Desk:
    """What planning a need takes."""

    need: Row
    plan: HelpPlan
    zone: ZoneInfo
    now: datetime


async def _replan(tx: Tx, desk: _Desk, today: date) -> None:
    last = today + timedelta(days=DAYS_AHEAD - 1)
    holidays = await holidays_between(tx, today, last)
    planned = list(occurrences(desk.plan, today, last, holidays))
    change = plan_change(planned, await planned_tasks(tx, desk.need["id"]), desk.now)
    helper = await _helper(tx, desk.need["id"]) if change.create else None
    await cancel_tasks(tx, change.cancel, None, desk.now)
    await _reopen(tx, change.reopen, desk.now)
    await insert_tasks(tx, [_row(desk, each, helper) for each in change.create])


async def _helper(tx: Tx, need_id: UUID) -> UUID | None:
    """The usual helper, while they may still help."""
    helper = await usual_helper(tx, need_id)
    if helper is None or not await is_member(tx, helper, *TAKE_CARE_TASK.roles):
        return None
    return helper


async def _reopen(tx: Tx, task_ids: Sequence[UUID], now: datetime) -> None:
    if task_ids:
        rows = await locked_tasks(tx, task_ids)
        changes = [
            TaskChange(row, reopen(state_of(row), now), "offered", None, now)
            for row in rows.values()
        ]
        await change_tasks(tx, changes)


def _row(desk: _Desk, each: Occurrence, helper: UUID | None) -> Row:
    need = desk.need
    due_from, due_until = window(each.day, each.part, desk.zone)
    return {
        **NEW,
        "id": new_id(),
        "need_id": need["id"],
        "household_id": need["household_id"],
        "kind": need["kind"],
        "urgency": need["urgency"],
        "origin": each.origin,
        "on_day": each.day,
        "part": each.part,
        "due_from": due_from,
        "due_until": due_until,
        "expected_by": due_until,
        "step": "offered" if helper is None else "assigned",
        "assignee_id": helper,
        "offered_at": desk.now,
        "created_at": desk.now,
    }
