"""Phones whose clock is ahead: what they say is kept, marked, and does not rule the door."""

from datetime import datetime, timedelta

TOLERATED = timedelta(minutes=10)


def seconds_ahead(happened_at: datetime, received_at: datetime) -> int | None:
    """How far ahead of its arrival a visit claims to have happened, when over ten minutes."""
    ahead = happened_at - received_at
    return round(ahead.total_seconds()) if ahead > TOLERATED else None


def counted_at(happened_at: datetime, received_at: datetime) -> datetime:
    """The moment that counts for the order of visits: as told, unless it cannot have been yet.

    Otherwise one phone set to next year would have the last word at a door for a year.
    """
    return happened_at if seconds_ahead(happened_at, received_at) is None else received_at
