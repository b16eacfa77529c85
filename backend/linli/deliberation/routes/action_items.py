"""Decisions, what is to be done about them, and what waits for whom."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from linli.deliberation.actions.sessions.decide import decide
from linli.deliberation.actions.sessions.follow_action import note_progress
from linli.deliberation.actions.sessions.give_action import give_action
from linli.deliberation.queries.sessions.action_items import list_action_items, read_action_item
from linli.deliberation.queries.sessions.outcome import read_outcome
from linli.deliberation.queries.sessions.waiting import waiting_for
from linli.deliberation.routes.session_access import (
    CHANGES,
    CREATES,
    LISTS,
    READS,
    Reader,
    Secretary,
    Working,
)
from linli.deliberation.schemas.session_outcome import (
    ActionItemDetail,
    ActionItemIn,
    ActionItemPage,
    ActionStepIn,
    ActionWhich,
    DecisionIn,
    OutcomeOut,
    WaitingOut,
)
from linli.kernel.db.transaction import Row
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}", tags=["sessions"])


@router.post(
    "/sessions/{session_id}/decisions",
    operation_id="write_decision",
    summary="Write down what was decided",
    status_code=201,
    response_model=OutcomeOut,
    responses=CREATES,
)
async def post_decision(
    session_id: UUID, body: DecisionIn, tx: TxDep, actor: Secretary, response: Response
) -> Row:
    """Only on what the notice announced; a council decides by a motion that was carried."""
    if not await decide(tx, actor, session_id, body):
        response.status_code = 200
    return await read_outcome(tx, actor, session_id)


@router.post(
    "/sessions/{session_id}/action-items",
    operation_id="give_action_item",
    summary="Give somebody something to do",
    status_code=201,
    response_model=OutcomeOut,
    responses=CREATES,
)
async def post_action_item(
    session_id: UUID, body: ActionItemIn, tx: TxDep, actor: Secretary, response: Response
) -> Row:
    """It is reminded of from its due day on until it is closed."""
    if not await give_action(tx, actor, session_id, body):
        response.status_code = 200
    return await read_outcome(tx, actor, session_id)


@router.get(
    "/action-items",
    operation_id="list_action_items",
    summary="What is to be done",
    response_model=ActionItemPage,
    responses=LISTS,
)
async def get_action_items(
    tx: TxDep, actor: Reader, page: Page, which: Annotated[ActionWhich, Query()] = "open"
) -> Row:
    """The first due first."""
    return await list_action_items(tx, actor, which, page)


@router.get(
    "/action-items/{action_item_id}",
    operation_id="read_action_item",
    summary="An action item and what was done about it",
    response_model=ActionItemDetail,
    responses=READS,
)
async def get_action_item(action_item_id: UUID, tx: TxDep, actor: Reader) -> Row:
    """Everybody can follow it."""
    return await read_action_item(tx, actor, action_item_id)


@router.post(
    "/action-items/{action_item_id}/steps",
    operation_id="note_action_progress",
    summary="Note progress, or another state",
    response_model=ActionItemDetail,
    responses=CHANGES,
)
async def post_step(
    action_item_id: UUID, body: ActionStepIn, tx: TxDep, actor: Working, attempt: Idempotent
) -> Response:
    """The owner says how far it is; closing comes with the review."""
    await attempt.begin(actor.account_id)
    await note_progress(tx, actor, action_item_id, body)
    return await attempt.answer(await read_action_item(tx, actor, action_item_id))


@router.get(
    "/deliberation/waiting",
    operation_id="read_waiting",
    summary="What waits for the caller in deliberation",
    response_model=WaitingOut,
    responses=READS,
)
async def get_waiting(tx: TxDep, actor: Reader) -> Row:
    """For the first screen of the day."""
    return await waiting_for(tx, actor)
