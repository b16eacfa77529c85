"""Lift stoppages: where the construction calendar meets those who need help on the stairs."""

from uuid import UUID

from fastapi import APIRouter, Response

from linli.care.actions.run_lift import run_lift
from linli.care.actions.stop_lift import stop_lift
from linli.care.queries.lift_stoppages import list_lift_stoppages, read_lift_stoppage
from linli.care.routes.register_answers import note_repeat
from linli.care.routes.register_callers import LiftStopper, StoppageSeer
from linli.care.schemas.lift_stoppage import (
    LiftRunsIn,
    LiftStoppageIn,
    LiftStoppageOut,
    LiftStoppagePage,
)
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/lift-stoppages", tags=["lift stoppages"])


@router.post(
    "",
    operation_id="stop_lift",
    summary="Announce that a lift stands still",
    status_code=201,
    response_model=LiftStoppageOut,
    responses={
        200: {"description": "The same was sent before"},
        **refusals(401, 403, 404, 409, 422),
    },
)
async def post_stoppage(
    body: LiftStoppageIn, tx: TxDep, actor: LiftStopper, response: Response
) -> Row:
    """Who needs help on these stairs gets it every day while it lasts."""
    note_repeat(response, is_new=await stop_lift(tx, actor, body))
    return await read_lift_stoppage(tx, actor, body.id)


@router.get(
    "",
    operation_id="list_lift_stoppages",
    summary="When lifts stand still",
    response_model=LiftStoppagePage,
    responses=refusals(401, 403, 404, 422),
)
async def get_stoppages(
    tx: TxDep, actor: StoppageSeer, page: Page, building_id: UUID | None = None
) -> Row:
    """All members may know."""
    return await list_lift_stoppages(tx, actor, page, building_id)


@router.get(
    "/{stoppage_id}",
    operation_id="read_lift_stoppage",
    summary="One stoppage",
    response_model=LiftStoppageOut,
    responses=refusals(401, 403, 404),
)
async def get_stoppage(
    stoppage_id: UUID, tx: TxDep, actor: StoppageSeer, response: Response
) -> Row:
    """All members may know."""
    stoppage = await read_lift_stoppage(tx, actor, stoppage_id)
    response.headers["ETag"] = etag(stoppage["version"])
    return stoppage


@router.patch(
    "/{stoppage_id}",
    operation_id="run_lift",
    summary="Say from when on the lift runs again",
    response_model=LiftStoppageOut,
    responses=refusals(401, 403, 404, 412, 422, 428),
)
async def patch_stoppage(  # noqa: PLR0913, PLR0917 - path, body, headers
    stoppage_id: UUID,
    body: LiftRunsIn,
    tx: TxDep,
    actor: LiftStopper,
    expected: IfMatch,
    response: Response,
) -> Row:
    """Help that was planned only because of the stoppage is taken off."""
    await run_lift(tx, actor, stoppage_id, body, expected)
    response.headers["ETag"] = etag(expected + 1)
    return await read_lift_stoppage(tx, actor, stoppage_id)
