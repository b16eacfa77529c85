"""Who is in the community, and what they hold there."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from linli.identity.actions.give_grant import give_grant
from linli.identity.actions.make_password_link import make_password_link
from linli.identity.actions.revoke_grant import revoke_grant
from linli.identity.permissions import GIVE_GRANT, RENEW_PASSWORD, REVOKE_GRANT, VIEW_TEAM
from linli.identity.queries.members import member_page
from linli.identity.routes.links import one_time_link
from linli.identity.routes.parts import DirectoryDep, HomesDep
from linli.identity.schemas import (
    GrantIn,
    GrantOut,
    MembersOut,
    PasswordLinkIn,
    PasswordLinkOut,
    RevocationIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}")


@router.get(
    "/members",
    operation_id="listMembers",
    summary="Who is on the team, and the residents of my buildings",
    response_model=MembersOut,
)
async def get_members(
    tx: TxDep,
    page: Page,
    directory: DirectoryDep,
    actor: Annotated[Actor, Depends(Permitted(VIEW_TEAM))],
) -> Row:
    """By name."""
    return await member_page(tx, actor, directory, page)


@router.post(
    "/grants",
    operation_id="giveGrant",
    summary="Give a member a further role",
    status_code=201,
    response_model=GrantOut,
    responses={200: {"model": GrantOut}, **refusals(409)},
)
async def post_grant(
    response: Response,
    body: GrantIn,
    tx: TxDep,
    directory: DirectoryDep,
    actor: Annotated[Actor, Depends(Permitted(GIVE_GRANT))],
) -> Row:
    """Nobody gives more than they have. The member is signed out and signs in again."""
    row, is_new = await give_grant(tx, actor, directory, body)
    response.status_code = 201 if is_new else 200
    return row


@router.post(
    "/grants/{grant_id}/revocation",
    operation_id="revokeGrant",
    summary="Take a role away",
    response_model=GrantOut,
    responses=refusals(409),
)
async def post_revocation(
    grant_id: UUID,
    body: RevocationIn,
    tx: TxDep,
    homes: HomesDep,
    actor: Annotated[Actor, Depends(Permitted(REVOKE_GRANT))],
) -> Row:
    """The member is signed out everywhere; what their phone has not sent yet stays on it."""
    return await revoke_grant(tx, actor, homes, grant_id, body.reason)


@router.post(
    "/members/{account_id}/password-links",
    operation_id="makePasswordLink",
    summary="Help a member who forgot the password",
    status_code=201,
    response_model=PasswordLinkOut,
    responses={200: {"model": PasswordLinkOut}, **refusals(409)},
)
async def post_password_link(  # noqa: PLR0913, PLR0917 - what FastAPI hands in
    request: Request,
    response: Response,
    account_id: UUID,
    body: PasswordLinkIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(RENEW_PASSWORD))],
) -> Row:
    """Only for members who hold nothing that the caller could not give; lives for an hour."""
    row, token, is_new = await make_password_link(tx, actor, account_id, body)
    response.status_code = 201 if is_new else 200
    return {**row, **one_time_link(request, "new-password", token)}
