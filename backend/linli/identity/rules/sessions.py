"""How long a session lives (ASVS 5.0: 7.3.1, 7.3.2).

Long, because a volunteer in a stairwell cannot sign in without a signal; bounded, because a lost
phone must not stay signed in for ever.
"""

from datetime import datetime, timedelta

SESSION_COOKIE = "__Host-linli"
"""What carries a session's token where the address is secure (RFC 6265bis, cookie prefixes)."""
LONGEST = timedelta(days=90)
IDLE = timedelta(days=30)
SEEN_EVERY = timedelta(minutes=5)
"""How exact "last seen" is; every request would otherwise be a write."""


def expires(now: datetime) -> datetime:
    """When a session that begins now ends at the latest."""
    return now + LONGEST


def is_alive(now: datetime, last_seen_at: datetime, expires_at: datetime) -> bool:
    """Whether a session that has not been ended still counts."""
    return now < expires_at and now - last_seen_at < IDLE


def to_be_seen(now: datetime, last_seen_at: datetime) -> bool:
    """Whether it is time to note that a session was used."""
    return now - last_seen_at >= SEEN_EVERY
