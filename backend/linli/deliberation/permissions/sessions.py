"""What may be done about ``sessions``, and which roles may do it."""

from linli.kernel.access.actor import Permission

_OFFICE = ("community_admin", "social_worker")
_PARTIES = ("representative", "contractor", "property_manager")
_EVERYONE = (
    *_OFFICE,
    *_PARTIES,
    "building_lead",
    "volunteer",
    "supervisor",
    "legal_adviser",
    "resident",
)

SEE_SESSIONS = Permission.of("deliberation:session:see", *_EVERYONE)
"""Notices, the room as it is now, published minutes, decisions and action items."""
ATTEND_SESSION = Permission.of("deliberation:session:attend", *_EVERYONE)
"""Being there and asking to speak. Only representatives count for the quorum."""
HOLD_SESSION = Permission.of("deliberation:session:hold", *_OFFICE)
"""The secretary's part: notice, agenda, attendance, the floor, motions, minutes, decisions."""
RAISE_HAND = Permission.of("deliberation:hand:raise", "representative")
SIGN_MINUTES = Permission.of("deliberation:minutes:sign", *_PARTIES)
"""Each for one's own party; the office that holds the session speaks for none."""
WORK_ON_ACTION = Permission.of("deliberation:action-item:work", *_EVERYONE)
"""The owner notes progress; closing after the review is the secretary's part."""
