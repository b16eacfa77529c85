"""Where a canvass stands at a door: a fold over what happened there.

The fold goes by when things happened, so phones that were offline may deliver in any order. The
result is kept with the door; when everything new is later than what was folded already, folding
may go on from there, and gives the same as folding from the beginning.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import partial, reduce
from uuid import UUID

from linli.care.rules.door_events import Event, Reopening, Visit, moment_key
from linli.care.rules.next_try import next_try
from linli.care.rules.visit_words import DayPart, DoorStep, Stance

TRIES_BEFORE_LEAD = 3
"""After so many tries in a row with nobody home the door goes to the building lead."""

_DONE = frozenset({"talked", "refused", "moved"})


@dataclass(frozen=True)
class DoorState:
    """The latest about a door.

    Attributes:
        state: the latest step.
        visits: how many visits count.
        attempts: tries in a row with nobody home.
        stance: the latest stance the household took.
        done_at: when the door first needed no further visit; ``None`` while it does.
        left_alone_at: when the household asked to be left alone.
        due_at: when to come again.
        due_part: in which part of the day.
        last_at: the moment of the latest event folded, counting or not.
        last_id: its id.
    """

    state: DoorStep = "new"
    visits: int = 0
    attempts: int = 0
    stance: Stance | None = None
    done_at: datetime | None = None
    left_alone_at: datetime | None = None
    due_at: datetime | None = None
    due_part: DayPart | None = None
    last_at: datetime | None = None
    last_id: UUID | None = None

    def refuses(self, at: datetime) -> bool:
        """Whether the household had asked, by then, to be left alone."""
        return self.left_alone_at is not None and at > self.left_alone_at

    def is_before(self, event: Event) -> bool:
        """Whether the event is later than all that was folded."""
        if self.last_at is None or self.last_id is None:
            return True
        return (self.last_at, self.last_id) < moment_key(event)


UNTOUCHED = DoorState()


def fold(events: Iterable[Event], zone: tzinfo, start: DoorState = UNTOUCHED) -> DoorState:
    """The state after these events, in the order in which they happened."""
    return reduce(partial(_after, zone), sorted(events, key=moment_key), start)


def _after(zone: tzinfo, door: DoorState, event: Event) -> DoorState:
    seen = replace(door, last_at=event.at, last_id=event.id)
    if isinstance(event, Reopening):
        return _reopened(seen, event)
    if door.left_alone_at is not None:
        return seen
    return _visited(zone, seen, event)


def _reopened(door: DoorState, event: Reopening) -> DoorState:
    return replace(
        door,
        state="reopened",
        attempts=0,
        done_at=None,
        left_alone_at=None,
        due_at=event.at,
        due_part=None,
    )


def _visited(zone: tzinfo, door: DoorState, visit: Visit) -> DoorState:
    done = visit.leave_alone or visit.outcome in _DONE
    attempts = door.attempts + 1 if visit.outcome == "nobody_home" else 0
    state = _step(visit, attempts)
    due_at, due_part = next_try(visit, zone)
    stays = state in {"left_alone", "escalated"}
    return replace(
        door,
        state=state,
        visits=door.visits + 1,
        attempts=attempts,
        stance=visit.stance or door.stance,
        done_at=door.done_at or (visit.at if done else None),
        left_alone_at=visit.at if visit.leave_alone else None,
        due_at=None if stays else due_at,
        due_part=None if stays else due_part,
    )


def _step(visit: Visit, attempts: int) -> DoorStep:
    if visit.leave_alone:
        return "left_alone"
    if visit.outcome == "nobody_home":
        return "escalated" if attempts >= TRIES_BEFORE_LEAD else "tried"
    return visit.outcome
