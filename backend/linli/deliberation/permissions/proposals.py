"""What may be done about ``proposals``, and which roles may do it.

Whether it is one's own proposal, home or building is for queries and actions to find out.
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

SEE_PROPOSALS = Permission.of("deliberation:proposal:see", *_EVERYONE)
"""Drafts are seen by their author and the office only."""
PROPOSE = Permission.of(
    "deliberation:proposal:make",
    "community_admin",
    "social_worker",
    "building_lead",
    "representative",
    "supervisor",
    "property_manager",
    "resident",
)
MOVE_PROPOSAL = Permission.of("deliberation:proposal:move", *sorted(PROPOSE.roles))
DECIDE_PROPOSAL = Permission.of("deliberation:proposal:decide", "community_admin")
"""Enter how it was decided and carried out, and move what others proposed."""
COMMENT = Permission.of("deliberation:proposal-comment:make", *_EVERYONE)
SPEAK_FOR = Permission.of("deliberation:home:speak-for", "representative")
"""List homes of one's building that a comment speaks for; each can contradict."""
MODERATE = Permission.of("deliberation:proposal-comment:moderate", "community_admin")
SEE_EVERY_POSITION = Permission.of("deliberation:position:see", "community_admin", "representative")
"""Which home stands where: the office everywhere, representatives in their building."""
