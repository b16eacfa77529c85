"""Live turnout, without a word of what ballots say."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.permissions.ballots import SEE_ROUND
from linli.deliberation.queries.ballots.round_picture import read_round_picture
from linli.deliberation.queries.ballots.turnout import read_turnout
from linli.deliberation.routes.ballots.answers import LISTS, READS
from linli.deliberation.schemas.ballots.turnout import RoundPictureOut, TurnoutOut
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/ballot-rounds/{round_id}")
Reader = Annotated[Actor, Depends(Permitted(SEE_ROUND))]


@router.get(
    "/turnout",
    operation_id="read_ballot_turnout",
    summary="Turnout by heads and area",
    response_model=TurnoutOut,
    responses=READS,
)
async def get_turnout(round_id: UUID, tx: TxDep, actor: Reader) -> Row:
    """As a whole, by way, by building, by day, and how much is needed.

    While ballots are taken, buildings of few electors are left out.
    """
    return await read_turnout(tx, actor, round_id)


@router.get(
    "/picture",
    operation_id="read_ballot_picture",
    summary="A building, each door with whether its ballot came in",
    responses={200: {"model": RoundPictureOut}, **LISTS},
)
async def get_picture(round_id: UUID, building_id: UUID, tx: TxDep, actor: Reader) -> Response:
    """While ballots are taken, for those who deliver, record and watch; then for everybody."""
    picture = await read_round_picture(tx, actor, round_id, building_id)
    return Response(picture, media_type="application/json")
