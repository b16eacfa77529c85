"""How long a need may be kept, and what happens when its dates pass.

Retention is the shortest needed (PIPL 19): every need has a day on which it is looked at again or
ends, and what nobody looks at ends by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Literal

from linli.care.rules.faults import Fault
from linli.care.rules.need_words import EndReason

LONGEST = timedelta(days=366)
"""The furthest a review or an end may lie ahead."""

REVIEW_GRACE = timedelta(days=30)
"""How long a review may be late before the need ends and is erased."""

CONSENT_REMINDER = timedelta(hours=24)
CONSENT_GRACE = timedelta(hours=72)
"""An emergency ends; then a consent is there, or the content has to go (PIPL 13, 15)."""

Event = Literal["consent_due", "no_consent", "review_due", "review_missed", "end_date"]
ENDINGS: dict[Event, EndReason] = {
    "no_consent": "no_consent",
    "review_missed": "review_missed",
    "end_date": "end_date",
}


@dataclass(frozen=True)
class NeedDates:
    """The dates of a need; ``emergency_at`` while it is kept without a consent."""

    review_on: date | None
    ends_on: date | None
    emergency_at: datetime | None = None


def date_faults(since: date, review_on: date | None, ends_on: date | None) -> Iterator[Fault]:
    """What is wrong with the dates of a need that is kept from ``since`` on."""
    if review_on is None and ends_on is None:
        yield Fault("/review_on", "until_when")
    for pointer, day in (("/review_on", review_on), ("/ends_on", ends_on)):
        if day is not None and day < since:
            yield Fault(pointer, "before_start")
        if day is not None and day - since > LONGEST:
            yield Fault(pointer, "too_far", (("days", LONGEST.days),))


def events_ahead(dates: NeedDates, zone: tzinfo) -> list[tuple[datetime, Event]]:
    """All that will happen to a need if nobody does anything, the earliest first."""
    events: list[tuple[datetime, Event]] = []
    if dates.emergency_at is not None:
        events.append((dates.emergency_at + CONSENT_REMINDER, "consent_due"))
        events.append((dates.emergency_at + CONSENT_GRACE, "no_consent"))
    if dates.review_on is not None:
        events.append((day_start(dates.review_on, zone), "review_due"))
        events.append((day_start(dates.review_on + REVIEW_GRACE, zone), "review_missed"))
    if dates.ends_on is not None:
        events.append((day_start(dates.ends_on + timedelta(days=1), zone), "end_date"))
    return sorted(events)


def day_start(day: date, zone: tzinfo) -> datetime:
    """The first moment of a local day."""
    return datetime.combine(day, time.min, zone)
