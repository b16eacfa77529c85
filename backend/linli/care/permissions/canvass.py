"""Who may do what in a canvass. Where (which buildings, which doors) is the queries' part."""

from linli.kernel.access.actor import Permission

_OFFICE = ("community_admin", "social_worker")
_LEADS = (*_OFFICE, "building_lead")
_VISITORS = (*_LEADS, "volunteer")
_EVERYONE = (
    *_VISITORS,
    "representative",
    "supervisor",
    "legal_adviser",
    "contractor",
    "property_manager",
    "resident",
)

OPEN_CANVASS = Permission.of("care:canvass:open", "community_admin")
SEE_CANVASS = Permission.of("care:canvass:see", *_VISITORS)
OVERSEE_DOORS = Permission.of("care:door:oversee", *_LEADS)
"""Seeing every door within reach (the community, or one's buildings), assigned or not."""
ASSIGN_DOORS = Permission.of("care:door:assign", "community_admin", "building_lead")
REOPEN_DOOR = Permission.of("care:door:reopen", *_LEADS)
LOG_DOOR_VISIT = Permission.of("care:door-visit:log", *_VISITORS)
SEE_DOOR_VISITS = Permission.of("care:door-visit:see", *_VISITORS)
SEE_COVERAGE = Permission.of("care:coverage:see", *_EVERYONE)
"""Leads see the figures of their reach; all others the public ones, without small groups."""
SEE_GRIEVANCES = Permission.of("care:grievance:see", *_VISITORS, "representative", "supervisor")
ASSIGN_GRIEVANCE = Permission.of("care:grievance:assign", *_LEADS)
ANSWER_GRIEVANCE = Permission.of(
    "care:grievance:answer", *_VISITORS, "representative", "supervisor", "property_manager"
)
"""Who may own a grievance; answering takes owning it, or overseeing its door."""
SEE_TODAY = Permission.of("care:today:see", *_VISITORS)
