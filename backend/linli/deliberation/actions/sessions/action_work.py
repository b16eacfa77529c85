"""When an action item is reminded of."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ACTION = "session.action_item"
"""Reminds of an action item until it is closed."""
REMIND_EVERY = timedelta(days=3)
REMINDED_AT = time(8)


def morning_of(day: date, zone: str) -> datetime:
    """Eight in the morning of a day in the community's time zone."""
    return datetime.combine(day, REMINDED_AT, ZoneInfo(zone))
