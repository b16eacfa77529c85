"""The secret ballot of an election, and what is published of it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.representatives.cast_secret_ballot import cast_secret_ballot
from linli.deliberation.permissions.representatives import CAST_SECRET_BALLOT, SEE_ELECTIONS
from linli.deliberation.queries.representatives.opened_box import read_opened_box
from linli.deliberation.schemas.representatives.election import (
    BallotTaken,
    OpenedBox,
    SecretBallotIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.facts.record import append_facts
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/elections/{election_id}", tags=["representatives"])


@router.post(
    "/ballots",
    operation_id="cast_secret_ballot",
    summary="Cast the ballot of one's home",
    status_code=201,
    response_model=BallotTaken,
    responses={
        200: {"model": BallotTaken, "description": "The same was sent before"},
        **refusals(401, 403, 404, 409, 422),
    },
)
async def post_ballot(
    election_id: UUID,
    body: SecretBallotIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(CAST_SECRET_BALLOT))],
    response: Response,
) -> Row:
    """One voice a home. A repeat is known by its receipt; nothing else of the ballot is kept."""
    recorded = await cast_secret_ballot(tx, actor, election_id, body)
    response.status_code = 200 if recorded is None else 201
    await append_facts(tx)
    return {"taken": True, "receipt": recorded and recorded.receipt.as_json()}


@router.get(
    "/box",
    operation_id="read_opened_box",
    summary="Roll, choices and receipts of a closed election",
    response_model=OpenedBox,
    responses=refusals(401, 403, 404, 409),
)
async def get_box(
    election_id: UUID, tx: TxDep, actor: Annotated[Actor, Depends(Permitted(SEE_ELECTIONS))]
) -> Row:
    """Three lists, each in an order that tells nothing; anyone of the building can count again."""
    return await read_opened_box(tx, actor, election_id)
