"""The doors of one person's day, rendered by the database: every phone asks for them."""

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from sqlalchemy import ColumnElement, Select, and_, bindparam, cast, exists, func, or_, select

from linli.care.models.grievance import Grievance, GrievanceAnswer
from linli.care.permissions.canvass import OVERSEE_DOORS
from linli.care.queries.places import (
    assignments,
    buildings,
    canvasses,
    covers,
    doors,
    homes_of_canvasses,
    households,
    in_reach,
    same_community,
    stairwells,
    with_doors,
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
    own = await tx.scalar(_own_doors(), asked)
    if not actor.may(OVERSEE_DOORS):
        return orjson.Fragment(own)
    led = await tx.scalar(_rendered(_came_to_the_lead(actor)), asked)
    return orjson.loads(own) + orjson.loads(led)


@cache
def _own_doors() -> Fast:
    own = and_(_is_mine(), or_(doors.c.state.is_(None), _left_alone(), _to_knock()))
    return Fast(_rendered(own))


def _is_mine() -> ColumnElement[bool]:
    return exists().where(
        same_community(assignments, canvasses),
        assignments.c.canvass_id == canvasses.c.id,
        assignments.c.account_id == _ACCOUNT,
        assignments.c.withdrawn_at.is_(None),
        covers(),
    )


def _left_alone() -> ColumnElement[bool]:
    return doors.c.left_alone_at.is_not(None)


def _to_knock() -> ColumnElement[bool]:
    due = doors.c.due_at
    wanted = or_(doors.c.done_at.is_(None), due.is_not(None))
    return and_(doors.c.state != "escalated", wanted, or_(due.is_(None), due < _BEFORE))


def _came_to_the_lead(actor: Actor) -> ColumnElement[bool]:
    """Escalated doors (the office sees those the lead was reminded of) and missed revisits."""
    reminders = 0 if actor.holds("building_lead") else 1
    escalated = and_(doors.c.state == "escalated", doors.c.reminders >= reminders)
    missed = and_(doors.c.due_at < _MISSED, ~_is_mine())
    return and_(in_reach(actor, households.c.building_id), or_(escalated, missed))


def _rendered(condition: ColumnElement[bool]) -> Select[Any]:
    found = (
        select(
            canvasses.c.id.label("canvass_id"),
            households.c.id.label("household_id"),
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
        .select_from(with_places(with_doors(homes_of_canvasses())))
        .where(canvasses.c.community_id == _COMMUNITY, _is_going_on(), condition)
        .order_by(canvasses.c.id, households.c.sort_key)
        .subquery("doors")
    )
    return select(json_rows(found)).select_from(found)


def _is_going_on() -> ColumnElement[bool]:
    return and_(canvasses.c.starts_on <= _DAY, canvasses.c.ends_on >= _DAY)


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
        .order_by(grievances.c.id)
        .correlate(households)
        .subquery("told")
    )
    return cast(select(json_rows(told)).select_from(told).scalar_subquery(), Json())
