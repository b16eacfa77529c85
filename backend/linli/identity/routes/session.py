"""Signing in and out."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from linli.identity.actions.end_sessions import end_session
from linli.identity.actions.sign_in import sign_in
from linli.identity.routes.clients import client_of, let_in
from linli.identity.routes.cookies import clear_session
from linli.identity.routes.parts import DatabaseDep, SettingsDep, SignedInBriefly, tell_me
from linli.identity.routes.same_origin import refuse_foreign
from linli.identity.schemas import LoginIn, MeOut
from linli.kernel.access.actor import Caller
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import Anyone, SignedIn
from linli.kernel.http.transaction import TxDep

router = APIRouter()


@router.post(
    "/session",
    operation_id="signIn",
    summary="Sign in on this device",
    response_model=MeOut,
    responses=refusals(401, 403, 429),
    dependencies=[Depends(Anyone())],
)
async def post_session(
    request: Request, response: Response, body: LoginIn, database: DatabaseDep, config: SettingsDep
) -> Row:
    """The session comes as a cookie; a session that this device still has is replaced."""
    refuse_foreign(request)
    entrance = await sign_in(
        database,
        client_of(request),
        login=body.login,
        password=body.password,
        device_name=body.device_name,
        demo=config.demo,
    )
    let_in(request, response, entrance)
    return await tell_me(request, entrance.account_id)


@router.get(
    "/session",
    operation_id="readMe",
    summary="Who is signed in on this device, and what they may do",
    response_model=MeOut,
)
async def get_session(
    request: Request, caller: Annotated[Caller, Depends(SignedInBriefly())]
) -> Row:
    """The permissions are the names the client asks before it shows a screen."""
    return await tell_me(request, caller.account_id)


@router.delete(
    "/session",
    operation_id="signOut",
    summary="Sign out on this device",
    status_code=204,
)
async def delete_session(
    request: Request, tx: TxDep, caller: Annotated[Caller, Depends(SignedIn())]
) -> Response:
    """What the phone has not sent yet stays on it."""
    await end_session(tx, caller.account_id, caller.session_id)
    response = Response(status_code=204)
    clear_session(request, response)
    return response
