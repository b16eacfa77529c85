"""What may be done about ``feedback``, and which roles may do it."""

from linli.kernel.access.actor import Permission

_ANSWERING = ("contractor", "property_manager", "community_admin")
_EVERYONE = (
    *_ANSWERING,
    "social_worker",
    "building_lead",
    "volunteer",
    "representative",
    "supervisor",
    "legal_adviser",
    "resident",
)

REPORT_FEEDBACK = Permission.of("deliberation:feedback:report", *_EVERYONE)
"""Reporting, and saying of one's own report whether it is fixed."""
SEE_FEEDBACK = Permission.of("deliberation:feedback:see", *_EVERYONE)
"""The public list: what, where and since when, never who."""
ANSWER_FEEDBACK = Permission.of("deliberation:feedback:answer", *_ANSWERING)
"""Answering with a date, saying that it is done, declining with a reason."""
