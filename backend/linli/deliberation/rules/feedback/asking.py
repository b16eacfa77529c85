"""How long a reporter is asked whether it is fixed, and when it may be opened again."""

from datetime import date, timedelta

ASKED_FOR_DAYS = 7
"""Without an answer in these days a report is closed as not contradicted."""
LATE_REOPENINGS = 1
"""How often what was closed or declined may be opened again."""
RECEIVED_WITHIN_DAYS = 60
"""A report that lay on a phone for longer counts as that old."""
PROMISED_WITHIN_DAYS = 365
"""No promise keeps a report from being talked about for longer than a year."""

OPENS_FREELY = frozenset({"answered", "said_fixed"})
OPENS_ONCE = frozenset({"closed", "declined"})


def may_reopen(state: str, late_reopenings: int) -> bool:
    """Whether a reporter may say that it is not fixed (物业管理条例, art. 6: to ask)."""
    late = state in OPENS_ONCE and late_reopenings < LATE_REOPENINGS
    return state in OPENS_FREELY or late


def counted_from(told: date, received: date) -> date:
    """The day from which a report is open, by what the phone told and when it came here.

    A phone set to next year makes no report that is open for a negative time, and one set to 1990
    none that is older than all others.
    """
    return min(max(told, received - timedelta(days=RECEIVED_WITHIN_DAYS)), received)


def days_open(reported_on: date, ended_on: date | None, today: date) -> int:
    """Days of the calendar from the report to its end, or until today; never negative."""
    return max(0, ((ended_on or today) - reported_on).days)


def is_broken(state: str, promised_on: date | None, today: date) -> bool:
    """Whether a promised day is over (it lasts until 24:00, Civil Code, art. 203)."""
    return state in {"answered", "on_agenda"} and promised_on is not None and promised_on < today
