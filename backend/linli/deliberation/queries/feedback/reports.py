"""Reports as the list shows them: what, where and since when, never who."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, not_, or_, select

from linli.community.public import BUILDINGS, STAIRWELLS, time_zone_of
from linli.deliberation.models.feedback import Feedback
from linli.deliberation.permissions.feedback import ANSWER_FEEDBACK
from linli.deliberation.queries.feedback.earlier_steps import is_of_an_office, is_own_work
from linli.deliberation.rules.feedback.asking import days_open, is_broken
from linli.deliberation.rules.lifecycles.feedback import COUNTS_DAYS_OPEN
from linli.deliberation.schemas.feedback import Which
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of, page_of_newest
from linli.kernel.problems import not_found

reports = table(Feedback)
_joined = reports.alias("joined")
_c = reports.c


async def list_feedback(tx: Tx, actor: Actor, which: Which, page: PageAsked) -> Row:
    """Reports that stand for themselves, the oldest first.

    ``mine`` has joined ones too, the newest first: what was just sent stands on top.
    """
    asks = shown_reports(actor).where(_wanted(actor, which))
    keys = [_c.reported_on, _c.id]
    in_order = page_of_newest if which == "mine" else page_of
    found = await in_order(tx, asks, keys, page, "feedback", which, actor.account_id)
    today = clock.today(await time_zone_of(tx, tx.community))
    return {**found, "items": [as_told(row, today) for row in found["items"]]}


async def told_reports(tx: Tx, actor: Actor, report_ids: Collection[UUID]) -> dict[UUID, Row]:
    """Reports by id, as the list shows them."""
    found = await tx.rows(shown_reports(actor).where(_c.id.in_(report_ids)))
    today = clock.today(await time_zone_of(tx, tx.community))
    return {row["id"]: as_told(row, today) for row in found}


async def told_report(tx: Tx, actor: Actor, report_id: UUID) -> Row:
    """One report, as the list shows it.

    Raises:
        Problem: 404 ``not_found``.
    """
    found = await told_reports(tx, actor, [report_id])
    if report_id not in found:
        raise not_found()
    return found[report_id]


def as_told(row: Row, today: date) -> Row:
    """Days are counted by the community's calendar, in one place for every screen."""
    shown = {name: value for name, value in row.items() if name != "ended_on"}
    open_for = days_open(row["reported_on"], row["ended_on"], today)
    overdue = is_broken(row["state"], row["promised_on"], today)
    return {**shown, "days_open": open_for, "overdue": overdue}


def is_mine(actor: Actor) -> ColumnElement[bool]:
    """Whether the actor reported it, or a report that was joined to it."""
    mine = _joined.alias("mine")
    also = exists().where(
        mine.c.community_id == _c.community_id,
        mine.c.merged_into_id == _c.id,
        mine.c.created_by == actor.account_id,
    )
    return or_(_c.created_by == actor.account_id, also)


def shown_reports(actor: Actor) -> Select[Any]:
    """Every report of the community with its place and the homes behind it."""
    building = and_(BUILDINGS.c.community_id == _c.community_id, BUILDINGS.c.id == _c.building_id)
    stairwell = and_(
        STAIRWELLS.c.community_id == _c.community_id, STAIRWELLS.c.id == _c.stairwell_id
    )
    return (
        select(
            _c.id,
            _c.kind,
            _c.building_id,
            BUILDINGS.c.code.label("building_code"),
            _c.stairwell_id,
            STAIRWELLS.c.code.label("stairwell_code"),
            _c.floor,
            _c.place,
            _c.words,
            _c.reported_on,
            _c.ended_on,
            _c.state,
            _c.state_since,
            _c.promised_on,
            _homes().label("homes"),
            is_mine(actor).label("mine"),
            _c.merged_into_id,
        )
        .select_from(reports.outerjoin(BUILDINGS, building).outerjoin(STAIRWELLS, stairwell))
        .where(_c.community_id == actor.community_id)
    )


def _homes() -> ColumnElement[Any]:
    """A reporter without a home in the roster counts as one."""
    home = func.coalesce(_joined.c.household_id, _joined.c.created_by)
    same = or_(_joined.c.id == _c.id, _joined.c.merged_into_id == _c.id)
    asks = select(func.count(home.distinct())).where(
        _joined.c.community_id == _c.community_id, same
    )
    return asks.correlate(reports).scalar_subquery()


def _wanted(actor: Actor, which: Which) -> ColumnElement[bool]:
    going_on = _c.state.in_(sorted(COUNTS_DAYS_OPEN))
    match which:
        case "open":
            return going_on
        case "ended":
            return _c.state.in_(("closed", "declined"))
        case "mine":
            return _c.created_by == actor.account_id
        case "asked":
            waits = and_(_c.state == "said_fixed", is_mine(actor), not_(is_own_work(actor)))
            return and_(waits, false()) if is_of_an_office(actor) else waits
        case "to_answer":
            waits = _c.state.in_(("reported", "reopened", "on_agenda"))
            return waits if actor.may(ANSWER_FEEDBACK) else and_(waits, _c.id.is_(None))
