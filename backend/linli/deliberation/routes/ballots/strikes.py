"""Papers struck out by two people."""

from uuid import UUID

from fastapi import APIRouter, Response

from linli.deliberation.actions.ballots.agree_to_strike import agree_to_strike
from linli.deliberation.actions.ballots.strike_paper import strike_paper
from linli.deliberation.queries.ballots.papers import read_paper
from linli.deliberation.routes.ballots.answers import CREATES, note_repeat
from linli.deliberation.routes.ballots.papers import Recorder
from linli.deliberation.schemas.ballots.ledger import PaperBallotOut
from linli.deliberation.schemas.ballots.strikes import StrikeAgreementIn, StrikeIn
from linli.kernel.db.transaction import Row
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/ballot-rounds/{round_id}/paper-ballots/{ballot_id}/strike")


@router.post(
    "",
    operation_id="strike_paper_ballot",
    summary="Ask to strike out a paper that stands at the wrong door",
    status_code=201,
    response_model=PaperBallotOut,
    responses=CREATES,
)
async def post_strike(  # noqa: PLR0913, PLR0917 - path, body, answer
    round_id: UUID, ballot_id: UUID, body: StrikeIn, tx: TxDep, actor: Recorder, response: Response
) -> Row:
    """It counts as before until a second person agrees; the paper itself stays on record."""
    note_repeat(response, is_new=await strike_paper(tx, actor, round_id, ballot_id, body))
    return await read_paper(tx, actor, ballot_id)


@router.post(
    "/agreement",
    operation_id="agree_to_strike_paper_ballot",
    summary="Strike a paper out, as the second person",
    status_code=201,
    response_model=PaperBallotOut,
    responses=CREATES,
)
async def post_agreement(  # noqa: PLR0913, PLR0917 - path, body, answer
    round_id: UUID,
    ballot_id: UUID,
    body: StrikeAgreementIn,
    tx: TxDep,
    actor: Recorder,
    response: Response,
) -> Row:
    """From now on it does not count, and whatever its elector cast otherwise does."""
    note_repeat(response, is_new=await agree_to_strike(tx, actor, round_id, ballot_id, body))
    return await read_paper(tx, actor, ballot_id)
