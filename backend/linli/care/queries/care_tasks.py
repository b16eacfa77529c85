"""Care tasks, as much of each as the one who looks may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

from linli.care.permissions.register import DIRECT_CARE_TASKS, SEE_CARE_TASKS
from linli.care.queries.need_rows import needs
from linli.care.queries.needs import keeps_register
from linli.care.queries.task_rows import state_of, steps, tasks
from linli.care.rules.need_dates import day_start
from linli.care.rules.register_view import Relation, visible
from linli.care.rules.task_current import task_is_current
from linli.care.rules.task_state import OVER
from linli.care.rules.task_words import TaskStatus
from linli.community.public import BUILDINGS, HOUSEHOLDS, time_zone_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.answers import text_of
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found
from linli.kernel.vault.many import Disclosed, read_disclosed
from linli.kernel.vault.vault import Place

OFFERS_AHEAD = timedelta(days=7)
"""How far ahead a phone shows what is open to whoever takes it."""
MOST_ON_A_PHONE = 100

_OPEN = tasks.c.step.not_in(sorted(OVER))
_SAME_FIELDS = (
    "id",
    "need_id",
    "kind",
    "urgency",
    "origin",
    "due_from",
    "due_until",
    "expected_by",
    "assignee_id",
    "attempts",
    "version",
)


async def my_current_tasks(tx: Tx, actor: Actor, day: date) -> list[Row]:
    """What a helper's phone shows for a day: their own open tasks up to then, and what is offered.

    Returns:
        Items as ``CareTaskOut``, instructions included where the task is current.
    """
    zone = await _zone(tx)
    end = day_start(day + timedelta(days=1), zone)
    mine = and_(tasks.c.assignee_id == actor.account_id, tasks.c.due_from < end)
    offered = and_(
        tasks.c.step == "offered",
        tasks.c.due_from < end + OFFERS_AHEAD,
        _within_reach(actor),
    )
    asks = _tasks(tx).where(_OPEN, or_(mine, offered)).order_by(tasks.c.due_from, tasks.c.id)
    return await shown_tasks(tx, actor, await tx.rows(asks.limit(MOST_ON_A_PHONE)))


@dataclass(frozen=True)
class TaskFilter:
    """Which tasks to list."""

    status: TaskStatus | None = None
    mine: bool = False
    day: date | None = None


async def list_care_tasks(tx: Tx, actor: Actor, page: PageAsked, wanted: TaskFilter) -> Row:
    """Tasks the actor may know of, by when they begin."""
    asks = _tasks(tx).where(_known_to(actor))
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
    row = await tx.row(_tasks(tx).where(tasks.c.id == task_id, _known_to(actor)))
    if row is None:
        raise not_found()
    (task,) = await shown_tasks(tx, actor, [row])
    return task


async def read_changed_task(tx: Tx, actor: Actor, task_id: UUID) -> Row:
    """A task that the actor has just changed, and may by that have given away.

    It comes without its instruction: answers to changes are kept for repeats.
    """
    row = await tx.row(_tasks(tx).where(tasks.c.id == task_id))
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


async def require_directing(tx: Tx, actor: Actor, task_id: UUID) -> None:
    """Check that a task is in a building where the actor directs tasks.

    Raises:
        Problem: 404.
    """
    await _require(tx, task_id, _directs(actor))


async def require_within_reach(tx: Tx, actor: Actor, task_id: UUID) -> None:
    """Check that a task was given to the actor, or is where they may take tasks, taken or not.

    Raises:
        Problem: 404.
    """
    await _require(tx, task_id, or_(_within_reach(actor), tasks.c.assignee_id == actor.account_id))


async def _require(tx: Tx, task_id: UUID, condition: ColumnElement[bool]) -> None:
    asks = _tasks(tx).with_only_columns(tasks.c.id).where(tasks.c.id == task_id, condition)
    if await tx.row(asks) is None:
        raise not_found()


def _tasks(tx: Tx) -> Select[Any]:
    home = and_(
        HOUSEHOLDS.c.community_id == tasks.c.community_id, HOUSEHOLDS.c.id == tasks.c.household_id
    )
    building = and_(
        BUILDINGS.c.community_id == HOUSEHOLDS.c.community_id,
        BUILDINGS.c.id == HOUSEHOLDS.c.building_id,
    )
    need = and_(needs.c.community_id == tasks.c.community_id, needs.c.id == tasks.c.need_id)
    return (
        select(
            tasks,
            HOUSEHOLDS.c.building_id,
            HOUSEHOLDS.c.floor,
            HOUSEHOLDS.c.door,
            BUILDINGS.c.code.label("building_code"),
            needs.c.person_id,
            needs.c.sealed.label("need_sealed"),
        )
        .join(HOUSEHOLDS, home)
        .outerjoin(BUILDINGS, building)
        .outerjoin(needs, need)
        .where(tasks.c.community_id == tx.community)
    )


def _known_to(actor: Actor) -> ColumnElement[bool]:
    return or_(
        _directs(actor),
        tasks.c.assignee_id == actor.account_id,
        and_(tasks.c.step == "offered", _within_reach(actor)),
    )


def _directs(actor: Actor) -> ColumnElement[bool]:
    return _in_buildings(actor.reach(DIRECT_CARE_TASKS, Scope.BUILDING))


def _within_reach(actor: Actor) -> ColumnElement[bool]:
    return _in_buildings(actor.reach(SEE_CARE_TASKS, Scope.BUILDING))


def _in_buildings(reach: frozenset[UUID] | None) -> ColumnElement[bool]:
    if reach is None:
        return true()
    return HOUSEHOLDS.c.building_id.in_(sorted(reach)) if reach else false()


def _has(status: TaskStatus) -> ColumnElement[bool]:
    """The condition behind ``TaskState.status``."""
    if status in OVER:
        return tasks.c.step == status
    if status == "overdue":
        return and_(_OPEN, tasks.c.lateness == 1)
    if status == "escalated":
        return and_(_OPEN, tasks.c.lateness > 1)
    return and_(tasks.c.step == status, tasks.c.lateness == 0)


async def _zone(tx: Tx) -> ZoneInfo:
    return ZoneInfo(await time_zone_of(tx, tx.community))


async def shown_tasks(tx: Tx, actor: Actor, rows: Sequence[Row]) -> list[Row]:
    """Rows as ``CareTaskOut``: fields by the actor's relation, instructions as disclosed."""
    zone, now = await _zone(tx), clock.now()
    seen = [visible(_relation(actor, row, now, zone)) for row in rows]
    told = [row for row, fields in zip(rows, seen, strict=True) if "instruction" in fields]
    instructions = await _instructions(tx, actor, told)
    return [
        _shown(actor, row, fields, instructions.get(row["id"]))
        for row, fields in zip(rows, seen, strict=True)
    ]


