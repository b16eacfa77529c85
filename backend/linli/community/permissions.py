"""What may be done in this context, and which roles may do it."""

from linli.kernel.access.actor import Permission

_STAFF = ("community_admin", "social_worker")
_NEIGHBOURS = ("building_lead", "volunteer", "representative")
_EVERYONE = (
    *_STAFF,
    *_NEIGHBOURS,
    "supervisor",
    "legal_adviser",
    "contractor",
    "property_manager",
    "resident",
)

READ_COMMUNITY = Permission.of("community:community:read", *_EVERYONE)
"""Name and time zone, buildings and stairwells, projects, handbook, notices: nothing personal."""

READ_HOUSEHOLDS = Permission.of("community:household:read", *_STAFF, *_NEIGHBOURS, "supervisor")
"""Doors and registered areas; leads and representatives within their buildings."""

READ_OWNERS = Permission.of("community:owner:read", *_STAFF, "building_lead")
"""Owners' and residents' names unmasked. Phone numbers are masked for everyone."""

EDIT_HOUSEHOLD = Permission.of("community:household:edit", "community_admin", "building_lead")

READ_HOUSEHOLD_MEMBERS = Permission.of("community:household-member:read", *_STAFF, "building_lead")
"""Who has an account in a household; leads within their buildings."""

ADD_HOUSEHOLD_MEMBER = Permission.of(
    "community:household-member:add", "community_admin", "building_lead"
)
END_HOUSEHOLD_MEMBER = Permission.of(
    "community:household-member:end", "community_admin", "building_lead"
)

MAKE_GROUP = Permission.of("community:volunteer-group:make", "community_admin")

RENAME_GROUP = Permission.of("community:volunteer-group:rename", "community_admin")

END_GROUP = Permission.of("community:volunteer-group:end", "community_admin")

IMPORT_ROSTER = Permission.of("community:roster:import", "community_admin")

OPEN_PROJECT = Permission.of("community:project:open", "community_admin")

MOVE_PROJECT = Permission.of("community:project:move", "community_admin", "supervisor")
"""Which of them may make which move is a rule: see rules/phases.py."""

EDIT_HANDBOOK = Permission.of("community:handbook:edit", *_STAFF)

PUBLISH_NOTICE = Permission.of("community:notice:publish", *_STAFF)
