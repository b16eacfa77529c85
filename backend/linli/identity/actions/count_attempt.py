"""Counting an attempt at a password before it is checked.

Counted first and taken back when it turns out well, so that a hundred parallel attempts are a
hundred counted attempts. The counters live in the database and survive a restart; their keys are
keyed digests, so no address and no login is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import delete, select

from linli.identity.models import LoginThrottle
from linli.identity.rules import throttle
from linli.identity.rules.throttle import Allowance, Count
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for, upsert
from linli.kernel.keyring import Keyring
from linli.kernel.problems import Problem

_throttle = table(LoginThrottle)


@dataclass(frozen=True)
class Counter:
    """What an attempt counts against."""

    key: bytes
    allowance: Allowance
    cleared: bool
    """Whether success clears it; otherwise success only takes the one attempt back."""


def counter(
    keyring: Keyring, allowance: Allowance, name: str, *about: bytes, cleared: bool = False
) -> Counter:
    """The counter of this name about something: an address, a login, a device, or several."""
    named = "|".join(["throttle", name, *(part.hex() for part in about)])
    return Counter(keyring.digest(named.encode()), allowance, cleared)


async def count_attempt(tx: Tx, counters: Sequence[Counter]) -> None:
    """Count one more failure on each counter.

    Raises:
        Problem: 429 ``too_many_attempts`` with Retry-After, and nothing is counted, while any of
            them says wait.
    """
    now = clock.now()
    counts = await _hold(tx, counters, now)
    wait = max(counts[each.key].blocked_until for each in counters) - now
    if (seconds := ceil(wait.total_seconds())) > 0:
        headers = {"Retry-After": str(seconds)}
        raise Problem(429, "too_many_attempts", headers=headers, seconds=seconds)
    failed = {c.key: throttle.with_failure(counts[c.key], c.allowance, now) for c in counters}
    await upsert(tx, _throttle, ("key",), [_row(key, count) for key, count in failed.items()])
    await tx.execute(delete(_throttle).where(_throttle.c.since < now - throttle.DRAINED_AFTER))


async def take_back_attempt(tx: Tx, counters: Sequence[Counter]) -> None:
    """The attempt turned out well: what it counted is taken back."""
    counts = await _hold(tx, counters, clock.now())
    kept = [
        _row(each.key, throttle.with_success(counts[each.key]))
        for each in counters
        if not each.cleared
    ]
    if kept:
        await upsert(tx, _throttle, ("key",), kept)
    cleared = [each.key for each in counters if each.cleared]
    await tx.execute(delete(_throttle).where(_throttle.c.key.in_(cleared)))


async def _hold(tx: Tx, counters: Sequence[Counter], now: datetime) -> dict[bytes, Count]:
    """The counters, locked until the transaction ends; always in one order, against deadlock."""
    keys = sorted({each.key for each in counters})
    empty = [_row(key, throttle.nothing_yet(now)) for key in keys]
    make = insert_for(tx, _throttle).on_conflict_do_nothing(index_elements=["key"])
    await tx.execute(make, empty)
    c = _throttle.c
    asks = select(c.key, c.failures, c.since, c.blocked_until).where(c.key.in_(keys))
    rows = await tx.rows(asks.order_by(c.key).with_for_update())
    return {row["key"]: Count(row["failures"], row["since"], row["blocked_until"]) for row in rows}


def _row(key: bytes, count: Count) -> Row:
    return {
        "key": key,
        "failures": count.failures,
        "since": count.since,
        "blocked_until": count.blocked_until,
    }
