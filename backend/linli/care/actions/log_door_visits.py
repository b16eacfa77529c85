"""Logging what volunteers recorded at the doors, up to a sync's whole batch at once."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from linli.care.actions.check_door_visits import Batch, check_door_visits, door_of, recognise
from linli.care.actions.fold_doors import Book, fold_doors, open_books
from linli.care.actions.raise_grievances import raise_grievances
from linli.care.actions.suggest_help import HeardHelp, suggest_help
from linli.care.facts.canvass import visit_logged
from linli.care.models.door_visit import DoorVisit
from linli.care.queries.door_history import visit_of
from linli.care.queries.doors_to_log import DoorKey
from linli.care.rules.clock_drift import counted_at, seconds_ahead
from linli.care.schemas.door_visit import DoorVisitIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.clock import day_of
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new, insert_rows
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest
from linli.kernel.problems import Problem
from linli.kernel.sync.items import SyncItem, Verdict

KEY = ("community_id", "id")
Brought = tuple[Actor, SyncItem]
"""A visit, and who sends it."""


async def log_door_visits(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Log visits in the order of doing; the number of statements does not grow with theirs.

    Args:
        tx: a write transaction inside the actor's community.
        actor: who visited.
        items: each id once; payloads are ``DoorVisitIn``.

    Returns:
        A verdict for each item, in its place. A visit is rejected with ``not_found`` when the door
        is not the actor's, ``canvass_not_open`` outside its days, and ``door_left_alone`` when the
        household had by then asked for no more visits.

    Raises:
        Problem: 409 ``conflict`` when a grievance's id is taken; the caller tries item by item.
    """
    return await log_brought_visits(tx, [(actor, item) for item in items])


async def log_brought_visits(tx: Tx, brought: Sequence[Brought]) -> list[Verdict]:
    """The same for visits of several people, who sent them at the same moment."""
    items = [item for _, item in brought]
    actors = {item.id: actor for actor, item in brought}
    digests = {item.id: body_digest(tx, item.payload) for item in items}
    batch = Batch(tx, clock.now(), items, actors, digests)
    await check_door_visits(batch)
    rows = {item.id: _row(batch, item) for item in batch.waiting()}
    books = await _open_books(batch, rows)
    stored = await _insert(tx, [rows[item.id] for item in batch.waiting()])
    await _yield_to_a_race(batch, books, stored)
    await _keep(batch, rows, books)
    return [batch.verdicts[item.id] for item in items]


def _row(batch: Batch, item: SyncItem) -> Row:
    visit: DoorVisitIn = item.payload
    counted = counted_at(visit.happened_at, batch.now)
    return {
        "community_id": batch.tx.community,
        "id": item.id,
        "canvass_id": visit.canvass_id,
        "household_id": visit.household_id,
        "happened_at": visit.happened_at,
        "happened_on": day_of(counted, batch.doors[door_of(item)].zone.key),
        "outcome": visit.outcome,
        "stance": visit.stance,
        "explained": [str(document) for document in visit.explained],
        "next_at": visit.next_at,
        "next_part": visit.next_part,
        "leave_alone": visit.leave_alone,
        "body_digest": batch.digests[item.id],
        "created_by": batch.actors[item.id].account_id,
        "created_at": batch.now,
    }


async def _open_books(batch: Batch, rows: dict[UUID, Row]) -> dict[DoorKey, Book]:
    """The books of the doors, with the visits entered that may take effect."""
    visits = [(item, visit_of(rows[item.id])) for item in batch.waiting()]
    arriving = [(door_of(item), visit) for item, visit in visits]
    doors = [batch.doors[key] for key in {key for key, _ in arriving}]
    books = await open_books(batch.tx, doors, arriving)
    for item, visit in visits:
        book = books[door_of(item)]
        if book.state.refuses(visit.at):
            batch.reject(item, Problem(409, "door_left_alone"))
        else:
            book.enter(visit)
    return books


async def _insert(tx: Tx, rows: Sequence[Row]) -> set[UUID]:
    """Insert all but those that a parallel transaction has just stored; the ids inserted."""
    if not rows:
        return set()
    visits, ordered = table(DoorVisit), sorted(rows, key=lambda row: row["id"])
    if len(rows) > 1:
        try:
            async with tx.savepoint():
                await insert_rows(tx, visits, ordered)
        except IntegrityError:
            pass  # then one at a time, so that only what is refused is left out
        else:
            return {row["id"] for row in rows}
    return {row["id"] for row in ordered if await insert_new(tx, visits, KEY, row)}


async def _yield_to_a_race(batch: Batch, books: dict[DoorKey, Book], stored: set[UUID]) -> None:
    """Where a parallel transaction was first, its visit stands and ours is a repeat."""
    beaten = [item for item in batch.waiting() if item.id not in stored]
    for item in beaten:
        books[door_of(item)].strike(item.id)
    if beaten:
        await recognise(batch, beaten)


async def _keep(batch: Batch, rows: dict[UUID, Row], books: dict[DoorKey, Book]) -> None:
    """Let the stored visits take effect and record them."""
    kept = list(batch.waiting())
    if not kept:
        return
    for item in kept:
        ahead = seconds_ahead(item.payload.happened_at, batch.now)
        recorded = record(batch.tx, visit_logged(batch.actors[item.id], rows[item.id], ahead))
        batch.verdicts[item.id] = Verdict.accepted(recorded)
    await _tell_what_was_heard(batch, kept)
    touched = {door_of(item) for item in kept}
    await fold_doors(batch.tx, [books[key] for key in touched])


async def _tell_what_was_heard(batch: Batch, kept: Sequence[SyncItem]) -> None:
    """Grievances and noticed difficulties, in the name of whoever heard them."""
    of: dict[UUID, list[SyncItem]] = {}
    for item in kept:
        of.setdefault(batch.actors[item.id].account_id, []).append(item)
    for items in of.values():
        actor = batch.actors[items[0].id]
        heard = [grievance for item in items for grievance in _heard(batch, item)]
        await raise_grievances(batch.tx, actor, heard)
        await suggest_help(batch.tx, actor, [_noticed(item) for item in items])


def _heard(batch: Batch, item: SyncItem) -> Iterator[Row]:
    for grievance in item.payload.grievances:
        yield {
            "community_id": batch.tx.community,
            "visit_id": item.id,
            "household_id": item.payload.household_id,
            "raised_at": item.payload.happened_at,
            "status": "open",
            "version": 1,
            **grievance.model_dump(),
        }


def _noticed(item: SyncItem) -> HeardHelp:
    visit = item.payload
    return HeardHelp(item.id, visit.household_id, visit.help_suggested, visit.difficulty_note)
