"""What the plan of a need is made from, and the tasks that exist for it."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import and_, case, exists, or_, select

from linli.care.models.lift_stoppage import LiftStoppage
from linli.care.models.register import CareHoliday
from linli.care.queries.need_pauses import days_of_pauses
from linli.care.queries.task_rows import steps, tasks
from linli.care.rules.recurrence import Days, HelpPlan
from linli.care.rules.task_plan import PlannedTask
from linli.community.public import HOUSEHOLDS
from linli.kernel.clock import day_of
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

stoppages = table(LiftStoppage)


async def help_plan(tx: Tx, need: Row, zone: ZoneInfo) -> HelpPlan:
    """When a need is helped with."""
    weekdays = need["weekdays"]
    return HelpPlan(
        starts_on=need["starts_on"],
        ends_on=need["ends_on"],
        weekdays=None if weekdays is None else frozenset(weekdays),
        part=need["part"],
        pauses=await days_of_pauses(tx, need["id"]),
        stoppages=await _stoppages(tx, need, zone) if need["kind"] == "stair_support" else (),
    )


async def _stoppages(tx: Tx, need: Row, zone: ZoneInfo) -> list[Days]:
    """Days, by the community's calendar, on which the home's lift stands still."""
    c = stoppages.c
    home = and_(
        HOUSEHOLDS.c.community_id == c.community_id, HOUSEHOLDS.c.building_id == c.building_id
    )
    stairwell = or_(c.stairwell_id.is_(None), c.stairwell_id == HOUSEHOLDS.c.stairwell_id)
    asks = (
        select(c.stopped_from, c.stopped_until)
        .join(HOUSEHOLDS, and_(home, stairwell))
        .where(c.community_id == tx.community, HOUSEHOLDS.c.id == need["household_id"])
    )
    return [
        (day_of(row["stopped_from"], zone.key), _last_day(row["stopped_until"], zone))
        for row in await tx.rows(asks)
    ]


def _last_day(until: datetime | None, zone: ZoneInfo) -> date | None:
    return None if until is None else day_of(until, zone.key)


async def holidays_between(tx: Tx, first: date, last: date) -> frozenset[date]:
    """Days of the community's calendar on which recurring help rests."""
    c = table(CareHoliday).c
    asks = select(c.on_day).where(
        c.community_id == tx.community, c.removed_at.is_(None), c.on_day.between(first, last)
    )
    return frozenset(row["on_day"] for row in await tx.rows(asks))


async def planned_tasks(tx: Tx, need_id: UUID) -> list[PlannedTask]:
    """All tasks that were ever planned from a need.

    A task is off the plan when time cancelled it; what a person cancelled stays so.
    """
    cancelled = exists().where(
        steps.c.community_id == tasks.c.community_id,
        steps.c.task_id == tasks.c.id,
        steps.c.verb == "cancelled",
        steps.c.by.is_not(None),
    )
    c = tasks.c
    off_plan = case((and_(c.step == "cancelled", ~cancelled), 1), else_=0)
    asks = select(
        c.id, c.on_day, c.part, c.step, c.due_from, c.assignee_id, off_plan.label("off_plan")
    ).where(c.community_id == tx.community, c.need_id == need_id)
    return [
        PlannedTask(
            row["id"],
            row["on_day"],
            row["part"],
            row["step"],
            row["due_from"],
            taken_off_plan=bool(row["off_plan"]),
        )
        for row in await tx.rows(asks)
    ]


async def usual_helper(tx: Tx, need_id: UUID) -> UUID | None:
    """Whoever had the latest task of a need and did not give it back."""
    c = tasks.c
    asks = (
        select(c.assignee_id)
        .where(
            c.community_id == tx.community,
            c.need_id == need_id,
            c.step.in_(("assigned", "accepted", "done")),
        )
        .order_by(c.due_from.desc())
        .limit(1)
    )
    helper: UUID | None = await tx.scalar(asks)
    return helper
