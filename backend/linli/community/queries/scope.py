"""Where an actor may look."""

from uuid import UUID

from linli.community.permissions import READ_HOUSEHOLDS
from linli.kernel.access.actor import Actor, Permission, Scope
from linli.kernel.problems import not_found


def buildings_in_reach(
    actor: Actor, permission: Permission = READ_HOUSEHOLDS
) -> frozenset[UUID] | None:
    """The buildings the actor may look into; ``None`` for all."""
    return actor.reach(permission, Scope.BUILDING)


def require_reach(
    actor: Actor, building_id: UUID | None, permission: Permission = READ_HOUSEHOLDS
) -> None:
    """Check that a building (``None``: outside all buildings) lies within the actor's reach.

    Raises:
        Problem: 404 ``not_found``, for what is out of reach is not known to exist.
    """
    reach = buildings_in_reach(actor, permission)
    if reach is not None and building_id not in reach:
        raise not_found()
