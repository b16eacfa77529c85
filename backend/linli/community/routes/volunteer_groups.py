"""Groups of volunteers."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.community.actions.end_group import end_group
from linli.community.actions.make_group import make_group
from linli.community.actions.rename_group import rename_group
from linli.community.permissions import END_GROUP, MAKE_GROUP, RENAME_GROUP
from linli.community.queries.volunteer_groups import list_groups, read_group
from linli.community.routes.access import Member
from linli.community.schemas.volunteer_groups import (
    GroupEndingIn,
    GroupNameIn,
    VolunteerGroupIn,
    VolunteerGroupList,
    VolunteerGroupOut,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
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
    """By name, ended ones last. Who is in them, the list of members tells those who may know."""
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


@router.get(
    "/{group_id}",
    operation_id="read_volunteer_group",
    summary="One group of volunteers",
    response_model=VolunteerGroupOut,
    responses=refusals(401, 403, 404, 422, 503),
)
async def get_group(group_id: UUID, tx: TxDep, _actor: Member, response: Response) -> Row:
    """Also one that has ended."""
    return _answer(await read_group(tx, group_id), response)


@router.patch(
    "/{group_id}",
    operation_id="rename_volunteer_group",
    summary="Rename a group of volunteers",
    response_model=VolunteerGroupOut,
    responses=refusals(401, 403, 404, 409, 412, 422, 428, 503),
)
async def patch_group(  # noqa: PLR0913, PLR0917 - path, body, headers
    group_id: UUID,
    body: GroupNameIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(RENAME_GROUP))],
    expected: IfMatch,
    response: Response,
) -> Row:
    """Who is in it stays in it."""
    return _answer(await rename_group(tx, actor, group_id, body.name, expected), response)


@router.post(
    "/{group_id}/ending",
    operation_id="end_volunteer_group",
    summary="End a group of volunteers",
    response_model=VolunteerGroupOut,
    responses=refusals(401, 403, 404, 412, 422, 428, 503),
)
async def post_ending(  # noqa: PLR0913, PLR0917 - path, body, headers
    group_id: UUID,
    body: GroupEndingIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(END_GROUP))],
    expected: IfMatch,
    response: Response,
) -> Row:
    """With the roles held on it and the open invitations to it. Again, it changes nothing."""
    return _answer(await end_group(tx, actor, group_id, body.reason, expected), response)


def _answer(group: Row, response: Response) -> Row:
    response.headers["ETag"] = etag(group["version"])
    return group
