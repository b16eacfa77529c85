"""The days of a term, as whoever starts an election or enters an appointment tells them."""

from datetime import date

from pydantic_core import PydanticCustomError

from linli.deliberation.rules.representatives.mandate import LONGEST_TERM_YEARS, last_day_possible


def check_term(first: date, last: date) -> None:
    """Refuse a term that ends before it begins, or is longer than there may be.

    Raises:
        PydanticCustomError: ``term_reversed`` or ``term_too_long``.
    """
    if last < first:
        raise PydanticCustomError("term_reversed", "the term ends before it begins")
    if last > last_day_possible(first):
        context = {"years": LONGEST_TERM_YEARS}
        raise PydanticCustomError("term_too_long", "at most {years} years", context)
