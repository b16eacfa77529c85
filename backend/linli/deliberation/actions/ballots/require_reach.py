"""Recording something only about doors within one's reach."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.tables import elector_units
from linli.kernel.access.actor import Actor, Permission, Scope
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import not_found


async def require_elector_in_reach(
    tx: Tx, actor: Actor, elector_id: UUID, permission: Permission
) -> None:
    """Check that one of the elector's units lies in a building within the actor's reach.

    Raises:
        Problem: 404 ``not_found``, for what is out of reach is not known to exist.
    """
    reach = actor.reach(permission, Scope.BUILDING)
    if reach is None:
        return
    u = elector_units.c
    here = (u.community_id == tx.community, u.elector_id == elector_id, u.building_id.in_(reach))
    if await tx.scalar(select(u.id).where(*here).limit(1)) is None:
        raise not_found()
