"""Paper ballots: recorded by one person, confirmed by a second."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from linli.deliberation.actions.ballots.confirm_paper import confirm_paper
from linli.deliberation.actions.ballots.record_paper import record_paper
from linli.deliberation.permissions.ballots import RECORD_PAPER
from linli.deliberation.queries.ballots.papers import list_papers, paper_place
from linli.deliberation.routes.ballots.answers import CREATES, LISTS, note_repeat
from linli.deliberation.schemas.ballots.ledger import (
    PaperBallotIn,
    PaperBallotPage,
    PaperConfirmationIn,
    PaperRecorded,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/ballot-rounds/{round_id}/paper-ballots")
Recorder = Annotated[Actor, Depends(Permitted(RECORD_PAPER))]


@router.post(
    "",
    operation_id="record_paper_ballot",
    summary="Record a paper ballot",
    status_code=201,
    response_model=PaperRecorded,
    responses=CREATES,
)
async def post_paper(
    round_id: UUID, body: PaperBallotIn, tx: TxDep, actor: Recorder, response: Response
) -> Row:
    """By its scanned or typed code; it counts once somebody else has read the same."""
    answer, is_new = await record_paper(tx, actor, round_id, body)
    note_repeat(response, is_new=is_new)
    return {**answer, **await paper_place(tx, answer["elector_id"])}


@router.get(
    "",
    operation_id="list_paper_ballots",
    summary="Paper ballots and how far they have come",
    response_model=PaperBallotPage,
    responses=LISTS,
)
async def get_papers(
    round_id: UUID,
    tx: TxDep,
    actor: Recorder,
    page: Page,
    waiting: Annotated[bool, Query(description="Only those that wait")] = False,  # noqa: FBT002 - a query parameter
) -> Row:
    """Never what they answer: the second person reads the paper or its photo, not the first."""
    return await list_papers(tx, actor, round_id, page, waiting=waiting)


@router.post(
    "/{ballot_id}/confirmation",
    operation_id="confirm_paper_ballot",
    summary="Confirm a paper ballot by reading the same from it",
    status_code=201,
    response_model=PaperRecorded,
    responses=CREATES,
)
async def post_confirmation(  # noqa: PLR0913, PLR0917 - path, body, answer
    round_id: UUID,
    ballot_id: UUID,
    body: PaperConfirmationIn,
    tx: TxDep,
    actor: Recorder,
    response: Response,
) -> Row:
    """Who reads otherwise is answered ``readings_differ``, not where, and has no second try.

    Another person reads the paper then, or it is recorded anew as a correction.
    """
    answer, is_new = await confirm_paper(tx, actor, round_id, ballot_id, body)
    note_repeat(response, is_new=is_new)
    return {**answer, **await paper_place(tx, answer["elector_id"])}
