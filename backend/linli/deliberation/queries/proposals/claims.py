"""Which homes comments speak for, as the rules count them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from linli.community.public import BUILDINGS, HOUSEHOLDS
from linli.deliberation.queries.proposals.asked import newest_answers
from linli.deliberation.queries.proposals.tables import claims, comments
from linli.deliberation.rules.proposals.spoken_for import Claim, HomeAnswer, Position
from linli.kernel.db.transaction import Row, Tx


async def claims_of_proposal(tx: Tx, proposal_id: UUID) -> list[Claim]:
    """All claims of a proposal, in the order of arrival."""
    return [_ruled(row, n) for n, row in enumerate(await _rows(tx, _of(proposal_id)))]


async def claims_of_comments(tx: Tx, comment_ids: Collection[UUID]) -> list[Row]:
    """``comment_id building_code claim`` of some comments, by building."""
    rows = await _rows(tx, comments.c.id.in_(comment_ids)) if comment_ids else []
    return [{**row, "claim": _ruled(row, n)} for n, row in enumerate(rows)]


def _of(proposal_id: UUID) -> ColumnElement[bool]:
    return comments.c.proposal_id == proposal_id


def _ruled(row: Row, sequence: int) -> Claim:
    said = HomeAnswer.CONFIRMED if row["is_own"] else HomeAnswer.UNANSWERED
    return Claim(
        comment=str(row["comment_id"]),
        building=str(row["building_id"]),
        home=str(row["household_id"]),
        position=Position(row["position"]),
        sequence=sequence,
        answer=HomeAnswer(row["answer"]) if row["answer"] else said,
    )


async def _rows(tx: Tx, which: ColumnElement[bool]) -> list[Row]:
    answered = newest_answers(tx)
    said = and_(
        comments.c.community_id == claims.c.community_id, comments.c.id == claims.c.comment_id
    )
    home = and_(
        HOUSEHOLDS.c.community_id == claims.c.community_id,
        HOUSEHOLDS.c.id == claims.c.household_id,
    )
    building = and_(
        BUILDINGS.c.community_id == HOUSEHOLDS.c.community_id,
        BUILDINGS.c.id == HOUSEHOLDS.c.building_id,
    )
    last = and_(
        answered.c.comment_id == claims.c.comment_id,
        answered.c.household_id == claims.c.household_id,
    )
    asks = (
        select(
            claims.c.comment_id,
            claims.c.household_id,
            claims.c.is_own,
            comments.c.position,
            HOUSEHOLDS.c.building_id,
            BUILDINGS.c.code.label("building_code"),
            answered.c.answer,
        )
        .join_from(claims, comments, said)
        .join(HOUSEHOLDS, home)
        .join(BUILDINGS, building)
        .outerjoin(answered, last)
        .where(claims.c.community_id == tx.community, which)
        .order_by(comments.c.created_at, comments.c.id, BUILDINGS.c.sort_key, claims.c.id)
    )
    return await tx.rows(asks)
