"""Finding receipts again: what a phone is told when it sends the same thing twice."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select

from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.models import Fact, FactHead
from linli.kernel.facts.record import Receipt


async def epoch_of(tx: Tx) -> UUID:
    """The id of this history of the server; another one after a restore from a backup."""
    heads = table(FactHead)
    found: UUID = await tx.scalar(select(heads.c.epoch).where(heads.c.community_id == tx.community))
    return found


async def receipts_of(
    tx: Tx, subject_kind: str, subject_ids: Collection[UUID]
) -> dict[UUID, Receipt]:
    """The receipt of the first fact about each subject that has one, by subject id.

    The epoch is the present one: it is this history of the server that holds the fact.
    """
    if not subject_ids:
        return {}
    facts, heads = table(Fact), table(FactHead)
    first = (
        select(facts.c.subject_id, func.min(facts.c.seq).label("seq"))
        .where(
            facts.c.community_id == tx.community,
            facts.c.subject_id.in_(subject_ids),
            facts.c.subject_kind == subject_kind,
        )
        .group_by(facts.c.subject_id)
        .subquery()
    )
    asks = (
        select(
            facts.c.subject_id, facts.c.seq, facts.c.leaf_hash, facts.c.recorded_at, heads.c.epoch
        )
        .join(first, facts.c.seq == first.c.seq)
        .join(heads, heads.c.community_id == facts.c.community_id)
        .where(facts.c.community_id == tx.community)
    )
    return {
        row["subject_id"]: Receipt(row["seq"], row["leaf_hash"], row["recorded_at"], row["epoch"])
        for row in await tx.rows(asks)
    }
