"""Who speaks for a building on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

REMINDED_BEFORE = timedelta(days=30)
"""Time for nominations and a ballot before nobody speaks for the building."""

LONGEST_TERM_YEARS = 5
"""As of an owners' committee, by analogy (建房〔2009〕274号, art. 33)."""


def last_day_possible(first: date) -> date:
    """The last day of the longest term that begins on this day."""
    return date(first.year + LONGEST_TERM_YEARS, first.month, 1) + timedelta(days=first.day - 2)


@dataclass(frozen=True, slots=True)
class Mandate:
    """A representative's mandate, by election or by the building's assembly.

    Attributes:
        id: its key.
        representative: key of the person.
        building: key of the building.
        from_on: first day.
        until_on: last day of the term.
        ended_on: first day without the mandate, by recall or resignation; ``None`` otherwise.
        stands_in_for: mandate that a substitute takes over once that one has ended early.
    """

    id: str
    representative: str
    building: str
    from_on: date
    until_on: date
    ended_on: date | None = None
    stands_in_for: str | None = None


def speaking_for(building: str, mandates: Iterable[Mandate], day: date) -> list[Mandate]:
    """Mandates in force on a day, ordered by beginning and key.

    A substitute acts only after the mandate it stands in for has ended before its term, and no
    longer than that term. Elected people can be replaced by those who elected them
    (城市居民委员会组织法, 2018 text, art. 10).
    """
    own = {mandate.id: mandate for mandate in mandates if mandate.building == building}
    acting = [m for m in own.values() if _in_force(m, day) and _is_needed(m, own, day)]
    return sorted(acting, key=lambda mandate: (mandate.from_on, mandate.id))


def reminded_on(from_on: date, until_on: date) -> date:
    """The day from which a term is nearly over; never before it begins."""
    return max(from_on, until_on - REMINDED_BEFORE)


def _in_force(mandate: Mandate, day: date) -> bool:
    ended = mandate.ended_on is not None and day >= mandate.ended_on
    return mandate.from_on <= day <= mandate.until_on and not ended


def _is_needed(mandate: Mandate, own: dict[str, Mandate], day: date) -> bool:
    if mandate.stands_in_for is None:
        return True
    first = own.get(mandate.stands_in_for)
    return (
        first is not None and first.ended_on is not None and first.ended_on <= day <= first.until_on
    )
