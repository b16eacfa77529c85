"""Holding a round, or one elector of it, until the transaction ends."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.tables import electors, rounds
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found


async def hold_round(tx: Tx, round_id: UUID, *, shared: bool = False) -> Row:
    """A round that nobody moves on until this transaction ends.

    Ballots hold it together (``shared``); closing it waits for them, and they see it closed after.

    Raises:
        Problem: 404 ``not_found``.
    """
    mine = (rounds.c.community_id == tx.community, rounds.c.id == round_id)
    row = await tx.row(select(rounds).where(*mine).with_for_update(read=shared))
    if row is None:
        raise not_found()
    return row


async def hold_elector(tx: Tx, round_id: UUID, elector_id: UUID) -> Row:
    """An elector for whom nobody else records a ballot until this transaction ends.

    Raises:
        Problem: 404 ``not_found``.
    """
    mine = (
        electors.c.community_id == tx.community,
        electors.c.round_id == round_id,
        electors.c.id == elector_id,
    )
    row = await tx.row(select(electors).where(*mine).with_for_update())
    if row is None:
        raise not_found()
    return row
