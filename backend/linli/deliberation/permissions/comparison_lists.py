"""What may be done about ``comparison_lists``, and which roles may do it."""

from linli.kernel.access.actor import Permission

_VISITORS = ("community_admin", "building_lead", "representative", "supervisor")
_EVERYONE = (
    *_VISITORS,
    "social_worker",
    "volunteer",
    "legal_adviser",
    "contractor",
    "property_manager",
    "resident",
)

SEE_COMPARISON_LISTS = Permission.of("deliberation:comparison-list:see", *_EVERYONE)
"""Published lists with their working, site-visit reports and photos."""
EDIT_COMPARISON_LISTS = Permission.of("deliberation:comparison-list:edit", "community_admin")
REPORT_SITE_VISIT = Permission.of("deliberation:site-visit:report", *_VISITORS)
"""Writing and signing what was seen on the spot; drafts are seen by these too."""
