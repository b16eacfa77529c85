"""Which care tasks somebody may know of, take or direct."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

from linli.care.permissions.register import DIRECT_CARE_TASKS, SEE_CARE_TASKS
from linli.care.queries.need_rows import needs
from linli.care.queries.task_rows import tasks
from linli.community.public import BUILDINGS, HOUSEHOLDS
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import not_found


def tasks_with_places(tx: Tx) -> Select[Any]:
    """Tasks with their place, and with what is sealed of their need."""
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


def known_to(actor: Actor) -> ColumnElement[bool]:
    """Tasks the actor may know of: to direct, their own, or offered where they help."""
    return or_(
        directs(actor),
        tasks.c.assignee_id == actor.account_id,
        and_(tasks.c.step == "offered", within_reach(actor)),
    )


def directs(actor: Actor) -> ColumnElement[bool]:
    """Tasks in buildings whose tasks the actor directs."""
    return _in_buildings(actor.reach(DIRECT_CARE_TASKS, Scope.BUILDING))


def within_reach(actor: Actor) -> ColumnElement[bool]:
    """Tasks in buildings where the actor helps."""
    return _in_buildings(actor.reach(SEE_CARE_TASKS, Scope.BUILDING))


def _in_buildings(reach: frozenset[UUID] | None) -> ColumnElement[bool]:
    if reach is None:
        return true()
    return HOUSEHOLDS.c.building_id.in_(sorted(reach)) if reach else false()


async def require_directing(tx: Tx, actor: Actor, task_id: UUID) -> None:
    """Check that a task is in a building where the actor directs tasks.

    Raises:
        Problem: 404.
    """
    await _require(tx, task_id, directs(actor))


async def require_within_reach(tx: Tx, actor: Actor, task_id: UUID) -> None:
    """Check that a task was given to the actor, or is where they may take tasks, taken or not.

    Raises:
        Problem: 404.
    """
    await _require(tx, task_id, or_(within_reach(actor), tasks.c.assignee_id == actor.account_id))


async def _require(tx: Tx, task_id: UUID, condition: ColumnElement[bool]) -> None:
    asks = (
        tasks_with_places(tx).with_only_columns(tasks.c.id).where(tasks.c.id == task_id, condition)
    )
    if await tx.row(asks) is None:
        raise not_found()
