"""Kinds of due work of this part."""

CLOSE_ELECTION = "deliberation.election.close"
KEEP_MANDATES = "deliberation.mandates.keep"
"""Subject: the building whose mandates begin or end."""
REMIND_OF_TERM = "deliberation.mandate.remind"
"""Subject: a mandate whose term is nearly over."""
