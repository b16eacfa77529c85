"""The room: what everybody follows, and the floor. What people record comes by ``sync``."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response

from linli.deliberation.actions.sessions.close_motion import close_motion
from linli.deliberation.actions.sessions.give_floor import end_turn, give_floor, take_hand_down
from linli.deliberation.queries.sessions.roll import read_roll
from linli.deliberation.queries.sessions.room import read_room, room_tick
from linli.deliberation.queries.sessions.sessions import session_row
from linli.deliberation.routes.session_access import (
    CHANGES,
    READS,
    Attending,
    Reader,
    Secretary,
)
from linli.deliberation.schemas.session_room import RollOut, RoomOut
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import etag
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.transaction import TxDep
from linli.kernel.packing import json_response

router = APIRouter(prefix="/communities/{community_id}/sessions/{session_id}", tags=["sessions"])


@router.get(
    "/room",
    operation_id="read_room",
    summary="The room as it is now",
    responses={
        200: {"model": RoomOut},
        304: {"description": "Nothing has changed"},
        **refusals(401, 403, 404, 422),
    },
)
async def get_room(
    session_id: UUID,
    tx: TxDep,
    actor: Reader,
    if_none_match: Annotated[str | None, Header(max_length=200)] = None,
) -> Response:
    """Ask every few seconds with the ETag last seen: 304 reads one number and nothing else."""
    tick = await room_tick(tx, actor, session_id)
    headers = {"ETag": etag(tick), "Cache-Control": "private, no-cache"}
    if if_none_match is not None and etag(tick) in if_none_match:
        return Response(status_code=304, headers=headers)
    return json_response(await read_room(tx, session_id, tick), headers=headers)


@router.get(
    "/roll",
    operation_id="read_roll",
    summary="Who is expected and who is there",
    response_model=RollOut,
    responses=READS,
)
async def get_roll(session_id: UUID, tx: TxDep, actor: Secretary) -> Row:
    """Representatives first."""
    session = await session_row(tx, actor, session_id)
    return {"items": await read_roll(tx, session)}


@router.post(
    "/speaking-requests/{request_id}/call",
    operation_id="give_floor",
    summary="Let somebody speak whose hand is up",
    response_model=RoomOut,
    responses=CHANGES,
)
async def post_call(
    session_id: UUID, request_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """Who spoke before has ended."""
    await attempt.begin(actor.account_id)
    await give_floor(tx, actor, session_id, request_id)
    return await attempt.answer(await _room(tx, actor, session_id))


@router.post(
    "/speaking-requests/{request_id}/end",
    operation_id="end_turn",
    summary="End a turn",
    response_model=RoomOut,
    responses=CHANGES,
)
async def post_end(
    session_id: UUID, request_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """The floor is free."""
    await attempt.begin(actor.account_id)
    await end_turn(tx, actor, session_id, request_id)
    return await attempt.answer(await _room(tx, actor, session_id))


@router.post(
    "/speaking-requests/{request_id}/withdrawal",
    operation_id="take_hand_down",
    summary="Take a hand down",
    response_model=RoomOut,
    responses=CHANGES,
)
async def post_withdrawal(
    session_id: UUID, request_id: UUID, tx: TxDep, actor: Attending, attempt: Idempotent
) -> Response:
    """One's own, or somebody's as the secretary."""
    await attempt.begin(actor.account_id)
    await take_hand_down(tx, actor, session_id, request_id)
    return await attempt.answer(await _room(tx, actor, session_id))


@router.post(
    "/motions/{motion_id}/closing",
    operation_id="close_motion",
    summary="Count the hands that are up",
    response_model=RoomOut,
    responses=CHANGES,
)
async def post_closing(
    session_id: UUID, motion_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """More than half of the representatives present must agree."""
    await attempt.begin(actor.account_id)
    await close_motion(tx, actor, session_id, motion_id)
    return await attempt.answer(await _room(tx, actor, session_id))


async def _room(tx: Tx, actor: Actor, session_id: UUID) -> Row:
    return await read_room(tx, session_id, await room_tick(tx, actor, session_id))
