"""Whether a visit belongs to a canvass: its days, and whose doors they were."""

from datetime import date, datetime, timedelta

REPORT_AFTER_WITHDRAWAL = timedelta(days=30)
"""Phones keep what they sent for thirty days; so long what was done before still comes in."""


def in_window(starts_on: date, ends_on: date, happened_on: date, received_on: date) -> bool:
    """Whether a visit falls into a canvass by the day it happened or the day it arrived.

    Either is enough: a phone may come online days later, and its clock may be years behind.
    """
    return any(starts_on <= day <= ends_on for day in (happened_on, received_on))


def was_assigned(withdrawn_at: datetime | None, happened_at: datetime, now: datetime) -> bool:
    """Whether a door was a volunteer's when it was visited, by when it was taken back."""
    if withdrawn_at is None:
        return True
    return happened_at <= withdrawn_at and now - withdrawn_at <= REPORT_AFTER_WITHDRAWAL
