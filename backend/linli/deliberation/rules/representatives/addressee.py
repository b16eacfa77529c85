"""Whom a message to a building's representative reaches."""

from collections.abc import Iterable
from datetime import date, timedelta

from linli.deliberation.rules.representatives.mandate import Mandate, speaking_for

MOST_MESSAGES = 10
COUNTED_OVER = timedelta(days=1)
"""At most so many messages of one account in that time, so that nobody is flooded."""


def addressee(named: str, building: str, mandates: Iterable[Mandate], day: date) -> Mandate | None:
    """The mandate that a message to ``named`` reaches on a day.

    The one it names while that is in force; after it, whoever speaks for the building: the
    substitute, or the successor, the earliest of several.

    Returns:
        ``None`` while nobody speaks for the building.
    """
    speaking = speaking_for(building, mandates, day)
    meant = next((mandate for mandate in speaking if mandate.id == named), None)
    return meant or next(iter(speaking), None)
