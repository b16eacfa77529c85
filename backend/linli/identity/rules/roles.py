"""The roles of a community and where each may be held (product.md, "The people")."""

from linli.kernel.access.actor import Scope

COMMUNITY_ADMIN = "community_admin"
SOCIAL_WORKER = "social_worker"
BUILDING_LEAD = "building_lead"
VOLUNTEER = "volunteer"
REPRESENTATIVE = "representative"
SUPERVISOR = "supervisor"
LEGAL_ADVISER = "legal_adviser"
CONTRACTOR = "contractor"
PROPERTY_MANAGER = "property_manager"
RESIDENT = "resident"

_WHOLE = frozenset({Scope.COMMUNITY})
_PLACE = frozenset({Scope.COMMUNITY, Scope.BUILDING})

SCOPES: dict[str, frozenset[Scope]] = {
    COMMUNITY_ADMIN: _WHOLE,
    SOCIAL_WORKER: _WHOLE,
    BUILDING_LEAD: frozenset({Scope.BUILDING}),
    VOLUNTEER: frozenset({Scope.COMMUNITY, Scope.BUILDING, Scope.GROUP}),
    REPRESENTATIVE: frozenset({Scope.BUILDING}),
    SUPERVISOR: _WHOLE,
    LEGAL_ADVISER: _WHOLE,
    CONTRACTOR: _WHOLE,
    PROPERTY_MANAGER: _WHOLE,
    RESIDENT: _PLACE,
}
"""Where each role may be held. A building lead of every building would be a second admin."""

ROLES = tuple(SCOPES)
"""Every role, the most trusted first."""


def fits(role: str, scope: Scope) -> bool:
    """Whether a role can be held on this kind of scope."""
    return scope in SCOPES.get(role, frozenset())
