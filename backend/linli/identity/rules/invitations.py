"""How long invitations and links last, and what has become of them."""

from datetime import datetime, timedelta
from typing import Literal

State = Literal["open", "accepted", "revoked", "expired"]

LONGEST_DAYS = 90
USUAL_DAYS = 14
LINK_LIVES = timedelta(minutes=10)
"""A new password is chosen while the helper stands by (ASVS 5.0: 6.5.5)."""


def expires(now: datetime, days: int) -> datetime:
    """When an invitation made now stops counting."""
    return now + timedelta(days=days)


def state_of(
    now: datetime,
    *,
    accepted_at: datetime | None,
    revoked_at: datetime | None,
    expires_at: datetime,
) -> State:
    """What has become of an invitation."""
    if accepted_at is not None:
        return "accepted"
    if revoked_at is not None:
        return "revoked"
    return "open" if now < expires_at else "expired"
