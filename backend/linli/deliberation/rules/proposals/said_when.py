"""When something was said, as far as a phone's clock is believed. Pure."""

from datetime import datetime, timedelta

AHEAD = timedelta(minutes=10)
"""So far ahead a phone's clock may be; the same as where visits are told of it."""


def said_when(told: datetime, now: datetime) -> datetime:
    """The phone's time, but none that is still to come: it would outlast all that is said later."""
    return min(told, now + AHEAD)
