"""Holding a round, or one elector of it, until the transaction ends."""

from uuid import UUID

from sqlalchemy import bindparam, select

from linli.deliberation.queries.ballots.tables import electors, rounds
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.problems import not_found

_COMMUNITY = bindparam("community_id", type_=Uuid)
_ROUND = bindparam("round_id", type_=Uuid)
_THIS = select(rounds).where(rounds.c.community_id == _COMMUNITY, rounds.c.id == _ROUND)
_SHARED, _ALONE = Fast(_THIS.with_for_update(read=True)), Fast(_THIS.with_for_update())
_ELECTOR = Fast(
    select(electors)
    .where(electors.c.community_id == _COMMUNITY, electors.c.round_id == _ROUND)
    .where(electors.c.id == bindparam("elector_id", type_=Uuid))
    .with_for_update()
)


async def hold_round(tx: Tx, round_id: UUID, *, shared: bool = False) -> Row:
    """A round that nobody moves on until this transaction ends.

    Ballots hold it together (``shared``); closing it waits for them, and they see it closed after.

    Raises:
        Problem: 404 ``not_found``.
    """
    asked = {"community_id": tx.community, "round_id": round_id}
    row = await tx.row(_SHARED if shared else _ALONE, asked)
    if row is None:
        raise not_found()
    return row


async def hold_elector(tx: Tx, round_id: UUID, elector_id: UUID) -> Row:
    """An elector for whom nobody else records a ballot until this transaction ends.

    Raises:
        Problem: 404 ``not_found``.
    """
    asked = {"community_id": tx.community, "round_id": round_id, "elector_id": elector_id}
    row = await tx.row(_ELECTOR, asked)
    if row is None:
        raise not_found()
    return row
