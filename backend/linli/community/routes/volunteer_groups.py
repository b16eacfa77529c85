"""Groups of volunteers."""

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from linli.community.actions.make_group import make_group
from linli.community.permissions import MAKE_GROUP
from linli.community.queries.volunteer_groups import list_groups
from linli.community.routes.access import Member
from linli.community.schemas.volunteer_groups import (
    VolunteerGroupIn,
    VolunteerGroupList,
    VolunteerGroupOut,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/volunteer-groups", tags=["community"])


@router.get(
    "",
    operation_id="list_volunteer_groups",
    summary="Groups of volunteers",
    response_model=VolunteerGroupList,
    responses=refusals(401, 403, 404, 422, 503),
)
async def get_groups(tx: TxDep, _actor: Member) -> Row:
    """By name. Who is in them, the list of members tells those who may know."""
    return {"items": await list_groups(tx), "next": None}


@router.post(
    "",
    operation_id="make_volunteer_group",
    summary="Make a group of volunteers",
    status_code=201,
    response_model=VolunteerGroupOut,
    responses={200: {"model": VolunteerGroupOut}, **refusals(401, 403, 404, 409, 422, 503)},
)
async def post_group(
    body: VolunteerGroupIn,
    response: Response,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(MAKE_GROUP))],
) -> Row:
    """Then invite volunteers to it: the scope of their grant is the group."""
    row, is_new = await make_group(tx, actor, body)
    response.status_code = 201 if is_new else 200
    return row
