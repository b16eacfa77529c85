"""The day of one person."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from linli.care.permissions.canvass import SEE_TODAY
from linli.care.queries.today import read_today
from linli.care.schemas.today import TodayOut
from linli.kernel.access.actor import Actor
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/today", tags=["today"])


@router.get(
    "",
    operation_id="read_today",
    summary="What there is to do today",
    responses={200: {"model": TodayOut}, **refusals(401, 403, 404)},
)
async def get_today(tx: TxDep, actor: Annotated[Actor, Depends(Permitted(SEE_TODAY))]) -> Response:
    """One's doors, care tasks and canvasses; phones keep it for the stairwell."""
    return Response(await read_today(tx, actor), media_type="application/json")
