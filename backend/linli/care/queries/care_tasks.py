"""Lists of care tasks, and single ones."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, case, or_, select

from linli.care.queries.shown_tasks import shown_tasks
from linli.care.queries.task_rows import steps, tasks
from linli.care.queries.task_scope import (
    known_to,
    require_directing,
    tasks_with_places,
    within_reach,
)
from linli.care.rules.need_dates import day_start
from linli.care.rules.task_state import OVER
from linli.care.rules.task_words import TaskStatus
from linli.community.public import time_zone_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

AHEAD = timedelta(days=7)
"""How far ahead a phone shows what is open to whoever takes it."""
MOST_ON_A_PHONE = 100

_OPEN = tasks.c.step.not_in(sorted(OVER))


async def my_current_tasks(tx: Tx, actor: Actor, day: date) -> list[Row]:
    """What a helper's phone shows from a day on: their own open tasks, and what is offered.

    Those of later days too, to answer and to pass on in time; where and what is told on the day.

    Returns:
        Items as ``CareTaskOut``, instructions included where the task is current.
    """
    zone = ZoneInfo(await time_zone_of(tx, tx.community))
    end = day_start(day + timedelta(days=1), zone)
    mine = tasks.c.assignee_id == actor.account_id
    offered = and_(tasks.c.step == "offered", within_reach(actor))
    asks = tasks_with_places(tx).where(_OPEN, tasks.c.due_from < end + AHEAD, or_(mine, offered))
    own_first = case((mine, 0), else_=1)
    asks = asks.order_by(own_first, tasks.c.due_from, tasks.c.id)
    return await shown_tasks(tx, actor, await tx.rows(asks.limit(MOST_ON_A_PHONE)))


@dataclass(frozen=True)
class TaskFilter:
    """Which tasks to list."""

    status: TaskStatus | None = None
    mine: bool = False
    day: date | None = None


async def list_care_tasks(tx: Tx, actor: Actor, page: PageAsked, wanted: TaskFilter) -> Row:
    """Tasks the actor may know of, by when they begin."""
    asks = tasks_with_places(tx).where(known_to(actor))
    if wanted.status is not None:
        asks = asks.where(_has(wanted.status))
    if wanted.mine:
        asks = asks.where(tasks.c.assignee_id == actor.account_id)
    if wanted.day is not None:
        asks = asks.where(tasks.c.on_day == wanted.day)
    keys = [tasks.c.due_from, tasks.c.id]
    found = await page_of(tx, asks, keys, page, "care tasks", wanted)
    found["items"] = await shown_tasks(tx, actor, found["items"])
    return found


async def read_care_task(tx: Tx, actor: Actor, task_id: UUID) -> Row:
    """One task.

    Raises:
        Problem: 404 when the actor may not know of it.
    """
    row = await tx.row(tasks_with_places(tx).where(tasks.c.id == task_id, known_to(actor)))
    if row is None:
        raise not_found()
    (task,) = await shown_tasks(tx, actor, [row])
    return task


async def read_changed_task(tx: Tx, actor: Actor, task_id: UUID) -> Row:
    """A task that the actor has just changed, and may by that have given away.

    It comes without its instruction: answers to changes are kept for repeats.
    """
    row = await tx.row(tasks_with_places(tx).where(tasks.c.id == task_id))
    if row is None:
        raise not_found()
    (task,) = await shown_tasks(tx, actor, [row])
    return {**task, "instruction": None}


async def list_steps(tx: Tx, actor: Actor, task_id: UUID) -> list[Row]:
    """What happened to a task; for leads and the social worker.

    Raises:
        Problem: 404 when the task is not theirs to direct.
    """
    await require_directing(tx, actor, task_id)
    c = steps.c
    asks = select(c.verb, c.at, c.by, c.to_account_id, c.reason)
    mine = asks.where(c.community_id == tx.community, c.task_id == task_id)
    return await tx.rows(mine.order_by(c.at, c.id))


def _has(status: TaskStatus) -> ColumnElement[bool]:
    """The condition behind ``TaskState.status``."""
    if status in OVER:
        return tasks.c.step == status
    if status == "overdue":
        return and_(_OPEN, tasks.c.lateness == 1)
    if status == "escalated":
        return and_(_OPEN, tasks.c.lateness > 1)
    return and_(tasks.c.step == status, tasks.c.lateness == 0)
