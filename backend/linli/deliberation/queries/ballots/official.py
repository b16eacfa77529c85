"""Figures of the official system."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.tables import official_results
from linli.deliberation.rules.ballots.ballot_state import Counts
from linli.deliberation.rules.ballots.weight import Weight
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem


async def newest_official(tx: Tx, round_id: UUID) -> Row | None:
    """The last import of a round: ``id system reference counts created_at``."""
    o = official_results.c
    asks = (
        select(o.id, o.system, o.reference, o.counts, o.created_at)
        .where(o.community_id == tx.community, o.round_id == round_id)
        .order_by(o.created_at.desc(), o.id.desc())
        .limit(1)
    )
    return await tx.row(asks)


async def official_counts(tx: Tx, round_id: UUID) -> dict[str, Counts]:
    """Question → weight by answer and state, as the official system told it.

    Raises:
        Problem: 409 ``official_result_missing``.
    """
    found = await newest_official(tx, round_id)
    if found is None:
        raise Problem(409, "official_result_missing")
    return {
        question: {
            answer: Weight(int(figures["heads"]), int(figures["area_dm2"]))
            for answer, figures in answers.items()
        }
        for question, answers in found["counts"].items()
    }


async def official_source(tx: Tx, round_id: UUID) -> Row | None:
    """Where the figures came from, with their document."""
    found = await newest_official(tx, round_id)
    if found is None:
        return None
    files = (await slots_of(tx, [found["id"]])).get(found["id"], [])
    return {
        "system": found["system"],
        "reference": found["reference"],
        "imported_at": found["created_at"],
        "attachments": files,
    }
