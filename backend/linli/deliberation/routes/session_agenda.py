"""The agenda of a session."""

from uuid import UUID

from fastapi import APIRouter, Response

from linli.deliberation.actions.sessions.edit_agenda import (
    add_agenda_item,
    change_agenda_item,
    withdraw_agenda_item,
)
from linli.deliberation.actions.sessions.take_up_item import take_up_item
from linli.deliberation.queries.sessions.sessions import read_session
from linli.deliberation.routes.session_access import CHANGES, CREATES, Secretary
from linli.deliberation.schemas.sessions import AgendaChange, AgendaItemIn, SessionDetail
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.transaction import TxDep

router = APIRouter(
    prefix="/communities/{community_id}/sessions/{session_id}/agenda-items", tags=["sessions"]
)


@router.post(
    "",
    operation_id="add_agenda_item",
    summary="Put something on the agenda",
    status_code=201,
    response_model=SessionDetail,
    responses=CREATES,
)
async def post_item(
    session_id: UUID, body: AgendaItemIn, tx: TxDep, actor: Secretary, response: Response
) -> Row:
    """After the notice it can be talked about and not decided."""
    if not await add_agenda_item(tx, actor, session_id, body):
        response.status_code = 200
    return await read_session(tx, actor, session_id)


@router.patch(
    "/{item_id}",
    operation_id="change_agenda_item",
    summary="Put an item in other words or at another place",
    response_model=SessionDetail,
    responses=refusals(401, 403, 404, 409, 412, 422, 428),
)
async def patch_item(  # noqa: PLR0913, PLR0917 - what FastAPI hands in
    session_id: UUID,
    item_id: UUID,
    body: AgendaChange,
    tx: TxDep,
    actor: Secretary,
    expected: IfMatch,
) -> Row:
    """What the notice announced stays as it is."""
    await change_agenda_item(tx, actor, session_id, item_id, body, expected)
    return await read_session(tx, actor, session_id)


@router.post(
    "/{item_id}/withdrawal",
    operation_id="withdraw_agenda_item",
    summary="Take an item off the agenda",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_withdrawal(
    session_id: UUID, item_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """What the notice announced stays on it."""
    await attempt.begin(actor.account_id)
    await withdraw_agenda_item(tx, actor, session_id, item_id)
    return await attempt.answer(await read_session(tx, actor, session_id))


@router.post(
    "/{item_id}/taking-up",
    operation_id="take_up_agenda_item",
    summary="Go on to an item",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_taking_up(
    session_id: UUID, item_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """The one before it is closed; an item can be come back to."""
    await attempt.begin(actor.account_id)
    await take_up_item(tx, actor, session_id, item_id)
    return await attempt.answer(await read_session(tx, actor, session_id))
