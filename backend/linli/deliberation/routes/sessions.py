"""Deliberation sessions: planning them, their agenda, notice, opening and end."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from linli.deliberation.actions.sessions.give_notice import give_notice
from linli.deliberation.actions.sessions.hold_session import (
    cancel_session,
    close_session,
    open_session,
    take_recess,
)
from linli.deliberation.actions.sessions.plan_session import plan_session
from linli.deliberation.actions.sessions.postpone_session import postpone_session
from linli.deliberation.queries.sessions.sessions import (
    SessionsWhich,
    list_sessions,
    read_session,
)
from linli.deliberation.routes.session_access import (
    CHANGES,
    CREATES,
    LISTS,
    READS,
    Reader,
    Secretary,
)
from linli.deliberation.schemas.sessions import (
    PostponementIn,
    SessionDetail,
    SessionIn,
    SessionPage,
    SessionReason,
)
from linli.kernel.db.transaction import Row
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/sessions", tags=["sessions"])


@router.post(
    "",
    operation_id="plan_session",
    summary="Plan a session",
    status_code=201,
    response_model=SessionDetail,
    responses=CREATES,
)
async def post_session(body: SessionIn, tx: TxDep, actor: Secretary, response: Response) -> Row:
    """Its agenda comes next, then the notice."""
    if not await plan_session(tx, actor, body):
        response.status_code = 200
    return await read_session(tx, actor, body.id)


@router.get(
    "",
    operation_id="list_sessions",
    summary="Sessions to come, or past ones",
    response_model=SessionPage,
    responses=LISTS,
)
async def get_sessions(
    tx: TxDep, actor: Reader, page: Page, which: Annotated[SessionsWhich, Query()] = "coming"
) -> Row:
    """By their day, the earliest first."""
    return await list_sessions(tx, actor, which, page)


@router.get(
    "/{session_id}",
    operation_id="read_session",
    summary="A session and its agenda",
    response_model=SessionDetail,
    responses=READS,
)
async def get_session(session_id: UUID, tx: TxDep, actor: Reader) -> Row:
    """What its notice announced can be decided; what was added later is talked about only."""
    return await read_session(tx, actor, session_id)


@router.post(
    "/{session_id}/notice",
    operation_id="give_session_notice",
    summary="Announce a session with its agenda",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_notice(
    session_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """So many days ahead as the city's profile says; from here on the agenda is what it is."""
    await attempt.begin(actor.account_id)
    await give_notice(tx, actor, session_id)
    return await attempt.answer(await read_session(tx, actor, session_id))


@router.post(
    "/{session_id}/opening",
    operation_id="open_session",
    summary="Open a session at its time, or go on after a recess",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_opening(
    session_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """It need not be quorate to begin; only to decide."""
    await attempt.begin(actor.account_id)
    await open_session(tx, actor, session_id)
    return await attempt.answer(await read_session(tx, actor, session_id))


@router.post(
    "/{session_id}/postponement",
    operation_id="postpone_session",
    summary="Put a session on another day",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_postponement(
    session_id: UUID, body: PostponementIn, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """Before it has begun. It is planned again, and needs another notice."""
    await attempt.begin(actor.account_id)
    await postpone_session(tx, actor, session_id, body)
    return await attempt.answer(await read_session(tx, actor, session_id))


@router.post(
    "/{session_id}/recess",
    operation_id="interrupt_session",
    summary="Interrupt a session",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_recess(
    session_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """It goes on by opening it again."""
    await attempt.begin(actor.account_id)
    await take_recess(tx, actor, session_id)
    return await attempt.answer(await read_session(tx, actor, session_id))


@router.post(
    "/{session_id}/closing",
    operation_id="close_session",
    summary="End a session",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_closing(
    session_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """The minutes can be written on until they are handed to the parties."""
    await attempt.begin(actor.account_id)
    await close_session(tx, actor, session_id)
    return await attempt.answer(await read_session(tx, actor, session_id))


@router.post(
    "/{session_id}/cancellation",
    operation_id="cancel_session",
    summary="Call a session off",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_cancellation(
    session_id: UUID, body: SessionReason, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """With the reason that everybody reads."""
    await attempt.begin(actor.account_id)
    await cancel_session(tx, actor, session_id, body.reason)
    return await attempt.answer(await read_session(tx, actor, session_id))
