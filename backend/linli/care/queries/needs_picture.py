"""The building picture of the register: at which doors there is a need."""

from uuid import UUID

from sqlalchemy import and_, bindparam, case, exists

from linli.care.permissions.register import READ_NEEDS_PICTURE
from linli.care.queries.need_rows import needs
from linli.community.public import HOUSEHOLDS, draw_picture, picture_statement
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Tx
from linli.kernel.db.types import Uuid
from linli.kernel.problems import not_found

_ACTIVE = and_(
    needs.c.community_id == bindparam("community_id", type_=Uuid),
    needs.c.household_id == HOUSEHOLDS.c.id,
    needs.c.status == "active",
)
_URGENT = exists().where(_ACTIVE, needs.c.urgency == "urgent")
_PICTURE = picture_statement(
    case((_URGENT, "urgent"), (exists().where(_ACTIVE), "need"), else_="none")
)


async def read_needs_picture(tx: Tx, actor: Actor, building_id: UUID) -> bytes:
    """A building as JSON, each door marked ``urgent``, ``need`` or ``none``.

    Raises:
        Problem: 404 when there is no such building where the actor may look.
    """
    reach = actor.reach(READ_NEEDS_PICTURE, Scope.BUILDING)
    if reach is not None and building_id not in reach:
        raise not_found()
    return await draw_picture(tx, _PICTURE, building_id)
