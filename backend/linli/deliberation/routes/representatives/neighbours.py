"""Whom one can nominate or appoint."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from linli.deliberation.permissions.representatives import NOMINATE
from linli.deliberation.queries.representatives.neighbours import list_neighbours
from linli.deliberation.schemas.representatives.election import NeighbourPage
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(tags=["representatives"])


@router.get(
    "/neighbours",
    operation_id="list_neighbours",
    summary="People of a building who can be nominated or appointed",
    response_model=NeighbourPage,
    responses=refusals(401, 403, 404, 409, 422),
)
async def get_neighbours(
    building_id: UUID,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(NOMINATE))],
    page: Page,
) -> Row:
    """Names and doors: for neighbours only while nominations are open, for the office always."""
    return await list_neighbours(tx, actor, building_id, page)
