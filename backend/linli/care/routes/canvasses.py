"""Canvasses: opening them, sharing out their doors, and how far they have come."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.care.actions.open_canvass import open_canvass
from linli.care.actions.reopen_door import reopen_door
from linli.care.permissions.canvass import (
    OPEN_CANVASS,
    REOPEN_DOOR,
    SEE_CANVASS,
    SEE_COVERAGE,
)
from linli.care.queries.canvass_picture import Layer, read_canvass_picture
from linli.care.queries.canvasses import list_canvasses, read_canvass
from linli.care.queries.coverage import read_coverage
from linli.care.queries.reopenings import read_reopening
from linli.care.schemas.canvass import (
    CanvassIn,
    CanvassOut,
    CanvassPage,
    ReopeningIn,
    ReopeningOut,
)
from linli.care.schemas.coverage import CoverageOut
from linli.care.schemas.picture import PictureOut
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/canvasses", tags=["canvasses"])

CREATES = {200: {"description": "The same was sent before"}, **refusals(401, 403, 404, 409, 422)}
READS = refusals(401, 403, 404)
LISTS = refusals(401, 403, 404, 422)


@router.post(
    "",
    operation_id="open_canvass",
    summary="Open a canvass of a project's buildings",
    status_code=201,
    response_model=CanvassOut,
    responses=CREATES,
)
async def post_canvass(
    body: CanvassIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(OPEN_CANVASS))],
    response: Response,
) -> Row:
    """The doors are those of the project's buildings; assign them next."""
    _note_repeat(response, is_new=await open_canvass(tx, actor, body))
    return await read_canvass(tx, actor, body.id)


def _note_repeat(response: Response, *, is_new: bool) -> None:
    if not is_new:
        response.status_code = 200


@router.get(
    "",
    operation_id="list_canvasses",
    summary="The canvasses one works in or oversees",
    response_model=CanvassPage,
    responses=LISTS,
)
async def get_canvasses(
    tx: TxDep, actor: Annotated[Actor, Depends(Permitted(SEE_CANVASS))], page: Page
) -> Row:
    """The oldest first."""
    return await list_canvasses(tx, actor, page)


@router.get(
    "/{canvass_id}",
    operation_id="read_canvass",
    summary="One canvass",
    response_model=CanvassOut,
    responses=READS,
)
async def get_canvass(
    canvass_id: UUID, tx: TxDep, actor: Annotated[Actor, Depends(Permitted(SEE_CANVASS))]
) -> Row:
    """Seen by those who work in it or oversee one of its buildings."""
    return await read_canvass(tx, actor, canvass_id)


@router.get(
    "/{canvass_id}/coverage",
    operation_id="read_coverage",
    summary="How far a canvass has come",
    response_model=CoverageOut,
    responses=READS,
)
async def get_coverage(
    canvass_id: UUID, tx: TxDep, actor: Annotated[Actor, Depends(Permitted(SEE_COVERAGE))]
) -> Row:
    """Leads see their buildings exactly; everybody else sees the whole without small groups."""
    return await read_coverage(tx, actor, canvass_id)


@router.get(
    "/{canvass_id}/picture",
    operation_id="read_canvass_picture",
    summary="A building, each door with its mark",
    responses={200: {"model": PictureOut}, **LISTS},
)
async def get_picture(
    canvass_id: UUID,
    building_id: UUID,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(SEE_CANVASS))],
    layer: Layer = "canvass",
) -> Response:
    """The layer ``canvass`` shows how far each door has come, ``stance`` what it thinks."""
    picture = await read_canvass_picture(tx, actor, canvass_id, building_id, layer)
    return Response(picture, media_type="application/json")


@router.post(
    "/{canvass_id}/door-reopenings",
    operation_id="reopen_door",
    summary="Let a door be knocked at again",
    status_code=201,
    response_model=ReopeningOut,
    responses=CREATES,
)
async def post_reopening(
    canvass_id: UUID,
    body: ReopeningIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(REOPEN_DOOR))],
    response: Response,
) -> Row:
    """For a door that was to be left alone, or that had gone to the building lead."""
    _note_repeat(response, is_new=await reopen_door(tx, actor, canvass_id, body))
    return await read_reopening(tx, actor, body.id)
