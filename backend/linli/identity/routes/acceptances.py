"""Coming in by a link."""

from fastapi import APIRouter, Depends, Request, Response

from linli.identity.actions.accept_invitation import Newcomer, come_in, join
from linli.identity.actions.use_password_link import use_password_link
from linli.identity.queries.directory import with_scope_names
from linli.identity.queries.homes import Homes
from linli.identity.queries.invitations import community_of_link, open_invitation
from linli.identity.routes.clients import client_of, let_in
from linli.identity.routes.cookies import clear_session, set_session
from linli.identity.routes.parts import DatabaseDep, DirectoryDep, HomesDep, tell_me
from linli.identity.routes.same_origin import refuse_foreign
from linli.identity.schemas import AcceptanceIn, InvitationLookOut, MeOut, NewPasswordIn, TokenIn
from linli.kernel.access.actor import Caller
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import Anyone, Authenticator
from linli.kernel.problems import FieldError, Problem

router = APIRouter()


@router.post(
    "/invitation-lookups",
    operation_id="lookAtInvitation",
    summary="See what an invitation is for, before accepting it",
    response_model=InvitationLookOut,
    responses=refusals(403, 404, 410),
    dependencies=[Depends(Anyone())],
)
async def post_lookup(
    request: Request,
    body: TokenIn,
    database: DatabaseDep,
    directory: DirectoryDep,
    homes: HomesDep,
) -> Row:
    """A post, so that the token stands in no address and no log."""
    refuse_foreign(request)
    caller = await _caller(request, database)
    community_id = community_of_link(body.token)
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        row = await open_invitation(tx, body.token)
        (named,) = await with_scope_names(tx, directory, [row])
        card = (await directory.communities(tx, [community_id]))[community_id]
        home = (await homes.promised(tx, [row["id"]])).get(row["id"])
    about = {"community_name": card.name, "home_code": home, "needs_account": caller is None}
    return {**named, **about}


@router.post(
    "/invitation-acceptances",
    operation_id="acceptInvitation",
    summary="Accept an invitation with a new account, or with the one that is signed in",
    response_model=MeOut,
    responses=refusals(401, 403, 404, 409, 410, 429),
    dependencies=[Depends(Anyone())],
)
async def post_acceptance(  # noqa: PLR0913, PLR0917 - what FastAPI hands in
    request: Request,
    response: Response,
    body: AcceptanceIn,
    database: DatabaseDep,
    directory: DirectoryDep,
    homes: HomesDep,
) -> Row:
    """The device is signed in afterwards; each invitation can be accepted once."""
    refuse_foreign(request)
    if body.login is None:
        return await _join(request, response, body, database, homes)
    entrance = await come_in(database, client_of(request), directory, homes, _newcomer(body))
    let_in(request, response, entrance)
    return await tell_me(request, entrance.account_id)


@router.post(
    "/password-link-uses",
    operation_id="usePasswordLink",
    summary="Choose a new password with a one-time link",
    status_code=204,
    responses=refusals(403, 404, 410),
    dependencies=[Depends(Anyone())],
)
async def post_password_link_use(
    request: Request, body: NewPasswordIn, database: DatabaseDep, directory: DirectoryDep
) -> Response:
    """All devices are signed out; sign in with the new password."""
    refuse_foreign(request)
    await use_password_link(database, directory, token=body.token, password=body.password)
    response = Response(status_code=204)
    clear_session(request, response)
    return response


async def _join(
    request: Request, response: Response, body: AcceptanceIn, database: Database, homes: Homes
) -> Row:
    authenticator: Authenticator = request.app.state.authenticator
    async with database.transaction(write=True) as tx:
        caller = await authenticator.caller(tx, request)
        if caller is None:
            raise Problem(401, "not_signed_in")
        started = await join(tx, homes, caller, body.token)
    set_session(request, response, started.token, started.expires_at)
    return await tell_me(request, caller.account_id)


def _newcomer(body: AcceptanceIn) -> Newcomer:
    said = body.model_dump()
    missing = [name for name, value in said.items() if value is None]
    if missing:
        raise Problem(422, "invalid", errors=tuple(FieldError(f"/{m}", "missing") for m in missing))
    return Newcomer(**said)


async def _caller(request: Request, database: Database) -> Caller | None:
    authenticator: Authenticator = request.app.state.authenticator
    async with database.transaction(write=False) as tx:
        return await authenticator.caller(tx, request)
