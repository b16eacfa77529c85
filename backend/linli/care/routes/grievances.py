"""Grievances: who sees to them, what they are answered, when they are over."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.care.actions.answer_grievance import answer_grievance
from linli.care.actions.assign_grievance import assign_grievance
from linli.care.actions.close_grievance import close_grievance
from linli.care.permissions.canvass import ANSWER_GRIEVANCE, ASSIGN_GRIEVANCE, SEE_GRIEVANCES
from linli.care.queries.grievances import list_grievances, read_grievance
from linli.care.rules.visit_words import GrievanceStatus
from linli.care.schemas.grievance import AnswerIn, GrievanceOut, GrievancePage, OwnerIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/grievances", tags=["grievances"])

CHANGES = refusals(400, 401, 403, 404, 409, 422)


@router.get(
    "",
    operation_id="list_grievances",
    summary="Grievances one can do something about",
    response_model=GrievancePage,
    responses=refusals(401, 403, 404, 422),
)
async def get_grievances(
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(SEE_GRIEVANCES))],
    page: Page,
    status: GrievanceStatus | None = None,
) -> Row:
    """One's own, those of doors one oversees or visits; the oldest first."""
    return await list_grievances(tx, actor, status, page)


@router.post(
    "/{grievance_id}/assignment",
    operation_id="assign_grievance",
    summary="Give a grievance to somebody who sees to it",
    response_model=GrievanceOut,
    responses=CHANGES,
)
async def post_assignment(
    grievance_id: UUID,
    body: OwnerIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(ASSIGN_GRIEVANCE))],
    attempt: Idempotent,
) -> Response:
    """Whoever had it before no longer does."""
    await attempt.begin(actor.account_id)
    await assign_grievance(tx, actor, grievance_id, body.owner_account_id)
    return await attempt.answer(await read_grievance(tx, actor, grievance_id))


@router.post(
    "/{grievance_id}/answers",
    operation_id="answer_grievance",
    summary="Answer a grievance",
    status_code=201,
    response_model=GrievanceOut,
    responses={
        200: {"description": "The same was sent before", "model": GrievanceOut},
        **refusals(401, 403, 404, 409, 422),
    },
)
async def post_answer(
    grievance_id: UUID,
    body: AnswerIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(ANSWER_GRIEVANCE))],
    response: Response,
) -> Row:
    """The next visitor at that door brings the answer along."""
    if not await answer_grievance(tx, actor, grievance_id, body):
        response.status_code = 200
    return await read_grievance(tx, actor, grievance_id)


@router.post(
    "/{grievance_id}/closing",
    operation_id="close_grievance",
    summary="Close a grievance",
    response_model=GrievanceOut,
    responses=CHANGES,
)
async def post_closing(
    grievance_id: UUID,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(ANSWER_GRIEVANCE))],
    attempt: Idempotent,
) -> Response:
    """The neighbour has had the answer."""
    await attempt.begin(actor.account_id)
    await close_grievance(tx, actor, grievance_id)
    return await attempt.answer(await read_grievance(tx, actor, grievance_id))
