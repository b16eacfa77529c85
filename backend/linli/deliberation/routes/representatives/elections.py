"""Elections: starting, nominating, opening and cancelling them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.representatives.answer_nomination import answer_nomination
from linli.deliberation.actions.representatives.cancel_election import cancel_election
from linli.deliberation.actions.representatives.nominate import nominate
from linli.deliberation.actions.representatives.open_election import open_election
from linli.deliberation.actions.representatives.start_election import start_election
from linli.deliberation.permissions.representatives import (
    HOLD_ELECTION,
    NOMINATE,
    SEE_ELECTIONS,
)
from linli.deliberation.queries.representatives.elections import page_elections, read_election
from linli.deliberation.schemas.representatives.election import (
    CandidacyAnswerIn,
    ElectionCancellationIn,
    ElectionIn,
    ElectionOpeningIn,
    ElectionOut,
    ElectionPage,
    NominationIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.documented import refusals
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/elections", tags=["representatives"])

CREATES = {200: {"description": "The same was sent before"}, **refusals(401, 403, 404, 409, 422)}
READS = refusals(401, 403, 404)
LISTS = refusals(401, 403, 404, 422)
CHANGES = refusals(400, 401, 403, 404, 409, 422)
Seer = Annotated[Actor, Depends(Permitted(SEE_ELECTIONS))]
Holder = Annotated[Actor, Depends(Permitted(HOLD_ELECTION))]
Neighbour = Annotated[Actor, Depends(Permitted(NOMINATE))]


@router.post(
    "",
    operation_id="start_election",
    summary="Start an election of a building's representative",
    status_code=201,
    response_model=ElectionOut,
    responses=CREATES,
)
async def post_election(body: ElectionIn, tx: TxDep, actor: Holder, response: Response) -> Row:
    """One at a time in a building; neighbours are nominated first."""
    _note_repeat(response, is_new=await start_election(tx, actor, body))
    return await read_election(tx, actor, body.id)


def _note_repeat(response: Response, *, is_new: bool) -> None:
    if not is_new:
        response.status_code = 200


@router.get(
    "",
    operation_id="list_elections",
    summary="Elections of the community",
    response_model=ElectionPage,
    responses=LISTS,
)
async def get_elections(tx: TxDep, actor: Seer, page: Page, building_id: UUID | None = None) -> Row:
    """The oldest first."""
    return await page_elections(tx, actor, building_id, page)


@router.get(
    "/{election_id}",
    operation_id="read_election",
    summary="One election: who stands, how many took part, what came out",
    response_model=ElectionOut,
    responses=READS,
)
async def get_election(election_id: UUID, tx: TxDep, actor: Seer) -> Row:
    """While voting goes on, how many took part is told and nothing else."""
    return await read_election(tx, actor, election_id)


@router.post(
    "/{election_id}/candidacies",
    operation_id="nominate",
    summary="Nominate a neighbour, or oneself",
    status_code=201,
    response_model=ElectionOut,
    responses=CREATES,
)
async def post_candidacy(
    election_id: UUID, body: NominationIn, tx: TxDep, actor: Neighbour, response: Response
) -> Row:
    """Nobody stands without consenting; whoever nominates oneself consents by it."""
    _note_repeat(response, is_new=await nominate(tx, actor, election_id, body))
    return await read_election(tx, actor, election_id)


@router.post(
    "/{election_id}/candidacies/{candidacy_id}/answer",
    operation_id="answer_nomination",
    summary="Consent to stand, or refuse",
    response_model=ElectionOut,
    responses=CHANGES,
)
async def post_answer(  # noqa: PLR0913, PLR0917 - what FastAPI hands in
    election_id: UUID,
    candidacy_id: UUID,
    body: CandidacyAnswerIn,
    tx: TxDep,
    actor: Neighbour,
    attempt: Idempotent,
) -> Response:
    """Can be changed until voting is opened; saying the same again changes nothing."""
    await attempt.begin(actor.account_id)
    await answer_nomination(tx, actor, election_id, candidacy_id, body)
    return await attempt.answer(await _shown(tx, actor, election_id))


async def _shown(tx: Tx, actor: Actor, election_id: UUID) -> ElectionOut:
    return ElectionOut.model_validate(await read_election(tx, actor, election_id))


@router.post(
    "/{election_id}/opening",
    operation_id="open_election",
    summary="Let voting begin",
    response_model=ElectionOut,
    responses=CHANGES,
)
async def post_opening(
    election_id: UUID, body: ElectionOpeningIn, tx: TxDep, actor: Holder, attempt: Idempotent
) -> Response:
    """Time closes it: nobody can close it early or late."""
    await attempt.begin(actor.account_id)
    await open_election(tx, actor, election_id, body)
    return await attempt.answer(await _shown(tx, actor, election_id))


@router.post(
    "/{election_id}/cancellation",
    operation_id="cancel_election",
    summary="Call an election off",
    response_model=ElectionOut,
    responses=CHANGES,
)
async def post_cancellation(
    election_id: UUID, body: ElectionCancellationIn, tx: TxDep, actor: Holder, attempt: Idempotent
) -> Response:
    """With a reason that everybody reads; the box stays closed."""
    await attempt.begin(actor.account_id)
    await cancel_election(tx, actor, election_id, body.reason)
    return await attempt.answer(await _shown(tx, actor, election_id))
