"""Voting on the phone, and one's own line."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.ballots.cast_ballot import cast_ballot
from linli.deliberation.permissions.ballots import CAST_BALLOT
from linli.deliberation.queries.ballots.my_ballots import read_my_ballots
from linli.deliberation.routes.ballots.answers import CREATES, READS, note_repeat
from linli.deliberation.schemas.ballots.voting import BallotIn, BallotOut, MyBallotsOut
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/ballot-rounds/{round_id}")
Voter = Annotated[Actor, Depends(Permitted(CAST_BALLOT))]


@router.get(
    "/my-ballots",
    operation_id="read_my_ballots",
    summary="All that the voting screens need, and one's own line afterwards",
    response_model=MyBallotsOut,
    responses=READS,
)
async def get_my_ballots(round_id: UUID, tx: TxDep, actor: Voter) -> Row:
    """The electors one votes for, or holds a proxy of, each with the ballot that counts."""
    return await read_my_ballots(tx, actor, round_id)


@router.post(
    "/ballots",
    operation_id="cast_ballot",
    summary="Cast a ballot on the phone",
    status_code=201,
    response_model=BallotOut,
    responses=CREATES,
)
async def post_ballot(
    round_id: UUID, body: BallotIn, tx: TxDep, actor: Voter, response: Response
) -> Row:
    """All questions or none. The newest counts until the closing second; all are kept."""
    answer, is_new = await cast_ballot(tx, actor, round_id, body)
    note_repeat(response, is_new=is_new)
    return answer
