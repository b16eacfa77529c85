"""Kinds of due work of this part."""

CLOSE_ELECTION = "deliberation.election.close"
KEEP_MANDATES = "deliberation.mandates.keep"
"""Subject: the building whose mandates begin or end."""
