"""The building picture of a round: whose ballot came in, never what it says."""

from uuid import UUID

from sqlalchemy import and_, bindparam, case, exists, select

from linli.community.public import HOUSEHOLDS, draw_picture, picture_statement
from linli.deliberation.permissions.ballots import SEE_ELECTORS
from linli.deliberation.queries.ballots.round_rows import round_row
from linli.deliberation.queries.ballots.tables import (
    beside,
    counted,
    deliveries,
    elector_units,
)
from linli.deliberation.rules.lifecycles.ballot_round import CHOICES_ARE_HIDDEN
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Tx
from linli.kernel.db.types import Uuid
from linli.kernel.problems import forbidden, not_found

_ROUND = bindparam("round_id", type_=Uuid)
_u, _c, _d = elector_units.c, counted.c, deliveries.c
_UNIT = and_(
    beside(elector_units, HOUSEHOLDS, _u.household_id == HOUSEHOLDS.c.id), _u.round_id == _ROUND
)
_BACK = beside(counted, elector_units, _c.elector_id == _u.elector_id)
_BROUGHT = exists(
    select(_d.id)
    .where(beside(deliveries, elector_units, _d.elector_id == _u.elector_id))
    .correlate(elector_units)
)
_PICTURE = picture_statement(
    case(
        (_u.id.is_(None), "no_elector"),
        (_c.id.is_not(None), "returned"),
        (_BROUGHT, "delivered"),
        else_="not_delivered",
    ),
    HOUSEHOLDS.outerjoin(elector_units, _UNIT).outerjoin(counted, _BACK),
)


async def read_round_picture(tx: Tx, actor: Actor, round_id: UUID, building_id: UUID) -> bytes:
    """A building as JSON, each door with its mark.

    While ballots are taken, whose is missing is known to those who deliver, record and watch;
    afterwards to everybody, as the published list says so too.

    Raises:
        Problem: 404; 403 ``forbidden`` to others while ballots are taken.
    """
    round_ = await round_row(tx, round_id)
    if round_["state"] in CHOICES_ARE_HIDDEN:
        if not actor.may(SEE_ELECTORS):
            raise forbidden()
        reach = actor.reach(SEE_ELECTORS, Scope.BUILDING)
        if reach is not None and building_id not in reach:
            raise not_found()
    return await draw_picture(tx, _PICTURE, building_id, round_id=round_id)
