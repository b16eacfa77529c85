"""While a task is current: the time in which its helper may know what it is about."""

from datetime import datetime, timedelta, tzinfo

from linli.care.rules.need_dates import day_start
from linli.care.rules.task_state import TaskState

AFTERWARDS = timedelta(hours=48)
"""How long after it was expected a helper who has not come still knows where to go."""


def task_is_current(state: TaskState, now: datetime, zone: tzinfo) -> bool:
    """From the first moment of its local day until it is over, or long past.

    A day that has come tells the helper early enough to plan, and no history.
    """
    begins = day_start(state.due_from.astimezone(zone).date(), zone)
    return not state.is_over and begins <= now <= state.expected_by + AFTERWARDS
