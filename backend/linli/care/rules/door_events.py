"""What happens at a door of a canvass."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from linli.care.rules.visit_words import DayPart, Outcome, Stance


@dataclass(frozen=True)
class Visit:
    """Someone knocked. ``at`` is the moment that counts (see ``clock_drift``)."""

    id: UUID
    at: datetime
    outcome: Outcome
    stance: Stance | None = None
    leave_alone: bool = False
    next_at: datetime | None = None
    next_part: DayPart | None = None


@dataclass(frozen=True)
class Reopening:
    """The building lead lets the door be knocked at again."""

    id: UUID
    at: datetime


Event = Visit | Reopening


def moment_key(event: Event) -> tuple[datetime, UUID]:
    """The order that counts: when it happened, then the id; never when it arrived."""
    return event.at, event.id
