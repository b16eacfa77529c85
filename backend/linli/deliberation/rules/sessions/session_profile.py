"""How sessions are held in a city: data, not code. Figures need a local lawyer's confirmation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from types import MappingProxyType

from linli.deliberation.rules.sessions.attendance import SessionKind

_NOTICE_DAYS = MappingProxyType(
    {SessionKind.COUNCIL: 7, SessionKind.THREE_PARTY: 3, SessionKind.WEEKLY: 1}
)


@dataclass(frozen=True, slots=True)
class SessionProfile:
    """Procedure of sessions.

    Attributes:
        notice_days: from the notice to the session, by kind; the session's day is not counted
            (Civil Code, art. 201).
        opens_before: how long before its time a session may open.
        speaking_seconds: for which one person speaks at a time.
        weekly_on: day of the weekly session, Monday is 1 (ISO 8601).
        weekly_at: its hour, in the community's time zone.
    """

    notice_days: Mapping[SessionKind, int] = field(default_factory=lambda: _NOTICE_DAYS)
    opens_before: timedelta = timedelta(hours=1)
    speaking_seconds: int = 180
    weekly_on: int = 6
    weekly_at: time = time(9, 30)


DEFAULT = SessionProfile()
PROFILES: Mapping[str, SessionProfile] = MappingProxyType({"default": DEFAULT})


def session_profile(city: str) -> SessionProfile:
    """The profile of a city, or the default."""
    return PROFILES.get(city, DEFAULT)


def next_weekly(today: date, profile: SessionProfile) -> date:
    """The next day of a weekly session whose notice can still be given in time."""
    earliest = today + timedelta(days=profile.notice_days[SessionKind.WEEKLY])
    return earliest + timedelta(days=(profile.weekly_on - earliest.isoweekday()) % 7)
