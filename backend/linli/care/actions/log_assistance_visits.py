"""Logging help that was given, up to a sync's whole batch at once."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Literal
from uuid import UUID

from linli.care.actions.change_tasks import TaskChange, change_tasks
from linli.care.actions.help_batch import HelpBatch, check_help, recognise
from linli.care.actions.need_work import ERASE_NOTE
from linli.care.actions.raise_duties import Duty, raise_duties
from linli.care.facts.register import help_logged
from linli.care.queries.known_help import visits
from linli.care.queries.task_rows import state_of
from linli.care.rules.clock_drift import counted_at, seconds_ahead
from linli.care.rules.task_state import TaskState, verb_of, visited
from linli.care.schemas.assistance_visit import AssistanceVisitIn
from linli.community.public import time_zone_of
from linli.kernel.access.actor import Actor
from linli.kernel.clock import day_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.facts.record import record
from linli.kernel.sync.items import SyncItem, Verdict
from linli.kernel.vault.many import seal_many
from linli.kernel.vault.vault import Place
from linli.kernel.work.schedule import schedule_many

KIND: Literal["assistance_visit"] = "assistance_visit"
KEEP_NOTE = timedelta(days=90)
"""How long a note is kept that serves no active need, and so goes with none."""


async def log_assistance_visits(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Log visits in the order of doing; the number of statements does not grow with theirs.

    A visit that comes late, after its task was given to somebody else or taken off, still counts:
    the help was given.

    Args:
        tx: a write transaction inside the actor's community.
        actor: who helped.
        items: each id once; payloads are ``AssistanceVisitIn``.

    Returns:
        A verdict for each item, in its place. A visit is rejected with ``not_found`` when neither
        the door nor a task there are or were the actor's, 422 when the task is unknown or for
        another door, and ``diagnosis_words`` when its note tells a diagnosis.
    """
    batch = HelpBatch(tx, actor, items)
    await check_help(batch)
    stored = await _insert(batch)
    beaten = [item for item in batch.waiting() if item.id not in stored]
    if beaten:
        await recognise(batch, beaten)
    await _take_effect(batch, list(batch.waiting()))
    return [batch.verdicts[item.id] for item in items]


async def _insert(batch: HelpBatch) -> set[UUID]:
    """Insert all but those that a parallel transaction has just stored; the ids inserted."""
    waiting = list(batch.waiting())
    if not waiting:
        return set()
    zone = await time_zone_of(batch.tx, batch.tx.community)
    notes = await _sealed_notes(batch, waiting)
    rows = [{**_row(batch, item, zone), **notes[item.id]} for item in waiting]
    write = (
        insert_for(batch.tx, visits)
        .on_conflict_do_nothing(index_elements=("community_id", "id"))
        .returning(visits.c.id)
    )
    inserted = await batch.tx.execute(write, sorted(rows, key=lambda row: row["id"]))
    return set(inserted.scalars())


async def _sealed_notes(batch: HelpBatch, items: Sequence[SyncItem]) -> dict[UUID, Row]:
    """The sealed note of each visit and whose key seals it: the person's, or one of its own."""
    noted = [item for item in items if item.payload.note]
    places = [Place(KIND, item.id, _person(batch, item)) for item in noted]
    contents = [{"note": item.payload.note} for item in noted]
    sealed = await seal_many(batch.tx, list(zip(places, contents, strict=True)))
    notes: dict[UUID, Row] = {item.id: {"sealed": None, "person_id": None} for item in items}
    for place, content in zip(places, sealed, strict=True):
        notes[place.row_id] = {"sealed": content, "person_id": place.person_id}
    return notes


def _person(batch: HelpBatch, item: SyncItem) -> UUID:
    need = batch.active_need(item)
    person_id: UUID = item.id if need is None else need["person_id"]
    return person_id


def _row(batch: HelpBatch, item: SyncItem, zone: str) -> Row:
    visit: AssistanceVisitIn = item.payload
    return {
        "community_id": batch.tx.community,
        "id": item.id,
        "care_task_id": visit.care_task_id,
        "household_id": visit.household_id,
        "happened_at": visit.happened_at,
        "happened_on": day_of(counted_at(visit.happened_at, batch.now), zone),
        "did": list(visit.did),
        "minutes": visit.minutes,
        "outcome": visit.outcome,
        "follow_up": visit.follow_up,
        "body_digest": batch.digests[item.id],
        "created_by": batch.actor.account_id,
        "created_at": batch.now,
    }


async def _take_effect(batch: HelpBatch, kept: Sequence[SyncItem]) -> None:
    """Record the visits, close or keep open their tasks, tell the social worker."""
    for item in kept:
        ahead = seconds_ahead(item.payload.happened_at, batch.now)
        told = {"id": item.id, **item.payload.model_dump(exclude={"note", "attachments"})}
        drafted = help_logged(batch.actor.account_id, told, ahead)
        batch.verdicts[item.id] = Verdict.accepted(record(batch.tx, drafted))
    await change_tasks(batch.tx, list(_changes(batch, kept)))
    await raise_duties(batch.tx, [duty for item in kept for duty in _duties(batch, item)])
    own = [item.id for item in kept if item.payload.note and _person(batch, item) == item.id]
    await schedule_many(batch.tx, ERASE_NOTE, [(each, batch.now + KEEP_NOTE) for each in own])


def _changes(batch: HelpBatch, kept: Sequence[SyncItem]) -> Iterator[TaskChange]:
    states: dict[UUID, TaskState] = {}
    for item in kept:
        row = batch.tasks.get(item.payload.care_task_id)
        if row is None:
            continue
        before = states.get(row["id"], state_of(row))
        if before.is_over:
            continue
        outcome = item.payload.outcome
        states[row["id"]] = after = visited(before, outcome, batch.now)
        yield TaskChange(row, after, verb_of(outcome), batch.actor.account_id, batch.now)


def _duties(batch: HelpBatch, item: SyncItem) -> Iterator[Duty]:
    """What a visit asks of the social worker; a need that is met or refused is looked at again."""
    visit: AssistanceVisitIn = item.payload
    home = visit.household_id
    if visit.follow_up:
        yield Duty("follow_up", KIND, item.id, home)
    need = batch.active_need(item)
    if need is None:
        return
    if visit.outcome == "refused":
        yield Duty("help_refused", "assistance_need", need["id"], home)
    met = visit.outcome == "done" and need["weekdays"] is None and need["kind"] != "stair_support"
    if met or visit.outcome == "not_needed":
        yield Duty("review_due", "assistance_need", need["id"], home)
