"""The doors of one person's day, rendered by the database: every phone asks for them."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from sqlalchemy import ColumnElement, Select, and_, bindparam, cast, exists, func, or_, select, true

from linli.care.models.grievance import Grievance, GrievanceAnswer
from linli.care.permissions.canvass import OVERSEE_DOORS
from linli.care.queries.places import (
    assignments,
    buildings,
    canvasses,
    covers,
    doors,
    households,
    in_reach,
    same_community,
    stairwells,
    with_places,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.rendered import json_rows
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.db.types import Json, UtcTime, Uuid

MISSED_AFTER = timedelta(days=7)
"""How long after its time a revisit may be missing before the lead sees the door."""

_COMMUNITY = bindparam("community", type_=Uuid)
_ACCOUNT = bindparam("account", type_=Uuid)
_DAY = bindparam("day", type_=canvasses.c.starts_on.type)
_BEFORE = bindparam("before", type_=UtcTime)
_MISSED = bindparam("missed", type_=UtcTime)


async def doors_today(tx: Tx, actor: Actor, now: datetime, day: date, zone: ZoneInfo) -> Any:
    """A JSON array: the actor's doors that are due, and those that came to them as a lead.

    Doors to be left alone are among the actor's own, marked, so that nobody knocks unknowingly.
    """
    midnight = datetime.combine(day + timedelta(days=1), time(), zone)
    asked = {
        "community": tx.community,
        "account": actor.account_id,
        "day": day,
        "before": midnight,
        "missed": now - MISSED_AFTER,
    }
    own = await tx.scalar(_OWN, asked)
    if not actor.may(OVERSEE_DOORS):
        return orjson.Fragment(own)
    led = await tx.scalar(_rendered(_came_to_the_lead(actor)), asked)
    return orjson.loads(own) + orjson.loads(led)


def _assigned() -> Select[Any]:
    """The doors that are the actor's in canvasses that are going on."""
    return (
        select(canvasses.c.id.label("canvass_id"), households.c.id.label("household_id"))
        .join_from(assignments, canvasses, _of_canvass())
        .join(households, covers())
        .where(_is_mine(), _is_going_on())
        .distinct()
    )


def _of_canvass() -> ColumnElement[bool]:
    return and_(same_community(canvasses, assignments), canvasses.c.id == assignments.c.canvass_id)


def _is_mine() -> ColumnElement[bool]:
    return and_(
        assignments.c.community_id == _COMMUNITY,
        assignments.c.account_id == _ACCOUNT,
        assignments.c.withdrawn_at.is_(None),
    )


def _is_going_on() -> ColumnElement[bool]:
    return and_(canvasses.c.starts_on <= _DAY, canvasses.c.ends_on >= _DAY)


def _came_to_the_lead(actor: Actor) -> Select[Any]:
    """Escalated doors (the office sees those the lead was reminded of) and missed revisits."""
    canvass = and_(same_community(canvasses, doors), canvasses.c.id == doors.c.canvass_id)
    home = and_(same_community(households, doors), households.c.id == doors.c.household_id)
    reminders = 0 if actor.holds("building_lead") else 1
    escalated = and_(doors.c.state == "escalated", doors.c.reminders >= reminders)
    on_my_list = exists().where(
        _is_mine(), assignments.c.canvass_id == doors.c.canvass_id, covers()
    )
    return (
        select(doors.c.canvass_id, doors.c.household_id)
        .join_from(doors, canvasses, canvass)
        .join(households, home)
        .where(
            doors.c.community_id == _COMMUNITY,
            _is_going_on(),
            in_reach(actor, households.c.building_id),
            or_(escalated, and_(doors.c.due_at < _MISSED, ~on_my_list)),
        )
    )


def _left_alone() -> ColumnElement[bool]:
    return doors.c.left_alone_at.is_not(None)


def _due() -> ColumnElement[bool]:
    """Whether there is a reason to go there today, or to know that one must not."""
    at = doors.c.due_at
    wanted = or_(doors.c.done_at.is_(None), at.is_not(None))
    to_knock = and_(doors.c.state != "escalated", wanted, or_(at.is_(None), at < _BEFORE))
    return or_(doors.c.state.is_(None), _left_alone(), to_knock)


def _rendered(keys: Select[Any], condition: ColumnElement[bool] | None = None) -> Select[Any]:
    """The doors with these canvasses and households, as the API tells them."""
    key = keys.subquery("key")
    home = and_(households.c.community_id == _COMMUNITY, households.c.id == key.c.household_id)
    door = and_(
        doors.c.community_id == _COMMUNITY,
        doors.c.canvass_id == key.c.canvass_id,
        doors.c.household_id == key.c.household_id,
    )
    found = (
        select(
            key.c.canvass_id,
            key.c.household_id,
            households.c.code,
            households.c.building_id,
            buildings.c.code.label("building_code"),
            stairwells.c.code.label("stairwell_code"),
            households.c.floor,
            households.c.door,
            func.coalesce(doors.c.state, "new").label("state"),
            func.coalesce(doors.c.attempts, 0).label("attempts"),
            doors.c.due_at,
            doors.c.due_part,
            _left_alone().label("left_alone"),
            _brought_along().label("open_grievances"),
        )
        .select_from(with_places(key.join(households, home).outerjoin(doors, door)))
        .where(true() if condition is None else condition)
        .order_by(key.c.canvass_id, households.c.sort_key)
        .subquery("doors")
    )
    return select(json_rows(found)).select_from(found)


def _brought_along() -> ColumnElement[Any]:
    """What the household complained of, with the latest answer, until it is closed."""
    grievances, answers = table(Grievance), table(GrievanceAnswer)
    answer = (
        select(answers.c.words)
        .where(same_community(answers, grievances), answers.c.grievance_id == grievances.c.id)
        .order_by(answers.c.created_at.desc(), answers.c.id.desc())
        .limit(1)
        .correlate(grievances)
        .scalar_subquery()
    )
    told = (
        select(grievances.c.id, grievances.c.words, answer.label("answer"))
        .where(
            same_community(grievances, households),
            grievances.c.household_id == households.c.id,
            grievances.c.status != "closed",
        )
        .order_by(grievances.c.raised_at, grievances.c.id)
        .correlate(households)
        .subquery("told")
    )
    return cast(select(json_rows(told)).select_from(told).scalar_subquery(), Json())


_OWN = Fast(_rendered(_assigned(), _due()))
