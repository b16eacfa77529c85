"""Inviting people, and coming in."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from linli.identity.actions.make_invitation import make_invitation
from linli.identity.actions.revoke_invitation import revoke_invitation
from linli.identity.permissions import INVITE, REVOKE_INVITATION, VIEW_INVITATIONS
from linli.identity.queries.directory import Directory, with_scope_names
from linli.identity.queries.homes import Homes
from linli.identity.queries.invitations import invitation_page
from linli.identity.routes.links import one_time_link
from linli.identity.routes.parts import DirectoryDep, HomesDep
from linli.identity.schemas import (
    InvitationIn,
    InvitationMadeOut,
    InvitationOut,
    InvitationsOut,
    NothingIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/invitations")


@router.post(
    "",
    operation_id="makeInvitation",
    summary="Invite somebody to a role",
    status_code=201,
    response_model=InvitationMadeOut,
    responses={200: {"model": InvitationMadeOut}, **refusals(409)},
)
async def post_invitation(  # noqa: PLR0913, PLR0917 - what FastAPI hands in
    request: Request,
    response: Response,
    body: InvitationIn,
    tx: TxDep,
    directory: DirectoryDep,
    homes: HomesDep,
    actor: Annotated[Actor, Depends(Permitted(INVITE))],
) -> Row:
    """The link is in this answer only; the same post again brings the same link."""
    row, token, is_new = await make_invitation(tx, actor, directory, homes, body)
    response.status_code = 201 if is_new else 200
    (named,) = await _named(tx, directory, homes, [row])
    return {**named, **one_time_link(request, "invite", token)}


@router.get(
    "",
    operation_id="listInvitations",
    summary="The invitations I may see",
    response_model=InvitationsOut,
)
async def get_invitations(
    tx: TxDep,
    page: Page,
    directory: DirectoryDep,
    homes: HomesDep,
    actor: Annotated[Actor, Depends(Permitted(VIEW_INVITATIONS))],
) -> Row:
    """A building lead sees those into the own buildings."""
    found = await invitation_page(tx, actor, page)
    return {**found, "items": await _named(tx, directory, homes, found["items"])}


@router.post(
    "/{invitation_id}/revocation",
    operation_id="revokeInvitation",
    summary="Take an invitation back",
    response_model=InvitationOut,
    responses=refusals(409),
)
async def post_revocation(
    invitation_id: UUID,
    _body: NothingIn,
    tx: TxDep,
    directory: DirectoryDep,
    homes: HomesDep,
    actor: Annotated[Actor, Depends(Permitted(REVOKE_INVITATION))],
) -> Row:
    """Doing so again changes nothing."""
    row = await revoke_invitation(tx, actor, invitation_id)
    (named,) = await _named(tx, directory, homes, [row])
    return named


async def _named(tx: Tx, directory: Directory, homes: Homes, rows: list[Row]) -> list[Row]:
    """Invitations with the names of what they are for."""
    codes = await homes.promised(tx, [row["id"] for row in rows])
    named = await with_scope_names(tx, directory, rows)
    return [{**row, "home_code": codes.get(row["id"])} for row in named]
