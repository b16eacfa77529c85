"""Comments on proposals: saying, answering, agreeing, hiding."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.proposals.log_comments import log_comments
from linli.deliberation.actions.proposals.log_home_answers import log_home_answers
from linli.deliberation.actions.proposals.moderate_comment import moderate_comment
from linli.deliberation.actions.proposals.vote_on_comment import vote_on_comment
from linli.deliberation.permissions.proposals import COMMENT, MODERATE, SEE_PROPOSALS
from linli.deliberation.queries.proposals.comments import page_comments, read_comment
from linli.deliberation.routes.proposals.answers import (
    CHANGES,
    CREATES,
    LISTS,
    note_repeat,
    taken,
)
from linli.deliberation.schemas.proposals.comment import (
    CommentVoteIn,
    HomeAnswerCreate,
    ModerationIn,
    ProposalCommentCreate,
    ProposalCommentOut,
    ProposalCommentPage,
    Taken,
)
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Row
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep
from linli.kernel.sync.items import SyncItem

router = APIRouter(tags=["proposals"])

COMMENT_KIND, ANSWER_KIND = "proposal_comment", "home_answer"
Seer = Annotated[Actor, Depends(Permitted(SEE_PROPOSALS))]
Speaker = Annotated[Actor, Depends(Permitted(COMMENT))]
Moderator = Annotated[Actor, Depends(Permitted(MODERATE))]


@router.get(
    "/proposals/{proposal_id}/comments",
    operation_id="list_proposal_comments",
    summary="What was said about a proposal",
    response_model=ProposalCommentPage,
    responses=LISTS,
)
async def get_comments(proposal_id: UUID, tx: TxDep, actor: Seer, page: Page) -> Row:
    """Comments and replies in the order of arrival; hidden ones keep their place."""
    return await page_comments(tx, actor, proposal_id, page)


@router.post(
    "/proposal-comments",
    operation_id="comment_on_proposal",
    summary="Comment on a proposal, or reply",
    status_code=201,
    response_model=Taken,
    responses=CREATES,
)
async def post_comment(
    body: ProposalCommentCreate, tx: TxDep, actor: Speaker, response: Response
) -> Row:
    """A batch of one; see ``sync``. The newest comment is where its author stands."""
    item = SyncItem(body.id, COMMENT_KIND, clock.now(), body.payload())
    (verdict,) = await log_comments(tx, actor, [item])
    answer = await taken(tx, COMMENT_KIND, body.id, verdict)
    await declare_slots(tx, actor, COMMENT_KIND, {body.id: body.attachments})
    note_repeat(response, is_new=verdict.recorded is not None)
    return answer


@router.post(
    "/home-answers",
    operation_id="answer_for_home",
    summary="Confirm or contradict that a comment speaks for one's home",
    status_code=201,
    response_model=Taken,
    responses=CREATES,
)
async def post_home_answer(
    body: HomeAnswerCreate, tx: TxDep, actor: Speaker, response: Response
) -> Row:
    """A batch of one; see ``sync``. The newest answer of a home holds."""
    item = SyncItem(body.id, ANSWER_KIND, clock.now(), body.payload())
    (verdict,) = await log_home_answers(tx, actor, [item])
    answer = await taken(tx, ANSWER_KIND, body.id, verdict)
    note_repeat(response, is_new=verdict.recorded is not None)
    return answer


@router.put(
    "/proposal-comments/{comment_id}/vote",
    operation_id="vote_on_comment",
    summary="Agree with a comment, or not",
    response_model=ProposalCommentOut,
    responses=CHANGES,
)
async def put_vote(comment_id: UUID, body: CommentVoteIn, tx: TxDep, actor: Speaker) -> Row:
    """Makes the map of opinions; the newest word holds."""
    await vote_on_comment(tx, actor, comment_id, body.vote)
    return await read_comment(tx, actor, comment_id)


@router.post(
    "/proposal-comments/{comment_id}/moderation",
    operation_id="moderate_comment",
    summary="Hide a comment's words, or show them again",
    status_code=201,
    response_model=ProposalCommentOut,
    responses=CREATES,
)
async def post_moderation(
    comment_id: UUID, body: ModerationIn, tx: TxDep, actor: Moderator, response: Response
) -> Row:
    """With a reason that everybody reads. Nothing is deleted."""
    note_repeat(response, is_new=await moderate_comment(tx, actor, comment_id, body))
    return await read_comment(tx, actor, comment_id)
