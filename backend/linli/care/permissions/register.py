"""Who may do what with the assistance register. Where (which doors) is the queries' part."""

from linli.kernel.access.actor import Permission

_KEEPER = ("social_worker",)
_LEADS = (*_KEEPER, "building_lead")
_HELPERS = (*_LEADS, "volunteer")
_EVERYONE = (
    *_HELPERS,
    "community_admin",
    "representative",
    "supervisor",
    "legal_adviser",
    "contractor",
    "property_manager",
    "resident",
)

RECORD_NEED = Permission.of("care:assistance-need:record", *_HELPERS)
WITHDRAW_NEED = Permission.of("care:assistance-need:withdraw", *_HELPERS)
"""Withdrawing is as easy as giving (PIPL 15): whoever may take a consent may take it back."""
SEE_NEEDS = Permission.of("care:assistance-need:see", *_LEADS)
"""That needs exist; leads see marks of their buildings and nothing else."""
READ_NEEDS_PICTURE = Permission.of("care:needs-picture:read", *_LEADS)
SEE_OWN_RECORD = Permission.of("care:own-record:see", *_EVERYONE)
"""Whoever is concerned sees what is kept, and who opened it (trust.md, "Sealing")."""
OPEN_OWN_RECORD = Permission.of("care:own-record:open", *_EVERYONE)
WITHDRAW_OWN_NEED = Permission.of("care:own-record:withdraw", *_EVERYONE)
OPEN_NEED = Permission.of("care:assistance-need:open", *_KEEPER)
MANAGE_NEED = Permission.of("care:assistance-need:manage", *_KEEPER)
HANDLE_SUGGESTIONS = Permission.of("care:need-suggestion:handle", *_KEEPER)
SETTLE_DUTIES = Permission.of("care:register-duty:settle", *_KEEPER)
EXPORT_REGISTER = Permission.of("care:assistance-register:export", *_KEEPER)
SEE_STATISTICS = Permission.of("care:assistance-statistics:see", *_KEEPER, "community_admin")

SEE_CARE_TASKS = Permission.of("care:care-task:see", *_HELPERS)
TAKE_CARE_TASK = Permission.of("care:care-task:take", *_HELPERS)
DIRECT_CARE_TASKS = Permission.of("care:care-task:direct", *_LEADS)
"""Making them by hand, giving them to somebody, taking them off."""
LOG_ASSISTANCE_VISIT = Permission.of("care:assistance-visit:log", *_HELPERS)
SEE_ASSISTANCE_VISITS = Permission.of("care:assistance-visit:see", *_LEADS)

STOP_LIFT = Permission.of(
    "care:lift-stoppage:set", "community_admin", "social_worker", "property_manager", "contractor"
)
SEE_LIFT_STOPPAGES = Permission.of("care:lift-stoppage:see", *_EVERYONE)
SET_HOLIDAYS = Permission.of("care:holiday:set", "community_admin", "social_worker")
SEE_HOLIDAYS = Permission.of("care:holiday:see", *_EVERYONE)
