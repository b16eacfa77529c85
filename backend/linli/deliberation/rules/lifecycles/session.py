"""A deliberation session: planned, noticed, held, minuted, signed, published."""

from linli.deliberation.rules.lifecycles.lifecycle import Lifecycle, moves, reasoned

SESSION = Lifecycle(
    "planned",
    (
        *moves("planned", "noticed"),
        *moves("noticed", "in_session"),
        *moves("in_session", "in_recess", "closed"),
        *moves("in_recess", "in_session"),
        *moves("closed", "minutes_submitted"),
        *moves("minutes_submitted", "signed_off"),
        *moves("signed_off", "published"),
        # A party that will not sign sends the minutes back, and says why.
        *reasoned("closed", "minutes_submitted"),
        # Another day needs another notice.
        *reasoned("planned", "planned", "noticed"),
        *reasoned("cancelled", "planned", "noticed", "in_recess"),
    ),
)

IS_OVER = frozenset({"closed", "minutes_submitted", "signed_off", "published", "cancelled"})
"""From here on it is held no more: what holds of mandates is what held at its end."""

DECISIONS_STAND = IS_OVER - {"cancelled"}
"""What was decided can be built upon: one that is still held, or in recess, may be cancelled."""

MINUTES_MAY_CHANGE = frozenset({"in_session", "in_recess", "closed"})
"""Minutes are written while the session is held and until they are put before the parties."""
