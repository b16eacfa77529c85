"""Suggestions of help: what visitors and the roster noticed, for the social worker to ask about."""

from uuid import UUID

from fastapi import APIRouter, Response

from linli.care.actions.close_suggestion import close_suggestion
from linli.care.actions.confirm_suggestion import confirm_suggestion
from linli.care.actions.log_needs import KIND
from linli.care.actions.open_noticed import open_noticed
from linli.care.queries.suggestions import list_suggestions
from linli.care.routes.register_answers import CREATES, READS, note_repeat
from linli.care.routes.register_callers import SuggestionHandler
from linli.care.schemas.need import NeedCreate, NeedRegistered, OpeningIn
from linli.care.schemas.need_suggestion import (
    DismissalIn,
    SuggestionContent,
    SuggestionHandled,
    SuggestionList,
)
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.transaction import TxDep
from linli.kernel.sync.single import receipt_of

router = APIRouter(prefix="/communities/{community_id}/need-suggestions", tags=["suggestions"])


@router.get(
    "",
    operation_id="list_suggestions",
    summary="Doors to ask at",
    response_model=SuggestionList,
    responses=READS,
)
async def get_suggestions(tx: TxDep, actor: SuggestionHandler) -> Row:
    """What was noticed there stays sealed until it is opened."""
    return await list_suggestions(tx, actor)


@router.post(
    "/{suggestion_id}/openings",
    operation_id="open_suggestion",
    summary="Read what was noticed",
    response_model=SuggestionContent,
    responses=refusals(401, 404, 410, 422),
)
async def post_opening(
    suggestion_id: UUID, body: OpeningIn, tx: TxDep, actor: SuggestionHandler
) -> Row:
    """Who, when and why is recorded."""
    return await open_noticed(tx, actor, suggestion_id, body)


@router.post(
    "/{suggestion_id}/confirmation",
    operation_id="confirm_suggestion",
    summary="Register the need a suggestion turned out to be",
    status_code=201,
    response_model=NeedRegistered,
    responses=CREATES,
)
async def post_confirmation(
    suggestion_id: UUID, body: NeedCreate, tx: TxDep, actor: SuggestionHandler, response: Response
) -> Row:
    """With the person's separate consent, as for every need. The suggestion is erased."""
    verdict = await confirm_suggestion(tx, actor, suggestion_id, body)
    note_repeat(response, is_new=verdict.recorded is not None)
    return {"id": body.id, "receipt": await receipt_of(tx, KIND, body.id, verdict)}


@router.post(
    "/{suggestion_id}/dismissal",
    operation_id="dismiss_suggestion",
    summary="Let a suggestion go",
    response_model=SuggestionHandled,
    responses=refusals(400, 401, 404, 409, 422),
)
async def post_dismissal(
    suggestion_id: UUID,
    body: DismissalIn,
    tx: TxDep,
    actor: SuggestionHandler,
    attempt: Idempotent,
) -> Response:
    """Nothing comes of it, and nothing is kept."""
    await attempt.begin(actor.account_id)
    await close_suggestion(tx, actor, suggestion_id, "dismissed", reason=body.reason)
    return await attempt.answer({"id": suggestion_id, "outcome": "dismissed"})
