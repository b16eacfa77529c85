"""Messages between residents and whoever speaks for their building."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.representatives.answer_message import answer_message
from linli.deliberation.actions.representatives.send_messages import send_messages
from linli.deliberation.permissions.representatives import ANSWER_MESSAGE, WRITE_MESSAGE
from linli.deliberation.queries.representatives.messages import (
    page_own_messages,
    page_received_messages,
)
from linli.deliberation.schemas.representatives.message import (
    MessageAnswered,
    MessageAnswerIn,
    MessageCreate,
    MessagePage,
    MessageSent,
)
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep
from linli.kernel.sync.items import SyncItem
from linli.kernel.sync.single import receipt_of

router = APIRouter(tags=["representatives"])

KIND = "representative_message"
Writer = Annotated[Actor, Depends(Permitted(WRITE_MESSAGE))]
Answering = Annotated[Actor, Depends(Permitted(ANSWER_MESSAGE))]
LISTS = refusals(401, 403, 404, 422)


@router.post(
    "/messages",
    operation_id="send_message",
    summary="Write to whoever speaks for one's building",
    status_code=201,
    response_model=MessageSent,
    responses={
        200: {"description": "The same was sent before", "model": MessageSent},
        **refusals(401, 403, 404, 409, 422, 429),
    },
)
async def post_message(body: MessageCreate, tx: TxDep, actor: Writer, response: Response) -> Row:
    """A batch of one; phones that were offline send theirs by ``sync``."""
    item = SyncItem(body.id, KIND, clock.now(), body.payload())
    (verdict,) = await send_messages(tx, actor, [item])
    receipt = await receipt_of(tx, KIND, body.id, verdict)
    if verdict.recorded is None:
        response.status_code = 200
    return {"id": body.id, "receipt": receipt}


@router.get(
    "/my-messages",
    operation_id="list_my_messages",
    summary="What the caller wrote to representatives, with the answers",
    response_model=MessagePage,
    responses=LISTS,
)
async def get_my_messages(tx: TxDep, actor: Writer, page: Page) -> Row:
    """The newest first."""
    return await page_own_messages(tx, actor, page)


@router.get(
    "/messages",
    operation_id="list_messages",
    summary="What was written to the caller as a representative",
    response_model=MessagePage,
    responses=LISTS,
)
async def get_messages(tx: TxDep, actor: Answering, page: Page) -> Row:
    """The newest first, while the mandate is in force; unanswered ones then go to who follows."""
    return await page_received_messages(tx, actor, page)


@router.post(
    "/messages/{message_id}/answer",
    operation_id="answer_message",
    summary="Answer a message, once",
    response_model=MessageAnswered,
    responses=refusals(400, 401, 403, 404, 409, 410, 422),
)
async def post_answer(
    message_id: UUID, body: MessageAnswerIn, tx: TxDep, actor: Answering, attempt: Idempotent
) -> Response:
    """Only its writer reads the answer, so what is told here repeats none of it."""
    await attempt.begin(actor.account_id)
    at = await answer_message(tx, actor, message_id, body.words)
    return await attempt.answer({"id": message_id, "answered_at": at})
