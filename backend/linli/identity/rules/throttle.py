"""How failed attempts slow down the next ones (ASVS 5.0: 6.3.1). Pure.

Each counter is a leaking bucket: one failure is forgotten every ten minutes. Above a free
allowance every failure doubles the wait. What is counted together decides who can be locked out:

- ``PAIR``: one address trying one account; hard.
- ``ADDRESS``: one address trying any account; generous, because a whole building may share one.
- ``ACCOUNT``: any address trying one account; short waits only, and a device that has signed in to
  the account before is exempt, so strangers cannot lock its owner out.
- ``DEVICE``: such a known device.

At its limit one address fails at most once in ten minutes, which is what ``ACCOUNT`` forgets: a
single stranger never makes the owner wait.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

FORGOTTEN_AFTER = timedelta(minutes=10)
DRAINED_AFTER = timedelta(days=2)
"""A counter untouched for so long holds nothing; its row can go."""
_FIRST_WAIT = timedelta(seconds=1)
_MOST_DOUBLINGS = 20


@dataclass(frozen=True)
class Allowance:
    """How many failures are free and how long the longest wait is."""

    free: int
    longest: timedelta


PAIR = Allowance(5, timedelta(minutes=15))
ADDRESS = Allowance(60, timedelta(minutes=15))
ACCOUNT = Allowance(40, timedelta(minutes=1))
DEVICE = Allowance(10, timedelta(minutes=15))


@dataclass(frozen=True)
class Count:
    """The failures of one counter at a moment.

    Attributes:
        failures: how many are not yet forgotten.
        since: the moment from which the next one is being forgotten.
        blocked_until: before this moment no attempt is taken.
    """

    failures: int
    since: datetime
    blocked_until: datetime


def nothing_yet(now: datetime) -> Count:
    """A counter without failures."""
    return Count(0, now, now)


def drained(count: Count, now: datetime) -> Count:
    """The counter after the failures that time has forgotten."""
    forgotten = min(max((now - count.since) // FORGOTTEN_AFTER, 0), count.failures)
    left = count.failures - forgotten
    since = count.since + forgotten * FORGOTTEN_AFTER if left else now
    return Count(left, since, count.blocked_until)


def with_failure(count: Count, allowance: Allowance, now: datetime) -> Count:
    """The counter after one more failure."""
    counted = drained(count, now)
    failures = counted.failures + 1
    return Count(failures, counted.since, now + _wait(allowance, failures))


def with_success(count: Count) -> Count:
    """The counter after an attempt, counted in advance, turned out well."""
    return Count(max(count.failures - 1, 0), count.since, count.since)


def _wait(allowance: Allowance, failures: int) -> timedelta:
    over = failures - allowance.free
    if over < 0:
        return timedelta(0)
    doubled: timedelta = _FIRST_WAIT * 2 ** min(over, _MOST_DOUBLINGS)
    return min(doubled, allowance.longest)
