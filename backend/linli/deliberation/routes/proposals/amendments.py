"""Amendments: other words for a passage of a proposal."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.proposals.decide_amendment import decide_amendment
from linli.deliberation.actions.proposals.offer_amendment import offer_amendment
from linli.deliberation.permissions.proposals import COMMENT, MOVE_PROPOSAL, SEE_PROPOSALS
from linli.deliberation.queries.proposals.amendments import page_amendments, read_amendment
from linli.deliberation.routes.proposals.answers import CHANGES, CREATES, LISTS, note_repeat
from linli.deliberation.schemas.proposals.amendment import (
    AmendmentDecisionIn,
    AmendmentIn,
    AmendmentOut,
    AmendmentPage,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(tags=["proposals"])


@router.get(
    "/proposals/{proposal_id}/amendments",
    operation_id="list_amendments",
    summary="Amendments to a proposal",
    response_model=AmendmentPage,
    responses=LISTS,
)
async def get_amendments(
    proposal_id: UUID,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(SEE_PROPOSALS))],
    page: Page,
) -> Row:
    """In the order of arrival, with what became of them."""
    return await page_amendments(tx, actor, proposal_id, page)


@router.post(
    "/proposals/{proposal_id}/amendments",
    operation_id="offer_amendment",
    summary="Offer other words for a passage",
    status_code=201,
    response_model=AmendmentOut,
    responses=CREATES,
)
async def post_amendment(
    proposal_id: UUID,
    body: AmendmentIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(COMMENT))],
    response: Response,
) -> Row:
    """While the proposal is open for comment; the passage must stand there exactly once."""
    note_repeat(response, is_new=await offer_amendment(tx, actor, proposal_id, body))
    return await read_amendment(tx, actor, body.id)


@router.post(
    "/amendments/{amendment_id}/decision",
    operation_id="decide_amendment",
    summary="Take an amendment into the text, or decline it",
    response_model=AmendmentOut,
    responses={**CHANGES, **refusals(400)},
)
async def post_decision(
    amendment_id: UUID,
    body: AmendmentDecisionIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(MOVE_PROPOSAL))],
    attempt: Idempotent,
) -> Response:
    """By the proposal's author or the office, with a reason. Accepting writes a version."""
    await attempt.begin(actor.account_id)
    await decide_amendment(tx, actor, amendment_id, body)
    return await attempt.answer(
        AmendmentOut.model_validate(await read_amendment(tx, actor, amendment_id))
    )
