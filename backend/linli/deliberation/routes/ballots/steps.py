"""The steps of a round, each taken by whoever manages it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.ballots.count_round import count_round
from linli.deliberation.actions.ballots.open_round import open_round
from linli.deliberation.actions.ballots.publish_notice import publish_notice
from linli.deliberation.actions.ballots.publish_result import publish_result
from linli.deliberation.actions.ballots.take_back import ANNUL, RECOUNT, WITHDRAW, take_back
from linli.deliberation.permissions.ballots import MANAGE_ROUND
from linli.deliberation.queries.ballots.round_page import read_round
from linli.deliberation.routes.ballots.answers import CREATES, note_repeat
from linli.deliberation.schemas.ballots.round_in import ReasonedRoundStepIn, RoundStepIn
from linli.deliberation.schemas.ballots.round_out import RoundOut
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/ballot-rounds/{round_id}")
Manager = Annotated[Actor, Depends(Permitted(MANAGE_ROUND))]


@router.post(
    "/notice",
    operation_id="publish_ballot_notice",
    summary="Put a round on notice",
    status_code=201,
    response_model=RoundOut,
    responses=CREATES,
)
async def post_notice(
    round_id: UUID, body: RoundStepIn, tx: TxDep, actor: Manager, response: Response
) -> Row:
    """From here on questions, rules, window and procedure no longer change. It opens by itself."""
    note_repeat(response, is_new=await publish_notice(tx, actor, round_id, body))
    return await read_round(tx, actor, round_id)


@router.post(
    "/opening",
    operation_id="open_ballot_round",
    summary="Open a round whose day has come",
    status_code=201,
    response_model=RoundOut,
    responses=CREATES,
)
async def post_opening(
    round_id: UUID, body: RoundStepIn, tx: TxDep, actor: Manager, response: Response
) -> Row:
    """Freezes electorate, weights and rule, publishes their digest. It also happens by itself."""
    note_repeat(response, is_new=await open_round(tx, actor, round_id, body))
    return await read_round(tx, actor, round_id)


@router.post(
    "/count",
    operation_id="count_ballot_round",
    summary="Count a round that is over",
    status_code=201,
    response_model=RoundOut,
    responses=CREATES,
)
async def post_count(
    round_id: UUID, body: RoundStepIn, tx: TxDep, actor: Manager, response: Response
) -> Row:
    """Both bases, every state of a ballot, exact thresholds; frozen with its digest."""
    note_repeat(response, is_new=await count_round(tx, actor, round_id, body))
    return await read_round(tx, actor, round_id)


@router.post(
    "/result-notice",
    operation_id="publish_ballot_result",
    summary="Put the result on notice",
    status_code=201,
    response_model=RoundOut,
    responses=CREATES,
)
async def post_result_notice(
    round_id: UUID, body: RoundStepIn, tx: TxDep, actor: Manager, response: Response
) -> Row:
    """Objections are taken from here on; it becomes final by itself."""
    note_repeat(response, is_new=await publish_result(tx, actor, round_id, body))
    return await read_round(tx, actor, round_id)


@router.post(
    "/recount",
    operation_id="recount_ballot_round",
    summary="Send a round back to be counted again",
    status_code=201,
    response_model=RoundOut,
    responses=CREATES,
)
async def post_recount(
    round_id: UUID, body: ReasonedRoundStepIn, tx: TxDep, actor: Manager, response: Response
) -> Row:
    """When an objection showed a wrong entry."""
    note_repeat(response, is_new=await take_back(tx, actor, round_id, body, RECOUNT))
    return await read_round(tx, actor, round_id)


@router.post(
    "/annulment",
    operation_id="annul_ballot_round",
    summary="Annul a round",
    status_code=201,
    response_model=RoundOut,
    responses=CREATES,
)
async def post_annulment(
    round_id: UUID, body: ReasonedRoundStepIn, tx: TxDep, actor: Manager, response: Response
) -> Row:
    """Everything stays on record; nothing was decided."""
    note_repeat(response, is_new=await take_back(tx, actor, round_id, body, ANNUL))
    return await read_round(tx, actor, round_id)


@router.post(
    "/withdrawal",
    operation_id="withdraw_ballot_round",
    summary="Withdraw a round before it opens",
    status_code=201,
    response_model=RoundOut,
    responses=CREATES,
)
async def post_withdrawal(
    round_id: UUID, body: ReasonedRoundStepIn, tx: TxDep, actor: Manager, response: Response
) -> Row:
    """Everybody can read why."""
    note_repeat(response, is_new=await take_back(tx, actor, round_id, body, WITHDRAW))
    return await read_round(tx, actor, round_id)
