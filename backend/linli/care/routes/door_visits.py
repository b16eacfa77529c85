"""Door visits: logging one at a time, and what was recorded at a door."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from linli.care.actions.log_single_visits import KIND, LOGGING
from linli.care.permissions.canvass import LOG_DOOR_VISIT, SEE_DOOR_VISITS
from linli.care.queries.door_visits import list_door_visits
from linli.care.schemas.door_visit import DoorVisitCreate, DoorVisitLogged, DoorVisitPage
from linli.kernel.access.actor import Actor
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted, PermittedBriefly
from linli.kernel.http.transaction import TxDep
from linli.kernel.sync.items import SyncItem

router = APIRouter(prefix="/communities/{community_id}", tags=["door visits"])


@router.post(
    "/door-visits",
    operation_id="log_door_visit",
    summary="Log a door visit",
    status_code=201,
    response_model=DoorVisitLogged,
    responses={
        200: {"description": "The same was sent before", "model": DoorVisitLogged},
        **refusals(401, 403, 404, 409, 422),
    },
)
async def post_door_visit(
    body: DoorVisitCreate,
    request: Request,
    actor: Annotated[Actor, Depends(PermittedBriefly(LOG_DOOR_VISIT))],
    response: Response,
) -> Row:
    """One visit; phones that were offline send many by ``sync``."""
    files = tuple(body.attachments)
    item = SyncItem(body.id, KIND, body.happened_at, body.payload(), files)
    database: Database = request.app.state.database
    verdict, told = await LOGGING.do(database, actor.community_id, (actor, item))
    if verdict.problem is not None:
        raise verdict.problem
    if verdict.recorded is None:
        response.status_code = 200
    return told


@router.get(
    "/households/{household_id}/door-visits",
    operation_id="list_door_visits",
    summary="What was recorded at a door",
    response_model=DoorVisitPage,
    responses=refusals(401, 403, 404, 422),
)
async def get_door_visits(
    household_id: UUID,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(SEE_DOOR_VISITS))],
    page: Page,
) -> Row:
    """In the order in which it happened, with the stances and grievances heard."""
    return await list_door_visits(tx, actor, household_id, page)
