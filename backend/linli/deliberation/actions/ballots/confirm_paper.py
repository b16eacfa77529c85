"""A second person reads a paper ballot, without being shown what the first one typed."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.ballots.answer_ballot import ballot_answer
from linli.deliberation.actions.ballots.hold_paper import HeldPaper, hold_paper
from linli.deliberation.actions.ballots.keep_ballot import Answered, check_answers
from linli.deliberation.actions.ballots.keep_reading import (
    differed_before,
    keep_reading,
    refuse_second_try,
)
from linli.deliberation.actions.ballots.record_paper import check_takes_paper
from linli.deliberation.actions.ballots.settle_counted import Settled, settle_counted
from linli.deliberation.facts.ballots import paper_confirmed
from linli.deliberation.models.ballots.ballot import BallotConfirmation
from linli.deliberation.queries.ballots.contested import in_doubt
from linli.deliberation.queries.ballots.paper_photos import require_photo
from linli.deliberation.queries.ballots.papers import paper_waits
from linli.deliberation.queries.ballots.tables import answers, confirmations
from linli.deliberation.schemas.ballots.ledger import PaperConfirmationIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import append_facts, record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem


async def confirm_paper(
    tx: Tx, actor: Actor, round_id: UUID, ballot_id: UUID, body: PaperConfirmationIn
) -> tuple[Row, bool]:
    """Confirm a paper ballot by reading the same from it; from then on it may count.

    Who reads otherwise is told ``readings_differ`` as ``why_not`` and no more, and that is kept:
    a refusal would keep nothing, and whoever tries often enough would hit any paper blind.

    Returns:
        The ballot with its receipt, and whether the confirmation or the differing reading is new.

    Raises:
        Problem: 404; 403 ``second_person_needed`` for whoever typed it; 409
            ``read_otherwise_before``, ``already_confirmed``, ``paper_photo_missing``,
            ``paper_in_doubt`` or ``paper_settled``; as ``record_paper``.
    """
    held = await hold_paper(tx, actor, round_id, ballot_id)
    if await _differs(tx, actor, held, ballot_id, body):
        is_new = await keep_reading(tx, actor, round_id, ballot_id, body)
        return await _differing_answer(tx, held, ballot_id), is_new
    values = {"round_id": round_id, "ballot_id": ballot_id, "recorded_by": held.typed_by}
    is_new = await create_once(tx, actor, BallotConfirmation, body, **values)
    settled: Settled = await settle_counted(tx, held.round, held.elector_id)
    if is_new:
        fact = paper_confirmed(actor, body.id, round_id, ballot_id, clock.now())
        record(tx, fact)
        await append_facts(tx)
    return await ballot_answer(tx, ballot_id, settled), is_new


async def _differs(
    tx: Tx, actor: Actor, held: HeldPaper, ballot_id: UUID, body: PaperConfirmationIn
) -> bool:
    """Whether the reading differs, or did when it was sent first."""
    if await differed_before(tx, actor, ballot_id, body):
        return True
    k = confirmations.c
    mine = (k.community_id == tx.community, k.ballot_id == ballot_id)
    known = await tx.scalar(select(k.id).where(*mine))
    if known is not None:
        if known != body.id:
            raise Problem(409, "already_confirmed")
        return False
    check_takes_paper(held.round)
    if held.typed_by == actor.account_id:
        raise Problem(403, "second_person_needed")
    await refuse_second_try(tx, actor, ballot_id)
    await require_photo(tx, ballot_id)
    if await in_doubt(tx, ballot_id):
        raise Problem(409, "paper_in_doubt")
    if not await paper_waits(tx, ballot_id):
        raise Problem(409, "paper_settled")
    given = await check_answers(tx, held.round["id"], body.answers, on_paper=True)
    return given != await _typed(tx, ballot_id)


async def _typed(tx: Tx, ballot_id: UUID) -> Answered:
    a = answers.c
    mine = (a.community_id == tx.community, a.ballot_id == ballot_id)
    rows = await tx.rows(select(a.question_id, a.answer).where(*mine))
    return {row["question_id"]: row["answer"] for row in rows}


async def _differing_answer(tx: Tx, held: HeldPaper, ballot_id: UUID) -> Row:
    settled = await settle_counted(tx, held.round, held.elector_id)
    told = await ballot_answer(tx, ballot_id, settled)
    return {**told, "counts": False, "why_not": "readings_differ"}
