"""Papers that their own elector holds to be wrong: nothing is counted while one is in doubt."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, false, func, or_, select, true

from linli.deliberation.queries.ballots.objections import ANSWERED, objections_with_answers
from linli.deliberation.queries.ballots.tables import (
    beside,
    counted,
    objection_answers,
    objections,
)
from linli.kernel.db.transaction import Row, Tx

_o, _a, _c = objections.c, objection_answers.c, counted.c
_COUNTS = beside(counted, objections, _c.ballot_id == _o.ballot_id)


async def papers_contested(tx: Tx, round_id: UUID) -> int:
    """Objections to papers that wait: for an answer, or, upheld, for the paper to be put right."""
    asks = (
        select(func.count())
        .select_from(objections.outerjoin(objection_answers, ANSWERED).outerjoin(counted, _COUNTS))
        .where(_o.community_id == tx.community, _o.round_id == round_id, _o.ballot_id.is_not(None))
        .where(or_(_a.id.is_(None), and_(_a.upheld == true(), _c.id.is_not(None))))
    )
    return int(await tx.scalar(asks) or 0)


async def in_doubt(tx: Tx, ballot_id: UUID) -> bool:
    """Whether an objection to a paper is unanswered or was upheld."""
    asks = (
        select(_o.id)
        .select_from(objections.outerjoin(objection_answers, ANSWERED))
        .where(_o.community_id == tx.community, _o.ballot_id == ballot_id)
        .where(func.coalesce(_a.upheld, true()) != false())
    )
    return await tx.scalar(asks.limit(1)) is not None


async def objections_to(tx: Tx, ballot_ids: Collection[UUID]) -> dict[UUID, list[Row]]:
    """Paper → objections to it with their answers, the oldest first; as ``list_objections``."""
    if not ballot_ids:
        return {}
    asks = (
        objections_with_answers()
        .where(_o.community_id == tx.community, _o.ballot_id.in_(ballot_ids))
        .order_by(_o.created_at, _o.id)
    )
    found: dict[UUID, list[Row]] = {}
    for row in await tx.rows(asks):
        found.setdefault(row["ballot_id"], []).append(row)
    return found
