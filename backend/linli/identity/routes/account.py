"""The own account: devices, password, preferences."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from linli.identity.actions.change_password import change_password
from linli.identity.actions.change_preferences import change_preferences
from linli.identity.actions.end_sessions import end_session
from linli.identity.queries.sessions import own_devices
from linli.identity.routes.cookies import clear_session
from linli.identity.routes.parts import (
    DatabaseDep,
    DirectoryDep,
    SignedInBriefly,
    tell_me,
)
from linli.identity.schemas import DevicesOut, PasswordIn, PreferencesIn, PreferencesOut
from linli.kernel.access.actor import Caller
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.permitted import SignedIn
from linli.kernel.http.transaction import TxDep

router = APIRouter()


@router.get(
    "/sessions",
    operation_id="listDevices",
    summary="The devices I am signed in on",
    response_model=DevicesOut,
)
async def get_sessions(tx: TxDep, caller: Annotated[Caller, Depends(SignedIn())]) -> Row:
    """The last used first."""
    return {"items": await own_devices(tx, caller), "next": None}


@router.delete(
    "/sessions/{session_id}",
    operation_id="signOutDevice",
    summary="Sign out on one of my devices",
    status_code=204,
)
async def delete_device(
    request: Request, session_id: UUID, tx: TxDep, caller: Annotated[Caller, Depends(SignedIn())]
) -> Response:
    """For a phone that was lost or lent; what it has not sent yet stays on it."""
    await end_session(tx, caller.account_id, session_id)
    response = Response(status_code=204)
    if session_id == caller.session_id:
        clear_session(request, response)
    return response


@router.put(
    "/password",
    operation_id="changePassword",
    summary="Choose another password",
    status_code=204,
    responses=refusals(429),
)
async def put_password(
    body: PasswordIn,
    database: DatabaseDep,
    directory: DirectoryDep,
    caller: Annotated[Caller, Depends(SignedInBriefly())],
) -> Response:
    """All other devices are signed out."""
    await change_password(
        database, directory, caller, current=body.current_password, new=body.new_password
    )
    return Response(status_code=204)


@router.patch(
    "/preferences",
    operation_id="changePreferences",
    summary="Choose language and 长辈版",
    response_model=PreferencesOut,
    responses=refusals(412, 428),
)
async def patch_preferences(  # noqa: PLR0913, PLR0917 - what FastAPI hands in
    request: Request,
    response: Response,
    body: PreferencesIn,
    expected: IfMatch,
    database: DatabaseDep,
    caller: Annotated[Caller, Depends(SignedInBriefly())],
) -> Row:
    """What is not named stays."""
    await _keep(database, caller, expected, body)
    kept: Row = (await tell_me(request, caller.account_id))["preferences"]
    response.headers["ETag"] = etag(kept["version"])
    return kept


async def _keep(database: Database, caller: Caller, expected: int, body: PreferencesIn) -> None:
    chosen = {name: value for name, value in body.model_dump().items() if value is not None}
    async with database.transaction(write=True) as tx:
        await change_preferences(tx, caller, expected, chosen)
