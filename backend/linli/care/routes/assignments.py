"""Who knocks at which doors of a canvass."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from linli.care.actions.assign_doors import assign_doors
from linli.care.actions.withdraw_doors import withdraw_doors
from linli.care.permissions.canvass import ASSIGN_DOORS, SEE_CANVASS
from linli.care.queries.assignments import list_assignments, read_assignment
from linli.care.queries.waiting_floors import waiting_floors
from linli.care.rules.assignment_proposal import Share, propose
from linli.care.schemas.canvass import AssignmentIn, AssignmentOut, AssignmentPage, ShareOut
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/canvasses/{canvass_id}", tags=["canvasses"])

MAX_ACCOUNTS = 100
LISTS = refusals(401, 403, 404, 422)


@router.post(
    "/assignments",
    operation_id="assign_doors",
    summary="Give doors to a volunteer",
    status_code=201,
    response_model=AssignmentOut,
    responses={
        200: {"description": "The same was sent before"},
        **refusals(401, 403, 404, 409, 422),
    },
)
async def post_assignment(
    canvass_id: UUID,
    body: AssignmentIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(ASSIGN_DOORS))],
    response: Response,
) -> Row:
    """A building, one stairwell of it, or some floors; the same doors may go to several."""
    if not await assign_doors(tx, actor, canvass_id, body):
        response.status_code = 200
    return await read_assignment(tx, actor, canvass_id, body.id)


@router.get(
    "/assignments",
    operation_id="list_assignments",
    summary="Who has which doors",
    response_model=AssignmentPage,
    responses=LISTS,
)
async def get_assignments(
    canvass_id: UUID,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(SEE_CANVASS))],
    page: Page,
) -> Row:
    """Those in buildings one oversees, and one's own."""
    return await list_assignments(tx, actor, canvass_id, page)


@router.post(
    "/assignments/{assignment_id}/withdrawal",
    operation_id="withdraw_doors",
    summary="Take doors back",
    response_model=AssignmentOut,
    responses=refusals(400, 401, 403, 404, 409, 422),
)
async def post_withdrawal(
    canvass_id: UUID,
    assignment_id: UUID,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(ASSIGN_DOORS))],
    attempt: Idempotent,
) -> Response:
    """What was done before still comes in from phones that were offline."""
    await attempt.begin(actor.account_id)
    await withdraw_doors(tx, actor, canvass_id, assignment_id)
    return await attempt.answer(await read_assignment(tx, actor, canvass_id, assignment_id))


@router.get(
    "/assignment-proposal",
    operation_id="propose_assignments",
    summary="Doors shared out evenly",
    response_model=list[ShareOut],
    responses=LISTS,
)
async def get_proposal(
    canvass_id: UUID,
    account_ids: Annotated[list[UUID], Query(min_length=1, max_length=MAX_ACCOUNTS)],
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(ASSIGN_DOORS))],
) -> list[Share]:
    """Neighbouring floors for each; nobody has more than one floor's doors over another."""
    floors = await waiting_floors(tx, actor, canvass_id)
    return propose(floors, list(dict.fromkeys(account_ids)))
