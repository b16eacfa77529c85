"""A ballot round: noticed, open, closed, counted, on notice, final."""

from linli.deliberation.rules.lifecycles.lifecycle import Lifecycle, moves, reasoned

BALLOT_ROUND = Lifecycle(
    "draft",
    (
        *moves("draft", "noticed"),
        *moves("noticed", "open"),
        *moves("open", "closed"),
        *moves("closed", "counted"),
        *moves("counted", "on_notice"),
        *moves("on_notice", "final"),
        # An objection that shows a wrong entry sends the ballots back to be counted again.
        *reasoned("closed", "on_notice"),
        *reasoned("annulled", "open", "closed", "counted", "on_notice"),
        *reasoned("withdrawn", "draft", "noticed"),
    ),
)

QUESTIONS_MAY_CHANGE = frozenset({"draft"})
"""After the notice only what was noticed can be decided (物业管理条例, art. 14)."""

WEIGHTS_ARE_FROZEN = frozenset({"open", "closed", "counted", "on_notice", "final", "annulled"})
"""From the opening on, electorate, weights and rules are what was published."""

CHOICES_ARE_HIDDEN = frozenset({"open"})
"""While ballots are taken, turnout is shown and choices are not."""
