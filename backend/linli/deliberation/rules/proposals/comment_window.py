"""Whether a comment comes in time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from linli.deliberation.rules.lifecycles.proposal import COMMENTS_ARE_OPEN

GRACE = timedelta(days=7)
"""How late a comment may arrive that was made in time on a phone without a network."""

Step = tuple[datetime, str]
"""When a proposal came into a state, and which."""


def takes_comment(steps: Iterable[Step], said_at: datetime, now: datetime) -> bool:
    """Whether a proposal takes a comment that was made at ``said_at`` and arrives now.

    It does while it is open for comment, and for some days afterwards what was said before.
    """
    ordered = sorted(steps)
    for number, (since, state) in enumerate(ordered):
        if state not in COMMENTS_ARE_OPEN:
            continue
        if number + 1 == len(ordered):
            return True
        until = ordered[number + 1][0]
        if since <= said_at < until and now <= until + GRACE:
            return True
    return False