def _relation(actor: Actor, row: Row, now: datetime, zone: ZoneInfo) -> Relation:
    directed = actor.reach(DIRECT_CARE_TASKS, Scope.BUILDING)
    return Relation(
        keeps_register=keeps_register(actor),
        leads_building=directed is None or row["building_id"] in directed,
        has_task=row["assignee_id"] == actor.account_id,
        task_is_current=task_is_current(state_of(row), now, zone),
        offered_task=row["step"] == "offered",
    )


async def _instructions(tx: Tx, actor: Actor, rows: Sequence[Row]) -> dict[UUID, str | None]:
    wanted = {row["id"]: _sealed(row) for row in rows}
    asked = {task_id: sealed for task_id, sealed in wanted.items() if sealed is not None}
    contents = await read_disclosed(tx, actor.account_id, list(asked.values()))
    return {
        task_id: None if content is None else content["instruction"]
        for task_id, content in zip(asked, contents, strict=True)
    }


def _sealed(row: Row) -> Disclosed | None:
    purpose = f"care_task:{row['id']}"
    if row["need_sealed"] is not None:
        place = Place("assistance_need", row["need_id"], row["person_id"])
        return Disclosed(place, row["need_sealed"], purpose)
    if row["sealed"] is not None:
        return Disclosed(Place("care_task", row["id"], row["id"]), row["sealed"], purpose)
    return None


def _shown(actor: Actor, row: Row, seen: frozenset[str], instruction: str | None) -> Row:
    place = {"household_id": None, "floor": None, "door": None}
    if "place" in seen:
        place = {name: row[name] for name in place}
    return {
        **{name: row[name] for name in _SAME_FIELDS},
        **place,
        "title": row["title"] or text_of(actor.language, f"care_task.{row['kind']}", {}),
        "building_code": row["building_code"],
        "status": state_of(row).status,
        "instruction": instruction,
    }
