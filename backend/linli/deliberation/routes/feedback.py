"""Residents' feedback: reporting it, and the public list."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from linli.deliberation.actions.feedback.report_feedback import report_feedback
from linli.deliberation.permissions.feedback import REPORT_FEEDBACK, SEE_FEEDBACK
from linli.deliberation.queries.feedback.home_place import home_place
from linli.deliberation.queries.feedback.report_detail import read_feedback
from linli.deliberation.queries.feedback.reports import list_feedback
from linli.deliberation.queries.feedback.similar import similar_feedback
from linli.deliberation.schemas.feedback import (
    FeedbackCreate,
    FeedbackDetail,
    FeedbackPage,
    FeedbackReported,
    HomePlaceOut,
    SimilarAsked,
    SimilarOut,
    Which,
)
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep
from linli.kernel.sync.items import SyncItem
from linli.kernel.sync.single import receipt_of

router = APIRouter(prefix="/communities/{community_id}/feedback", tags=["feedback"])

KIND = "feedback"
Reporter = Annotated[Actor, Depends(Permitted(REPORT_FEEDBACK))]
Reader = Annotated[Actor, Depends(Permitted(SEE_FEEDBACK))]


@router.post(
    "",
    operation_id="report_feedback",
    summary="Report something",
    status_code=201,
    response_model=FeedbackReported,
    responses={
        200: {"description": "The same was sent before", "model": FeedbackReported},
        **refusals(401, 403, 404, 409, 422),
    },
)
async def post_feedback(
    body: FeedbackCreate, tx: TxDep, actor: Reporter, response: Response
) -> Row:
    """A batch of one; phones that were offline send theirs by ``sync``."""
    files = tuple(body.attachments)
    item = SyncItem(body.id, KIND, body.happened_at, body.payload(), files)
    (verdict,) = await report_feedback(tx, actor, [item])
    if verdict.problem is None:
        await declare_slots(tx, actor, KIND, {body.id: files})
    receipt = await receipt_of(tx, KIND, body.id, verdict)
    if verdict.recorded is None:
        response.status_code = 200
    return {"id": body.id, "receipt": receipt}


@router.get(
    "",
    operation_id="list_feedback",
    summary="What was reported, and how long it has been open",
    response_model=FeedbackPage,
    responses=refusals(401, 403, 404, 422),
)
async def get_feedback(tx: TxDep, actor: Reader, page: Page, which: Which = "open") -> Row:
    """Who reported is told to nobody; ``asked`` are those whose reporter is asked if fixed."""
    return await list_feedback(tx, actor, which, page)


@router.get(
    "/similar",
    operation_id="list_similar_feedback",
    summary="Open reports that may be the same as one about to be sent",
    response_model=SimilarOut,
    responses=refusals(401, 403, 404, 422),
)
async def get_similar(tx: TxDep, actor: Reader, asked: Annotated[SimilarAsked, Query()]) -> Row:
    """Of the same kind anywhere, or of any kind near by; at most five."""
    return {"items": await similar_feedback(tx, actor, asked)}


@router.get(
    "/home-place",
    operation_id="read_home_place",
    summary="Where the caller lives, to begin a report with",
    response_model=HomePlaceOut,
    responses=refusals(401, 403, 404),
)
async def get_home_place(tx: TxDep, actor: Reporter) -> Row:
    """The first of the caller's homes."""
    return await home_place(tx, actor)


@router.get(
    "/{feedback_id}",
    operation_id="read_feedback",
    summary="A report and what was done about it",
    response_model=FeedbackDetail,
    responses=refusals(401, 403, 404),
)
async def get_one(feedback_id: UUID, tx: TxDep, actor: Reader) -> Row:
    """Photos are for the reporter and whoever answers."""
    return await read_feedback(tx, actor, feedback_id)
