"""Taking what neighbours report, also long after they recorded it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.community.public import homes_of, time_zone_of
from linli.deliberation.actions.feedback.feedback_work import WEEKLY_AGENDA, next_draft
from linli.deliberation.actions.feedback.take_step import first_step
from linli.deliberation.facts.feedback import feedback_reported
from linli.deliberation.queries.feedback.known_reports import (
    known_places,
    known_reports,
    open_roots,
)
from linli.deliberation.queries.feedback.reports import reports
from linli.deliberation.rules.feedback.asking import counted_from
from linli.deliberation.schemas.feedback import FeedbackIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.clock import day_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest, differing_fields
from linli.kernel.problems import Problem, invalid
from linli.kernel.sync.items import SyncItem, Verdict
from linli.kernel.work.schedule import schedule_unless_waiting

KEY = ("community_id", "id")


@dataclass
class _Batch:
    tx: Tx
    actor: Actor
    now: datetime
    zone: str
    household_id: UUID | None
    """The reporter's home, where the roster knows one."""
    buildings: set[UUID] = field(default_factory=set)
    stairwells: dict[UUID, UUID] = field(default_factory=dict)
    roots: dict[UUID, UUID] = field(default_factory=dict)


async def report_feedback(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Take reports in the order of doing.

    A report that repeats an open one is joined to it; when that one has ended meanwhile, it stands
    for itself.

    Returns:
        A verdict for each item, in its place; rejected with 422 for a place that does not exist,
        and ``says_nothing`` for what has neither words nor a photo nor a place.
    """
    batch = await _prepared(tx, actor, items)
    known = await known_reports(tx, [item.id for item in items])
    return [await _take(batch, item, known.get(item.id)) for item in items]


async def _prepared(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> _Batch:
    homes = await homes_of(tx, actor.account_id)
    home = homes[0]["household_id"] if homes else None
    batch = _Batch(tx, actor, clock.now(), await time_zone_of(tx, tx.community), home)
    told: list[FeedbackIn] = [item.payload for item in items]
    named = {each.building_id for each in told if each.building_id}
    wells = {each.stairwell_id for each in told if each.stairwell_id}
    batch.buildings, batch.stairwells = await known_places(tx, named, wells)
    batch.roots = await open_roots(tx, {each.same_as for each in told if each.same_as})
    return batch


async def _take(batch: _Batch, item: SyncItem, stored: Row | None) -> Verdict:
    if stored is not None:
        return await _recognised(batch, item, stored)
    problem = _problem(batch, item)
    if problem is not None:
        return Verdict.rejected(problem)
    row = _row(batch, item)
    if not await insert_new(batch.tx, reports, KEY, row):
        found = await known_reports(batch.tx, [item.id])
        return await _recognised(batch, item, found[item.id])
    recorded = record(batch.tx, feedback_reported(batch.actor, row))
    await first_step(batch.tx, batch.actor, row)
    await schedule_unless_waiting(
        batch.tx, WEEKLY_AGENDA, batch.tx.community, next_draft(batch.now, batch.zone)
    )
    return Verdict.accepted(recorded)


async def _recognised(batch: _Batch, item: SyncItem, stored: Row) -> Verdict:
    if stored["body_digest"] == body_digest(batch.tx, item.payload):
        return Verdict.duplicate()
    return Verdict.conflict(*(differing_fields(stored, item.payload) or ["id"]))


def _problem(batch: _Batch, item: SyncItem) -> Problem | None:
    report: FeedbackIn = item.payload
    told = (report.words, report.place, report.building_id, report.same_as, *item.attachments)
    if not any(told):
        return invalid("/words", "says_nothing")
    if report.building_id is not None and report.building_id not in batch.buildings:
        return invalid("/building_id", "unknown_place")
    well = report.stairwell_id
    if well is not None and batch.stairwells.get(well) != report.building_id:
        return invalid("/stairwell_id", "unknown_stairwell")
    return None


def _row(batch: _Batch, item: SyncItem) -> Row:
    report: FeedbackIn = item.payload
    told, received = (day_of(at, batch.zone) for at in (report.happened_at, batch.now))
    day = counted_from(told, received)
    root = batch.roots.get(report.same_as) if report.same_as else None
    return {
        "community_id": batch.tx.community,
        "id": item.id,
        **report.model_dump(exclude={"same_as"}),
        "household_id": batch.household_id,
        "reported_on": day,
        "state": "merged" if root else "reported",
        "state_since": batch.now,
        "ended_on": day if root else None,
        "merged_into_id": root,
        "late_reopenings": 0,
        "reminders": 0,
        "version": 1,
        "body_digest": body_digest(batch.tx, report),
        "created_by": batch.actor.account_id,
        "created_at": batch.now,
    }
