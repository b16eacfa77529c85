"""Telling what happened some days ago: the demo has a process, and so a clock, of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from linli.kernel import clock


@contextmanager
def days_ago(days: float) -> Iterator[None]:
    """Within this it is so many days ago."""
    moment = clock.now() - timedelta(days=days)
    clock.set_clock(lambda: moment)
    try:
        yield
    finally:
        clock.set_clock(None)
