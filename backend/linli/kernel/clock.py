"""The only place that asks what time it is, so that a test can say what time it is."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

type_of_clock = Callable[[], datetime]


def _system() -> datetime:
    return datetime.now(UTC)


_read: type_of_clock = _system


def now() -> datetime:
    """The present moment in UTC."""
    return _read()


def today(time_zone: str) -> date:
    """The present day of a community, by its own time zone (never the server's)."""
    return day_of(now(), time_zone)


def day_of(moment: datetime, time_zone: str) -> date:
    """The day a moment falls on in a community's time zone."""
    return moment.astimezone(ZoneInfo(time_zone)).date()


def set_clock(read: type_of_clock | None) -> None:
    """Replace the clock for a test; ``None`` puts the system's back."""
    global _read  # noqa: PLW0603 - one process has one clock
    _read = read or _system
