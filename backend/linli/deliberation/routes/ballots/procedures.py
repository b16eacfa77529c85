"""What the city asks of a round, before there is one."""

from typing import Annotated

from fastapi import APIRouter, Depends

from linli.deliberation.permissions.ballots import MANAGE_ROUND
from linli.deliberation.queries.ballots.procedures import read_procedures
from linli.deliberation.schemas.ballots.round_out import ProceduresOut
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter()


@router.get(
    "/ballot-procedures",
    operation_id="list_ballot_procedures",
    summary="The days that the city's procedure asks for, were a round noticed today",
    response_model=ProceduresOut,
    responses=refusals(401, 403),
)
async def get_procedures(
    tx: TxDep, actor: Annotated[Actor, Depends(Permitted(MANAGE_ROUND))]
) -> Row:
    """For each way of holding a round; its form proposes these days."""
    del actor
    return await read_procedures(tx)
