"""An action item: from the decision that made it to its review."""

from datetime import date

from linli.deliberation.rules.lifecycles.lifecycle import Lifecycle, moves, reasoned

ACTION_ITEM = Lifecycle(
    "open",
    (
        *moves("open", "in_progress", "done"),
        *moves("in_progress", "done"),
        *moves("done", "closed"),
        # The review found that it is not done.
        *reasoned("in_progress", "done", "closed"),
        *reasoned("cancelled", "open", "in_progress"),
    ),
)

IS_REMINDED = frozenset({"open", "in_progress", "done"})
"""Reminders go on until an item is closed or cancelled; a done one waits for its review."""


def is_overdue(state: str, due_on: date, today: date) -> bool:
    """Whether the due day is over: it lasts until 24:00 (Civil Code, art. 203)."""
    return state in {"open", "in_progress"} and today > due_on
