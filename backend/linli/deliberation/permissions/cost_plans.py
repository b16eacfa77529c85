"""What may be done about ``cost_plans``, and which roles may do it."""

from linli.kernel.access.actor import Permission

_OFFICE = ("community_admin", "social_worker")
_EVERYONE = (
    *_OFFICE,
    "building_lead",
    "volunteer",
    "representative",
    "supervisor",
    "legal_adviser",
    "contractor",
    "property_manager",
    "resident",
)

SEE_COST_PLANS = Permission.of("deliberation:cost-plan:see", *_EVERYONE)
"""Published plans: totals, sources, and every home's share by its code; no names."""
EDIT_COST_PLANS = Permission.of("deliberation:cost-plan:edit", "community_admin")
SEE_REDUCTIONS = Permission.of("deliberation:cost-reduction:see", *_OFFICE)
"""Which home a hardship reduction is for; besides these only the home itself sees it."""
