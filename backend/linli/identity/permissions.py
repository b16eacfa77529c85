"""What can be done in this context, and by which roles. Where they may is in ``rules/giving``."""

from linli.identity.rules.roles import BUILDING_LEAD, COMMUNITY_ADMIN, SOCIAL_WORKER, VOLUNTEER
from linli.kernel.access.actor import Permission

INVITE = Permission.of("identity:invitation:make", COMMUNITY_ADMIN, BUILDING_LEAD)
VIEW_INVITATIONS = Permission.of("identity:invitation:view", COMMUNITY_ADMIN, BUILDING_LEAD)
REVOKE_INVITATION = Permission.of("identity:invitation:revoke", COMMUNITY_ADMIN, BUILDING_LEAD)
GIVE_GRANT = Permission.of("identity:grant:give", COMMUNITY_ADMIN, BUILDING_LEAD)
REVOKE_GRANT = Permission.of("identity:grant:revoke", COMMUNITY_ADMIN, BUILDING_LEAD)
RENEW_PASSWORD = Permission.of("identity:password:renew", COMMUNITY_ADMIN, BUILDING_LEAD)

VIEW_TEAM = Permission.of(
    "identity:member:view", COMMUNITY_ADMIN, SOCIAL_WORKER, BUILDING_LEAD, VOLUNTEER
)
"""See who is on the team. A volunteer hands tasks over, a social worker assigns them."""
VIEW_RESIDENTS = Permission.of(
    "identity:resident:view", COMMUNITY_ADMIN, SOCIAL_WORKER, BUILDING_LEAD
)
"""See also those who are residents only, on the own scope."""
VIEW_LOGINS = Permission.of("identity:login:view", COMMUNITY_ADMIN, BUILDING_LEAD)
"""See the (masked) logins, to help somebody sign in."""
