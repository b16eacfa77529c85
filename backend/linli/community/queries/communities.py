"""The community itself."""

from uuid import UUID

from sqlalchemy import bindparam, select

from linli.community.models import Community
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.facts.models import FactHead

_community = table(Community)
_head = table(FactHead)
_MINE = bindparam("community_id", type_=Uuid)

_READ = Fast(
    select(
        _community.c.id,
        _community.c.name,
        _community.c.time_zone,
        _community.c.city_profile,
        _head.c.epoch,
    )
    .join_from(_community, _head, _head.c.community_id == _community.c.id)
    .where(_community.c.id == _MINE)
)
_TIME_ZONE = Fast(select(_community.c.time_zone).where(_community.c.id == _MINE))


async def read_community(tx: Tx, actor: Actor) -> Row:
    """Name, time zone, city profile and the epoch of the fact log."""
    found = await tx.row(_READ, {"community_id": actor.community_id})
    if found is None:
        raise RuntimeError("an actor's community exists")
    return found


async def time_zone_of(tx: Tx, community_id: UUID) -> str:
    """The community's time zone, such as ``Asia/Shanghai``."""
    return str(await tx.scalar(_TIME_ZONE, {"community_id": community_id}))
