"""A resident's feedback: reported, on the agenda, answered, asked back, closed or reopened."""

from linli.deliberation.rules.lifecycles.lifecycle import Lifecycle, moves, reasoned

FEEDBACK = Lifecycle(
    "reported",
    (
        *moves("reported", "on_agenda", "answered"),
        *moves("on_agenda", "answered"),
        # An answer names a date; "said to be fixed" asks the reporter.
        *moves("answered", "on_agenda", "said_fixed"),
        *moves("said_fixed", "closed"),
        *reasoned("reopened", "answered", "said_fixed", "closed", "declined"),
        *moves("reopened", "on_agenda", "answered"),
        *reasoned("declined", "reported", "on_agenda", "answered", "reopened"),
        # It goes on under the report that it repeats.
        *reasoned("merged", "reported", "on_agenda", "reopened"),
        # Its reporter says that it is another matter: it stands for itself again.
        *reasoned("reported", "merged"),
    ),
)

COUNTS_DAYS_OPEN = FEEDBACK.states - {"closed", "declined", "merged"}
"""States in which the public list counts the days on."""
