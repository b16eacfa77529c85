"""Bringing doors up to date with what happened at them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from linli.care.actions.store_doors import overwrite_doors, store_doors
from linli.care.facts.canvass import door_came_to
from linli.care.queries.door_history import door_history
from linli.care.queries.doors_to_log import DoorKey, DoorToLog
from linli.care.rules.door_events import Event
from linli.care.rules.door_state import UNTOUCHED, DoorState, fold
from linli.care.rules.picture_mark import door_mark
from linli.kernel import clock
from linli.kernel.clock import day_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.work.schedule import schedule_many

REVISIT = "care.door.revisit"
ESCALATION = "care.door.escalation"
FIRST_REMINDER = timedelta(days=3)
"""How long a door may wait for the building lead before somebody is reminded."""


@dataclass
class Book:
    """A door, the state it started from, and what has been folded onto it since."""

    door: DoorToLog
    start: DoorState
    events: dict[UUID, Event] = field(default_factory=dict)
    state: DoorState = UNTOUCHED

    def __post_init__(self) -> None:
        """Bring the state up to date."""
        self._fold()

    @property
    def key(self) -> DoorKey:
        """Which door of which canvass."""
        return self.door.canvass_id, self.door.household_id

    def enter(self, event: Event) -> None:
        """Fold one more event."""
        self.events[event.id] = event
        if self.state.is_before(event):
            self.state = fold([event], self.door.zone, self.state)
        else:
            self._fold()

    def strike(self, event_id: UUID) -> None:
        """Take an event out again."""
        del self.events[event_id]
        self._fold()

    def _fold(self) -> None:
        self.state = fold(self.events.values(), self.door.zone, self.start)


async def open_books(
    tx: Tx, doors: Iterable[DoorToLog], arriving: Iterable[tuple[DoorKey, Event]]
) -> dict[DoorKey, Book]:
    """A book for each door.

    Folding goes on from the kept state; only where something that arrives is not later than what
    was folded, the history is read.
    """
    books = {book.key: book for book in (Book(door, door.state) for door in doors)}
    late = {key for key, event in arriving if not books[key].start.is_before(event)}
    return books | await _books_from_the_beginning(tx, [books[key].door for key in late])


async def _books_from_the_beginning(tx: Tx, doors: Collection[DoorToLog]) -> dict[DoorKey, Book]:
    if not doors:
        return {}
    of = {(door.canvass_id, door.household_id): door for door in doors}
    histories = await door_history(tx, of)
    return {key: Book(door, UNTOUCHED, histories[key]) for key, door in of.items()}


async def fold_doors(tx: Tx, books: Iterable[Book]) -> None:
    """Store what the doors have come to, schedule what follows, record what goes to the lead.

    Two transactions may have folded onto the same state. The second finds its rows spared, holds
    them from then on, and folds again from the history, which has the other's events too.
    """
    ordered = {book.key: book for book in sorted(books, key=lambda book: book.key)}
    door_ids = await store_doors(tx, [_row(tx, book) for book in ordered.values()])
    outrun = [book.door for key, book in ordered.items() if key not in door_ids]
    if outrun:
        again = await _books_from_the_beginning(tx, outrun)
        door_ids |= await overwrite_doors(tx, [_row(tx, book) for book in again.values()])
        ordered |= again
    await _follow_up(tx, ordered, door_ids)


def _row(tx: Tx, book: Book) -> Row:
    state = book.state
    done_at = state.done_at
    return {
        "community_id": tx.community,
        "id": new_id(),
        "canvass_id": book.door.canvass_id,
        "household_id": book.door.household_id,
        **vars(state),
        "mark": door_mark(state.state, done=done_at is not None),
        "done_on": done_at and day_of(done_at, book.door.zone.key),
        "reminders": 0,
        "folded_onto": book.door.folding,
    }


async def _follow_up(tx: Tx, books: dict[DoorKey, Book], door_ids: dict[DoorKey, UUID]) -> None:
    now = clock.now()
    due: list[tuple[UUID, datetime]] = []
    escalated: list[tuple[UUID, datetime]] = []
    for key, book in books.items():
        door_id, state = door_ids[key], book.state
        if state.due_at is not None:
            due.append((door_id, state.due_at))
        if state.state == "escalated" and book.door.state.state != "escalated":
            escalated.append((door_id, now + FIRST_REMINDER))
            record(tx, door_came_to("escalated", door_id, now, canvass=book.door.canvass_id))
    await schedule_many(tx, REVISIT, sorted(due))
    await schedule_many(tx, ESCALATION, sorted(escalated))
