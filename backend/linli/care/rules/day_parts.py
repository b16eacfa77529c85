"""When to knock again: another part of the day, in the community's own time zone."""

from datetime import datetime, time, timedelta, tzinfo

from linli.care.rules.visit_words import DayPart

STARTS: dict[DayPart, time] = {
    "morning": time(9),
    "afternoon": time(14),
    "evening": time(18, 30),
}
"""When neighbours may be knocked for; never at night."""

_ANOTHER: dict[DayPart, DayPart] = {
    "morning": "evening",
    "evening": "afternoon",
    "afternoon": "morning",
}
"""Three tries in a row meet all three parts. Who is out in the morning may be home after work."""

_SOONEST = timedelta(hours=2)


def part_of(moment: datetime, zone: tzinfo) -> DayPart:
    """The part of the local day: morning until noon, afternoon until 18:00, then evening."""
    hour = moment.astimezone(zone).hour
    if hour < 12:  # noqa: PLR2004 - noon
        return "morning"
    return "afternoon" if hour < 18 else "evening"  # noqa: PLR2004 - six in the evening


def another_part(part: DayPart) -> DayPart:
    """The part of the day to try after nobody was home in this one."""
    return _ANOTHER[part]


def next_start(part: DayPart, after: datetime, zone: tzinfo) -> datetime:
    """When this part of the day next begins, at least two hours after a moment.

    Where clocks are put forward over the start, it is the moment that would have been it.
    """
    earliest = after + _SOONEST
    day = earliest.astimezone(zone).date()
    start = datetime.combine(day, STARTS[part], zone)
    if start.timestamp() < earliest.timestamp():
        start = datetime.combine(day + timedelta(days=1), STARTS[part], zone)
    return start.astimezone(after.tzinfo)
