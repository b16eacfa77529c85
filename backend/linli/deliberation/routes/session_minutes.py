"""Minutes of a session: written, handed to the parties, signed or sent back, published."""

from uuid import UUID

from fastapi import APIRouter, Response

from linli.deliberation.actions.sessions.withdraw_photo import withdraw_photo
from linli.deliberation.actions.sessions.write_minutes import (
    publish_minutes,
    save_minutes,
    sign_minutes,
    submit_minutes,
)
from linli.deliberation.queries.sessions.minutes import read_minutes
from linli.deliberation.queries.sessions.outcome import read_outcome
from linli.deliberation.queries.sessions.sessions import read_session
from linli.deliberation.routes.session_access import CHANGES, READS, Reader, Secretary, Signing
from linli.deliberation.schemas.session_outcome import (
    MinutesIn,
    MinutesOut,
    OutcomeOut,
    SignatureIn,
)
from linli.deliberation.schemas.sessions import SessionDetail
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.transaction import TxDep
from linli.kernel.packing import json_response

router = APIRouter(prefix="/communities/{community_id}/sessions/{session_id}", tags=["sessions"])


@router.get(
    "/minutes",
    operation_id="read_minutes",
    summary="The newest minutes",
    responses={200: {"model": MinutesOut}, **READS},
)
async def get_minutes(session_id: UUID, tx: TxDep, actor: Reader) -> Response:
    """For everybody once they are published; before, for who writes and signs them."""
    found = await read_minutes(tx, actor, session_id)
    return json_response(found, headers={"ETag": etag(found["number"])})


@router.put(
    "/minutes",
    operation_id="save_minutes",
    summary="Keep the minutes as they are now",
    responses={200: {"model": MinutesOut}, **refusals(401, 403, 404, 409, 412, 422, 428)},
)
async def put_minutes(
    session_id: UUID, body: MinutesIn, tx: TxDep, actor: Secretary, expected: IfMatch
) -> Response:
    """Beside all earlier versions. 412 when somebody saved meanwhile: show both, lose neither."""
    await save_minutes(tx, actor, session_id, body.text, expected)
    found = await read_minutes(tx, actor, session_id)
    return json_response(found, headers={"ETag": etag(found["number"])})


@router.post(
    "/minutes/photos/{photo_id}/withdrawal",
    operation_id="withdraw_minutes_photo",
    summary="Take a photo out of the minutes",
    response_model=MinutesOut,
    responses=CHANGES,
)
async def post_withdrawal(
    session_id: UUID, photo_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """While the minutes may change. The file is erased; that it was there stays in the log."""
    await attempt.begin(actor.account_id)
    await withdraw_photo(tx, actor, session_id, photo_id)
    return await attempt.answer(await read_minutes(tx, actor, session_id))


@router.post(
    "/minutes/submission",
    operation_id="submit_minutes",
    summary="Put the minutes before the parties",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_submission(
    session_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """From here on they stay as they are, unless a party sends them back."""
    await attempt.begin(actor.account_id)
    await submit_minutes(tx, actor, session_id)
    return await attempt.answer(await read_session(tx, actor, session_id))


@router.post(
    "/minutes/signatures",
    operation_id="sign_minutes",
    summary="Sign for one's party, or say why not",
    response_model=OutcomeOut,
    responses=refusals(400, 401, 403, 404, 409, 412, 422),
)
async def post_signature(
    session_id: UUID, body: SignatureIn, tx: TxDep, actor: Signing, attempt: Idempotent
) -> Response:
    """A refusal sends the minutes back to the secretary."""
    await attempt.begin(actor.account_id)
    who = await sign_minutes(tx, actor, session_id, body)
    return await attempt.answer(await read_outcome(tx, actor, session_id, who))


@router.post(
    "/minutes/publication",
    operation_id="publish_minutes",
    summary="Let everybody read the signed minutes",
    response_model=SessionDetail,
    responses=CHANGES,
)
async def post_publication(
    session_id: UUID, tx: TxDep, actor: Secretary, attempt: Idempotent
) -> Response:
    """Their digest stands in the log."""
    await attempt.begin(actor.account_id)
    await publish_minutes(tx, actor, session_id)
    return await attempt.answer(await read_session(tx, actor, session_id))


@router.get(
    "/outcome",
    operation_id="read_outcome",
    summary="What was decided, what is to be done, and who signed",
    response_model=OutcomeOut,
    responses=READS,
)
async def get_outcome(session_id: UUID, tx: TxDep, actor: Reader) -> Row:
    """Decisions are public as soon as they are made."""
    return await read_outcome(tx, actor, session_id)
