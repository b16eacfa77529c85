"""Proposals: drafting, wording, moving them on, and where people stand."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.proposals.make_proposal import make_proposal
from linli.deliberation.actions.proposals.move_proposal import move_proposal
from linli.deliberation.actions.proposals.write_version import write_version
from linli.deliberation.permissions.proposals import (
    MOVE_PROPOSAL,
    PROPOSE,
    SEE_EVERY_POSITION,
    SEE_PROPOSALS,
)
from linli.deliberation.queries.proposals.opinions import read_opinions
from linli.deliberation.queries.proposals.picture import read_position_picture
from linli.deliberation.queries.proposals.proposals import page_proposals, read_proposal
from linli.deliberation.queries.proposals.versions import page_versions
from linli.deliberation.routes.proposals.answers import CREATES, LISTS, READS, note_repeat
from linli.deliberation.schemas.proposals.opinions import OpinionsOut, PositionPicture
from linli.deliberation.schemas.proposals.proposal import (
    ProposalIn,
    ProposalMoveIn,
    ProposalOut,
    ProposalPage,
    ProposalState,
    ProposalVersionIn,
    ProposalVersionPage,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/proposals", tags=["proposals"])

Seer = Annotated[Actor, Depends(Permitted(SEE_PROPOSALS))]
Proposer = Annotated[Actor, Depends(Permitted(PROPOSE))]
Mover = Annotated[Actor, Depends(Permitted(MOVE_PROPOSAL))]
Counter = Annotated[Actor, Depends(Permitted(SEE_EVERY_POSITION))]


@router.post(
    "",
    operation_id="make_proposal",
    summary="Draft a proposal",
    status_code=201,
    response_model=ProposalOut,
    responses=CREATES,
)
async def post_proposal(body: ProposalIn, tx: TxDep, actor: Proposer, response: Response) -> Row:
    """Seen by its author and the office until it is opened for comment."""
    note_repeat(response, is_new=await make_proposal(tx, actor, body))
    return await read_proposal(tx, actor, body.id)


@router.get(
    "",
    operation_id="list_proposals",
    summary="Proposals of the community",
    response_model=ProposalPage,
    responses=LISTS,
)
async def get_proposals(
    tx: TxDep, actor: Seer, page: Page, state: ProposalState | None = None
) -> Row:
    """The oldest first, with how many people stand where."""
    return await page_proposals(tx, actor, state, page)


@router.get(
    "/{proposal_id}",
    operation_id="read_proposal",
    summary="One proposal: its text, its steps, what the caller may do",
    response_model=ProposalOut,
    responses=READS,
)
async def get_proposal(proposal_id: UUID, tx: TxDep, actor: Seer) -> Row:
    """Also tells where others have spoken in the name of the caller's home."""
    return await read_proposal(tx, actor, proposal_id)


@router.get(
    "/{proposal_id}/versions",
    operation_id="list_proposal_versions",
    summary="The texts as they stood",
    response_model=ProposalVersionPage,
    responses=LISTS,
)
async def get_versions(proposal_id: UUID, tx: TxDep, actor: Seer, page: Page) -> Row:
    """The first first; the phone shows what changed between two."""
    return await page_versions(tx, actor, proposal_id, page)


@router.post(
    "/{proposal_id}/versions",
    operation_id="write_proposal_version",
    summary="Word a proposal anew",
    status_code=201,
    response_model=ProposalOut,
    responses={**CREATES, **refusals(412)},
)
async def post_version(
    proposal_id: UUID, body: ProposalVersionIn, tx: TxDep, actor: Mover, response: Response
) -> Row:
    """Only as a draft or in revision; every version stays."""
    note_repeat(response, is_new=await write_version(tx, actor, proposal_id, body))
    return await read_proposal(tx, actor, proposal_id)


@router.post(
    "/{proposal_id}/moves",
    operation_id="move_proposal",
    summary="Take a proposal a step on",
    status_code=201,
    response_model=ProposalOut,
    responses=CREATES,
)
async def post_move(
    proposal_id: UUID, body: ProposalMoveIn, tx: TxDep, actor: Mover, response: Response
) -> Row:
    """Who, when and why stays with it. What a ballot round decides is moved by the round."""
    note_repeat(response, is_new=await move_proposal(tx, actor, proposal_id, body))
    return await read_proposal(tx, actor, proposal_id)


@router.get(
    "/{proposal_id}/opinions",
    operation_id="read_opinions",
    summary="Positions by building, and the map of opinions",
    response_model=OpinionsOut,
    responses=READS,
)
async def get_opinions(proposal_id: UUID, tx: TxDep, actor: Seer) -> Row:
    """The map only for twenty people and more; small groups are never shown."""
    return await read_opinions(tx, actor, proposal_id)


@router.get(
    "/{proposal_id}/picture",
    operation_id="read_position_picture",
    summary="A building, each door marked with where it is said to stand",
    responses={200: {"model": PositionPicture}, **LISTS},
)
async def get_picture(proposal_id: UUID, building_id: UUID, tx: TxDep, actor: Counter) -> Response:
    """For the office, and for the representative of that building."""
    picture = await read_position_picture(tx, actor, proposal_id, building_id)
    return Response(picture, media_type="application/json")
