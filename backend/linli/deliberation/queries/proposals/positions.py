"""Where people stand: the newest comment with a position of each person."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Subquery, func, select

from linli.deliberation.queries.proposals.tables import comments
from linli.deliberation.rules.proposals.spoken_for import Position
from linli.kernel.db.transaction import Tx

_c = comments.c


def current_positions(tx: Tx, proposal_ids: Collection[UUID]) -> Subquery:
    """``proposal_id account_id position comment_id``: one row a person and proposal.

    What was said last holds, by the phone's clock, so that comments which waited for a network
    fall into their place.
    """
    turn = func.row_number().over(
        partition_by=(_c.proposal_id, _c.created_by), order_by=(_c.said_at.desc(), _c.id.desc())
    )
    ranked = (
        select(
            _c.proposal_id,
            _c.created_by.label("account_id"),
            _c.position,
            _c.id.label("comment_id"),
            turn.label("turn"),
        )
        .where(
            _c.community_id == tx.community,
            _c.proposal_id.in_(proposal_ids),
            _c.position.is_not(None),
        )
        .subquery("ranked")
    )
    names = ("proposal_id", "account_id", "position", "comment_id")
    newest = select(*[ranked.c[name] for name in names]).where(ranked.c.turn == 1)
    return newest.subquery("stands")


async def position_counts(tx: Tx, proposal_ids: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    """Proposal → position → people."""
    stands = current_positions(tx, proposal_ids).c
    asks = select(stands.proposal_id, stands.position, func.count().label("people"))
    counted: dict[UUID, dict[str, int]] = {
        proposal_id: {position.value: 0 for position in Position} for proposal_id in proposal_ids
    }
    for row in await tx.rows(asks.group_by(stands.proposal_id, stands.position)):
        counted[row["proposal_id"]][row["position"]] = row["people"]
    return counted


async def positions_of(tx: Tx, proposal_ids: Collection[UUID], account_id: UUID) -> dict[UUID, str]:
    """Where one person stands, by proposal."""
    stands = current_positions(tx, proposal_ids).c
    asks = select(stands.proposal_id, stands.position).where(stands.account_id == account_id)
    return {row["proposal_id"]: row["position"] for row in await tx.rows(asks)}
