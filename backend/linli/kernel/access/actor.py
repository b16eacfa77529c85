"""Who is asking, and what they may do: grants of a role on a scope. Deny by default."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Scope(StrEnum):
    """How far a grant reaches."""

    COMMUNITY = "community"
    BUILDING = "building"
    GROUP = "group"


@dataclass(frozen=True)
class Permission:
    """An action and the roles that may do it, named ``context:subject:verb``."""

    name: str
    roles: frozenset[str]

    @classmethod
    def of(cls, name: str, *roles: str) -> "Permission":
        """A permission for the given roles."""
        return cls(name, frozenset(roles))


@dataclass(frozen=True)
class Grant:
    """A role that an account holds on a community, a building or a group."""

    role: str
    scope: Scope
    scope_id: UUID | None = None
    """The building or group; ``None`` when the scope is the whole community."""


@dataclass(frozen=True)
class Actor:
    """An account at work in one community."""

    account_id: UUID
    community_id: UUID
    grants: tuple[Grant, ...]
    session_id: UUID | None = None
    display_name: str = field(default="", repr=False)
    language: str = "zh-CN"

    def holds(self, *roles: str) -> bool:
        """Whether the actor has one of these roles, on whatever scope."""
        return any(grant.role in roles for grant in self.grants)

    def may(self, permission: Permission) -> bool:
        """Whether some grant of the actor allows this, on whatever scope."""
        return self.holds(*permission.roles)

    def reach(self, permission: Permission, scope: Scope) -> frozenset[UUID] | None:
        """Where the actor may do this: ``None`` for everywhere, else the ids of that scope.

        A grant on another kind of scope adds nothing: a group's volunteer has no building.
        """
        held = [grant for grant in self.grants if grant.role in permission.roles]
        if any(grant.scope is Scope.COMMUNITY for grant in held):
            return None
        return frozenset(g.scope_id for g in held if g.scope is scope and g.scope_id is not None)


@dataclass(frozen=True)
class Caller:
    """An account with a live session, before any community is entered."""

    account_id: UUID
    session_id: UUID
    display_name: str = field(default="", repr=False)
    language: str = "zh-CN"

    def at(self, community_id: UUID, grants: tuple[Grant, ...]) -> Actor:
        """The caller as an actor in a community."""
        return Actor(
            self.account_id,
            community_id,
            grants,
            self.session_id,
            self.display_name,
            self.language,
        )
