"""The days on which a need is helped with."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from linli.care.rules.task_words import Origin, Part

Days = tuple[date, date | None]
"""From a day to a day, both included; ``None``: with no end in sight."""


@dataclass(frozen=True)
class HelpPlan:
    """When a need is helped with.

    Attributes:
        starts_on: the first day; of help given once, the day.
        ends_on: the last day, if it has one.
        weekdays: ISO weekdays (1 is Monday) of recurring help; ``None`` for help given once.
        part: the part of the day of recurring help.
        pauses: days on which the person is away.
        stoppages: days without a lift, for a need of help on the stairs.
    """

    starts_on: date
    ends_on: date | None = None
    weekdays: frozenset[int] | None = None
    part: Part | None = None
    pauses: Collection[Days] = ()
    stoppages: Collection[Days] = ()


@dataclass(frozen=True)
class Occurrence:
    """Help on one day."""

    day: date
    part: Part
    origin: Origin


def occurrences(
    plan: HelpPlan, first: date, last: date, holidays: Collection[date]
) -> Iterator[Occurrence]:
    """The help planned from ``first`` to ``last``, both included, one a day at most.

    Recurring help rests on holidays and during pauses. While the lift stands still help comes
    every day, holidays included: stairs do not rest. Help given once comes on its day, whatever
    the window begins with; a day that has passed makes it late, not void.
    """
    if plan.weekdays is None and plan.starts_on <= last:
        yield Occurrence(plan.starts_on, "day", "once")
    day = max(first, plan.starts_on)
    while day <= min(last, plan.ends_on or last):
        found = _on(plan, day, holidays)
        if found is not None:
            yield found
        day += timedelta(days=1)


def _on(plan: HelpPlan, day: date, holidays: Collection[date]) -> Occurrence | None:
    if within(day, plan.pauses):
        return None
    recurs = plan.weekdays is not None and day.isoweekday() in plan.weekdays
    if recurs and plan.part and day not in holidays:
        return Occurrence(day, plan.part, "recurring")
    once_today = plan.weekdays is None and day == plan.starts_on
    if not once_today and within(day, plan.stoppages):
        return Occurrence(day, plan.part or "day", "lift_stoppage")
    return None


def within(day: date, spans: Collection[Days]) -> bool:
    """Whether a day lies in one of the spans."""
    return any(start <= day and (end is None or day <= end) for start, end in spans)
