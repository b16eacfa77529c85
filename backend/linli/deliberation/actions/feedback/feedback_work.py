"""What is due about feedback, by kind, and when."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from linli.kernel.clock import day_of

WEEKLY_AGENDA = "feedback.weekly_agenda"
"""Puts what waits on the next weekly session's agenda; its subject is the community."""
PROMISE = "feedback.promise"
"""Looks whether what was promised is done."""
CLOSING = "feedback.closing"
"""Closes what nobody contradicted."""
REMIND_EVERY = timedelta(days=3)
DRAFTED_AT = time(5)


def next_draft(now: datetime, zone: str) -> datetime:
    """The next early morning, before anybody looks at the agenda."""
    today = datetime.combine(day_of(now, zone), DRAFTED_AT, ZoneInfo(zone))
    return today if today > now else today + timedelta(days=1)


def after(day: date, zone: str) -> datetime:
    """The moment a day is over in the community's time zone (Civil Code, art. 203)."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))
