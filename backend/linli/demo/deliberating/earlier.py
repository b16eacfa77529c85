"""Telling what happened some days ago: the demo has a process, and so a clock, of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from linli.kernel import clock


@contextmanager
def days_ago(days: float) -> Iterator[None]:
    """Within this it is so many days ago."""
    with _at(clock.now() - timedelta(days=days)):
        yield


@contextmanager
def at_hour(days: int, hour: time, zone: str) -> Iterator[None]:
    """Within this it is that hour of a day so many days ago."""
    day = clock.today(zone) - timedelta(days=days)
    with _at(datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)):
        yield


@contextmanager
def _at(moment: datetime) -> Iterator[None]:
    clock.set_clock(lambda: moment)
    try:
        yield
    finally:
        clock.set_clock(None)
