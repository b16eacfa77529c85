"""Tables of shares that were made elsewhere."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from linli.deliberation.actions.cost_plans.read_cost_table import read_cost_table
from linli.deliberation.permissions.cost_plans import EDIT_COST_PLANS
from linli.deliberation.schemas.cost_plans.shares import TableOut
from linli.kernel.access.actor import Actor
from linli.kernel.http.documented import refusals
from linli.kernel.http.fields import CLEAN
from linli.kernel.http.middleware.body_limit import UPLOAD
from linli.kernel.http.permitted import PermittedBriefly
from linli.kernel.packing import json_response

router = APIRouter(prefix="/communities/{community_id}/cost-tables", tags=["cost plans"])
_FILE = {"schema": {"type": "string", "format": "binary"}}
Filename = Annotated[str, Query(min_length=1, max_length=200, pattern=CLEAN)]


@router.post(
    "",
    operation_id="read_cost_table",
    summary="Read a table of shares from a file",
    openapi_extra={
        **UPLOAD,
        "requestBody": {"required": True, "content": {"application/octet-stream": _FILE}},
    },
    responses={200: {"model": TableOut}, **refusals(401, 403, 404, 413, 422)},
)
async def post_table(
    request: Request,
    _actor: Annotated[Actor, Depends(PermittedBriefly(EDIT_COST_PLANS))],
    filename: Filename,
) -> Response:
    """Takes xlsx or csv with a column of household codes and one of yuan; nothing is kept."""
    return json_response(await read_cost_table(await request.body(), filename))
