"""When a door is due again after a visit."""

from datetime import datetime, timedelta, tzinfo

from linli.care.rules.day_parts import another_part, next_start, part_of
from linli.care.rules.door_events import Visit
from linli.care.rules.visit_words import DayPart

Due = tuple[datetime | None, DayPart | None]
NOT_DUE: Due = (None, None)
ASK_AGAIN_AFTER = timedelta(days=3)


def next_try(visit: Visit, zone: tzinfo) -> Due:
    """When, and in which part of the day, to come again; what the neighbour said goes first.

    Nobody home: another part of the day. Ask again: the same part, three days on.
    """
    if visit.next_at is not None:
        return visit.next_at, visit.next_part or part_of(visit.next_at, zone)
    if visit.next_part is not None:
        return next_start(visit.next_part, visit.at, zone), visit.next_part
    part = part_of(visit.at, zone)
    if visit.outcome == "nobody_home":
        other = another_part(part)
        return next_start(other, visit.at, zone), other
    if visit.outcome == "ask_again":
        return next_start(part, visit.at + ASK_AGAIN_AFTER, zone), part
    return NOT_DUE
