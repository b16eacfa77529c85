"""A second person reads a paper ballot, without being shown what the first one typed."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.ballots.answer_ballot import ballot_answer
from linli.deliberation.actions.ballots.hold import hold_elector, hold_round
from linli.deliberation.actions.ballots.keep_ballot import Answered, check_answers
from linli.deliberation.actions.ballots.record_paper import check_takes_paper
from linli.deliberation.actions.ballots.require_reach import require_elector_in_reach
from linli.deliberation.actions.ballots.settle_counted import Settled, settle_counted
from linli.deliberation.facts.ballots import paper_confirmed
from linli.deliberation.models.ballots.ballot import BallotConfirmation
from linli.deliberation.permissions.ballots import RECORD_PAPER
from linli.deliberation.queries.ballots.contested import in_doubt
from linli.deliberation.queries.ballots.paper_photos import require_photo
from linli.deliberation.queries.ballots.tables import answers, ballots, confirmations
from linli.deliberation.rules.ballots.round_mode import Way
from linli.deliberation.schemas.ballots.ledger import PaperConfirmationIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import append_facts, record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import FieldError, Problem, not_found


async def confirm_paper(
    tx: Tx, actor: Actor, round_id: UUID, ballot_id: UUID, body: PaperConfirmationIn
) -> tuple[Row, bool]:
    """Confirm a paper ballot by reading the same from it; from then on it may count.

    Returns:
        The ballot with its receipt, and whether the confirmation is new.

    Raises:
        Problem: 404; 403 ``second_person_needed`` for whoever typed it; 409
            ``readings_differ`` naming the questions, ``already_confirmed``,
            ``paper_photo_missing`` or ``paper_in_doubt``; as ``record_paper``.
    """
    round_ = await hold_round(tx, round_id, shared=True)
    ballot = await _paper(tx, round_id, ballot_id)
    elector = await hold_elector(tx, round_id, ballot["elector_id"])
    await require_elector_in_reach(tx, actor, elector["id"], RECORD_PAPER)
    is_new = await _confirm(tx, actor, round_, ballot, body)
    settled: Settled = await settle_counted(tx, round_, elector["id"])
    if is_new:
        fact = paper_confirmed(actor, body.id, round_id, ballot_id, clock.now())
        record(tx, fact)
        await append_facts(tx)
    return await ballot_answer(tx, ballot_id, settled), is_new


async def _paper(tx: Tx, round_id: UUID, ballot_id: UUID) -> Row:
    b = ballots.c
    mine = (b.community_id == tx.community, b.round_id == round_id, b.id == ballot_id)
    row = await tx.row(select(b.id, b.elector_id, b.created_by, b.way).where(*mine))
    if row is None or row["way"] != Way.PAPER:
        raise not_found()
    return row


async def _confirm(
    tx: Tx, actor: Actor, round_: Row, ballot: Row, body: PaperConfirmationIn
) -> bool:
    k = confirmations.c
    mine = (k.community_id == tx.community, k.ballot_id == ballot["id"])
    known = await tx.scalar(select(k.id).where(*mine))
    if known is not None and known != body.id:
        raise Problem(409, "already_confirmed")
    if known is None:
        check_takes_paper(round_)
        if ballot["created_by"] == actor.account_id:
            raise Problem(403, "second_person_needed")
        await require_photo(tx, ballot["id"])
        if await in_doubt(tx, ballot["id"]):
            raise Problem(409, "paper_in_doubt")
        given = await check_answers(tx, round_["id"], body.answers, on_paper=True)
        await _compare(tx, ballot["id"], given)
    values = {
        "round_id": round_["id"],
        "ballot_id": ballot["id"],
        "recorded_by": ballot["created_by"],
    }
    return await create_once(tx, actor, BallotConfirmation, body, **values)


async def _compare(tx: Tx, ballot_id: UUID, given: Answered) -> None:
    a = answers.c
    mine = (a.community_id == tx.community, a.ballot_id == ballot_id)
    rows = await tx.rows(select(a.question_id, a.answer).where(*mine))
    typed = {row["question_id"]: row["answer"] for row in rows}
    differ = [
        FieldError(f"/answers/{place}/answer", "reads_otherwise")
        for place, (question, answer) in enumerate(given.items())
        if typed[question] != answer
    ]
    if differ:
        raise Problem(409, "readings_differ", errors=tuple(differ))
