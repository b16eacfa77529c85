"""When on a day help is expected."""

from datetime import date, datetime, time, tzinfo

from linli.care.rules.task_words import Part

WINDOWS: dict[Part, tuple[time, time]] = {
    "morning": (time(8), time(12)),
    "afternoon": (time(12), time(18)),
    "evening": (time(18), time(21)),
    "day": (time(8), time(21)),
}


def window(day: date, part: Part, zone: tzinfo) -> tuple[datetime, datetime]:
    """From when until when, in the community's time zone."""
    start, end = WINDOWS[part]
    return datetime.combine(day, start, zone), datetime.combine(day, end, zone)
