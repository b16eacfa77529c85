"""Figures of the official system."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.tables import official_results
from linli.deliberation.queries.ballots.written_documents import all_here
from linli.deliberation.rules.ballots.ballot_state import Counts
from linli.deliberation.rules.ballots.weight import Weight
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem, not_found


async def newest_official(tx: Tx, round_id: UUID) -> Row | None:
    """The last import of a round: ``id system reference counts created_at created_by``."""
    o = official_results.c
    asks = (
        select(o.id, o.system, o.reference, o.counts, o.created_at, o.created_by)
        .where(o.community_id == tx.community, o.round_id == round_id)
        .order_by(o.created_at.desc(), o.id.desc())
        .limit(1)
    )
    return await tx.row(asks)


async def require_confirmed(tx: Tx, actor: Actor, round_id: UUID) -> None:
    """Refuse a count of figures that nobody else could hold against their document.

    Whoever counts confirms them; that is another person than who typed them.

    Raises:
        Problem: 409 ``official_result_missing`` or ``official_document_missing``; 403
            ``other_counts_official``.
    """
    found = await newest_official(tx, round_id)
    if found is None:
        raise Problem(409, "official_result_missing")
    if not all_here((await slots_of(tx, [found["id"]])).get(found["id"], [])):
        raise Problem(409, "official_document_missing")
    if found["created_by"] == actor.account_id:
        raise Problem(403, "other_counts_official")


async def may_confirm(tx: Tx, actor: Actor, round_id: UUID) -> bool:
    """Whether the actor could count the figures now."""
    try:
        await require_confirmed(tx, actor, round_id)
    except Problem:
        return False
    return True


async def read_official(tx: Tx, actor: Actor, round_id: UUID) -> Row:
    """The figures as they wait to be counted, beside their document.

    Raises:
        Problem: 404 ``not_found`` while there are none.
    """
    found, source = await newest_official(tx, round_id), await official_source(tx, round_id)
    if found is None or source is None:
        raise not_found()
    names = await names_of(tx, {found["created_by"]})
    return {
        **source,
        "imported_by": names.get(found["created_by"]),
        "mine": found["created_by"] == actor.account_id,
        "document_here": all_here(source["attachments"]),
        "counts": found["counts"],
    }


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
