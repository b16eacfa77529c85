"""Bringing doors up to date with what happened at them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from linli.care.facts.canvass import door_came_to
from linli.care.models.canvass import CanvassDoor
from linli.care.queries.door_history import door_history
from linli.care.queries.door_rows import STATE_COLUMNS
from linli.care.queries.doors_to_log import DoorKey, DoorToLog
from linli.care.rules.door_events import Event
from linli.care.rules.door_state import UNTOUCHED, DoorState, fold
from linli.care.rules.picture_mark import door_mark
from linli.kernel import clock
from linli.kernel.clock import day_of
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.work.schedule import schedule_many

REVISIT = "care.door.revisit"
ESCALATION = "care.door.escalation"
FIRST_REMINDER = timedelta(days=3)
"""How long a door may wait for the building lead before somebody is reminded."""

DOOR_KEY = ("community_id", "canvass_id", "household_id")


@dataclass
class Book:
    """A door, the state to start from, and what is to be folded onto it."""

    door: DoorToLog
    start: DoorState
    events: dict[UUID, Event] = field(default_factory=dict)

    @property
    def key(self) -> DoorKey:
        """Which door of which canvass."""
        return self.door.canvass_id, self.door.household_id

    def now(self) -> DoorState:
        """The state with everything folded."""
        return fold(self.events.values(), self.door.zone, self.start)


async def open_books(
    tx: Tx, doors: Iterable[DoorToLog], arriving: Iterable[tuple[DoorKey, Event]]
) -> dict[DoorKey, Book]:
    """A book for each door.

    Folding goes on from the kept state; only where something that arrives is not later than what
    was folded, the history is read.
    """
    books = {book.key: book for book in (Book(door, door.state) for door in doors)}
    late = {key for key, event in arriving if not books[key].start.is_before(event)}
    await _from_the_beginning(tx, [books[key] for key in late])
    return books


async def _from_the_beginning(tx: Tx, books: Collection[Book]) -> None:
    if not books:
        return
    histories = await door_history(tx, [book.key for book in books])
    for book in books:
        book.start, book.events = UNTOUCHED, histories[book.key]


async def fold_doors(tx: Tx, books: Iterable[Book]) -> None:
    """Store what the doors have come to, schedule what follows, record what goes to the lead.

    Two transactions may have folded onto the same state; the second notices by the version, holds
    the row from then on, and folds again from the history, which has the other's events too.
    """
    ordered = sorted(books, key=lambda book: book.key)
    door_ids = await _store(tx, ordered, checked=True)
    outrun = [book for book in ordered if book.key not in door_ids]
    if outrun:
        await _from_the_beginning(tx, outrun)
        door_ids |= await _store(tx, outrun, checked=False)
    await _follow_up(tx, ordered, door_ids)


async def _store(tx: Tx, books: Sequence[Book], *, checked: bool) -> dict[DoorKey, UUID]:
    """Write the rows; the ids of those written. ``checked`` spares rows that have moved on."""
    doors = table(CanvassDoor)
    statement = insert_for(tx, doors)
    fresh = statement.excluded
    changed = {name: fresh[name] for name in (*STATE_COLUMNS, "mark", "done_on", "reminders")}
    write = statement.on_conflict_do_update(
        index_elements=DOOR_KEY,
        set_={**changed, "version": doors.c.version + 1},
        where=doors.c.version == fresh.version - 1 if checked else None,
    ).returning(doors.c.id, doors.c.canvass_id, doors.c.household_id)
    result = await tx.execute(write, [_row(tx, book) for book in books])
    return {(row.canvass_id, row.household_id): row.id for row in result}


def _row(tx: Tx, book: Book) -> Row:
    state = book.now()
    done_at = state.done_at
    return {
        "community_id": tx.community,
        "id": new_id(),
        "canvass_id": book.door.canvass_id,
        "household_id": book.door.household_id,
        "version": book.door.version + 1,
        **vars(state),
        "mark": door_mark(state.state, done=done_at is not None),
        "done_on": done_at and day_of(done_at, book.door.zone.key),
        "reminders": 0,
    }


async def _follow_up(tx: Tx, books: Sequence[Book], door_ids: dict[DoorKey, UUID]) -> None:
    now = clock.now()
    due: list[tuple[UUID, datetime]] = []
    escalated: list[tuple[UUID, datetime]] = []
    for book in books:
        door_id, state = door_ids[book.key], book.now()
        if state.due_at is not None:
            due.append((door_id, state.due_at))
        if state.state == "escalated" and book.door.state.state != "escalated":
            escalated.append((door_id, now + FIRST_REMINDER))
            canvass_id = book.door.canvass_id
            record(tx, door_came_to("escalated", door_id, now, canvass=canvass_id))
    await schedule_many(tx, REVISIT, sorted(due))
    await schedule_many(tx, ESCALATION, sorted(escalated))
