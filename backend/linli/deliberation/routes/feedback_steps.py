"""What is done about feedback: answers with a day, "it is fixed", "it is not"."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.feedback.answer_feedback import answer_feedback
from linli.deliberation.actions.feedback.confirm_fixed import confirm_fixed, reopen_feedback
from linli.deliberation.actions.feedback.decline_feedback import decline_feedback
from linli.deliberation.actions.feedback.join_feedback import join_feedback
from linli.deliberation.actions.feedback.say_fixed import say_fixed
from linli.deliberation.actions.feedback.separate_feedback import separate_feedback
from linli.deliberation.permissions.feedback import ANSWER_FEEDBACK, REPORT_FEEDBACK
from linli.deliberation.queries.feedback.report_detail import read_feedback
from linli.deliberation.schemas.feedback import (
    FeedbackAnswerIn,
    FeedbackDetail,
    FeedbackJoinIn,
    FeedbackReasonIn,
    FixedIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.http.documented import refusals
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/feedback/{feedback_id}", tags=["feedback"])

Answering = Annotated[Actor, Depends(Permitted(ANSWER_FEEDBACK))]
Reporter = Annotated[Actor, Depends(Permitted(REPORT_FEEDBACK))]
CHANGES = refusals(400, 401, 403, 404, 409, 422)


@router.post(
    "/answer",
    operation_id="answer_feedback",
    summary="Answer with the day by which it is done",
    response_model=FeedbackDetail,
    responses=CHANGES,
)
async def post_answer(
    feedback_id: UUID, body: FeedbackAnswerIn, tx: TxDep, actor: Answering, attempt: Idempotent
) -> Response:
    """When that day has passed, it is shown as overdue and comes to the next weekly session."""
    await attempt.begin(actor.account_id)
    await answer_feedback(tx, actor, feedback_id, body)
    return await attempt.answer(await read_feedback(tx, actor, feedback_id))


@router.post(
    "/fixing",
    operation_id="say_feedback_fixed",
    summary="Say that it is done",
    response_model=FeedbackDetail,
    responses=CHANGES,
)
async def post_fixing(
    feedback_id: UUID, body: FixedIn, tx: TxDep, actor: Answering, attempt: Idempotent
) -> Response:
    """Its reporters are asked; without an answer it is closed after some days."""
    await attempt.begin(actor.account_id)
    await say_fixed(tx, actor, feedback_id, body.words)
    return await attempt.answer(await read_feedback(tx, actor, feedback_id))


@router.post(
    "/declining",
    operation_id="decline_feedback",
    summary="Say why nothing can be done",
    response_model=FeedbackDetail,
    responses=CHANGES,
)
async def post_declining(
    feedback_id: UUID, body: FeedbackReasonIn, tx: TxDep, actor: Answering, attempt: Idempotent
) -> Response:
    """The reason is public."""
    await attempt.begin(actor.account_id)
    await decline_feedback(tx, actor, feedback_id, body.reason)
    return await attempt.answer(await read_feedback(tx, actor, feedback_id))


@router.post(
    "/joining",
    operation_id="join_feedback",
    summary="Let it go on under the report that it repeats",
    response_model=FeedbackDetail,
    responses=CHANGES,
)
async def post_joining(
    feedback_id: UUID, body: FeedbackJoinIn, tx: TxDep, actor: Answering, attempt: Idempotent
) -> Response:
    """Its reporter is asked with that of the other."""
    await attempt.begin(actor.account_id)
    await join_feedback(tx, actor, feedback_id, body.into_id, body.reason)
    return await attempt.answer(await read_feedback(tx, actor, feedback_id))


@router.post(
    "/separation",
    operation_id="separate_feedback",
    summary="Take one's own report out of the one that it was joined to",
    response_model=FeedbackDetail,
    responses=CHANGES,
)
async def post_separation(
    feedback_id: UUID, body: FeedbackReasonIn, tx: TxDep, actor: Reporter, attempt: Idempotent
) -> Response:
    """It stands for itself from then on, and is not joined by anybody else again."""
    await attempt.begin(actor.account_id)
    await separate_feedback(tx, actor, feedback_id, body.reason)
    return await attempt.answer(await read_feedback(tx, actor, feedback_id))


@router.post(
    "/confirmation",
    operation_id="confirm_feedback_fixed",
    summary="Say of one's own report that it is fixed",
    response_model=FeedbackDetail,
    responses=CHANGES,
)
async def post_confirmation(
    feedback_id: UUID, tx: TxDep, actor: Reporter, attempt: Idempotent
) -> Response:
    """Closes it."""
    await attempt.begin(actor.account_id)
    await confirm_fixed(tx, actor, feedback_id)
    return await attempt.answer(await read_feedback(tx, actor, feedback_id))


@router.post(
    "/reopening",
    operation_id="reopen_feedback",
    summary="Say of one's own report that it is not fixed",
    response_model=FeedbackDetail,
    responses=CHANGES,
)
async def post_reopening(
    feedback_id: UUID, body: FeedbackReasonIn, tx: TxDep, actor: Reporter, attempt: Idempotent
) -> Response:
    """What was closed can be opened again once."""
    await attempt.begin(actor.account_id)
    await reopen_feedback(tx, actor, feedback_id, body.reason)
    return await attempt.answer(await read_feedback(tx, actor, feedback_id))
