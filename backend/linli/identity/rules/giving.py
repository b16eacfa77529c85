"""Who may give or take which role where. Nobody gives more than they have.

The table is closed under giving: whoever receives a role can pass on nothing that its giver could
not have given (held by a property test).
"""

from collections.abc import Iterable

from linli.identity.rules.roles import (
    BUILDING_LEAD,
    COMMUNITY_ADMIN,
    REPRESENTATIVE,
    RESIDENT,
    ROLES,
    VOLUNTEER,
    fits,
)
from linli.kernel.access.actor import Grant, Scope

GIVES: dict[str, frozenset[str]] = {
    COMMUNITY_ADMIN: frozenset(ROLES) - {REPRESENTATIVE},
    BUILDING_LEAD: frozenset({VOLUNTEER, RESIDENT}),
}
"""The roles that the holder of a role may give, inside the scope on which it is held.

Nobody gives or takes a representative's: it follows from an election or an assembly alone.
"""


def may_give(held: Iterable[Grant], wanted: Grant) -> bool:
    """Whether somebody with these grants may give this one."""
    return fits(wanted.role, wanted.scope) and may_take(held, wanted)


def may_take(held: Iterable[Grant], given: Grant) -> bool:
    """Whether somebody with these grants may revoke this one: whoever could have given it."""
    return any(given.role in GIVES.get(own.role, ()) and covers(own, given) for own in held)


def covers(own: Grant, other: Grant) -> bool:
    """Whether the scope of one grant lies inside the scope of another."""
    if own.scope is Scope.COMMUNITY:
        return True
    return own.scope is other.scope and own.scope_id == other.scope_id
