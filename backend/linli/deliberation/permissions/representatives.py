"""What may be done about ``representatives``, and which roles may do it.

Whether it is one's own building, home or mandate is for queries and actions to find out.
"""

from linli.kernel.access.actor import Permission

_EVERYONE = (
    "community_admin",
    "social_worker",
    "building_lead",
    "volunteer",
    "representative",
    "supervisor",
    "legal_adviser",
    "contractor",
    "property_manager",
    "resident",
)

SEE_REPRESENTATIVES = Permission.of("deliberation:representative:see", *_EVERYONE)
SEE_ELECTIONS = Permission.of("deliberation:election:see", *_EVERYONE)
HOLD_ELECTION = Permission.of("deliberation:election:hold", "community_admin")
"""Start, open and cancel. Nobody closes: time does."""
NOMINATE = Permission.of("deliberation:candidacy:nominate", *_EVERYONE)
CAST_SECRET_BALLOT = Permission.of("deliberation:secret-ballot:cast", *_EVERYONE)
MINUTE_ASSEMBLY = Permission.of("deliberation:building-assembly:minute", "community_admin")
"""Enter what a building's assembly decided: an appointment or a recall."""
KEEP_MANDATE = Permission.of("deliberation:mandate:keep", "representative")
"""Say how one can be reached."""
GIVE_MANDATE_BACK = Permission.of("deliberation:mandate:give-back", *_EVERYONE)
"""Resign from one's own mandate: whoever sends it again has lost the role by the first time."""
WRITE_MESSAGE = Permission.of("deliberation:message:write", *_EVERYONE)
"""Write to whoever speaks for one's own building, and read one's own messages and answers."""
ANSWER_MESSAGE = Permission.of("deliberation:message:answer", "representative")
"""Read what was written to one's own mandate, and answer it."""
