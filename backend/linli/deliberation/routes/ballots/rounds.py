"""Rounds themselves: drafting, listing, reading."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from linli.deliberation.actions.ballots.draft_round import draft_round
from linli.deliberation.actions.ballots.revise_round import revise_round
from linli.deliberation.permissions.ballots import MANAGE_ROUND, SEE_ELECTORATE, SEE_ROUND
from linli.deliberation.queries.ballots.electorate import read_electorate
from linli.deliberation.queries.ballots.round_page import read_round
from linli.deliberation.queries.ballots.rounds import list_rounds
from linli.deliberation.routes.ballots.answers import CREATES, LISTS, READS, note_repeat
from linli.deliberation.schemas.ballots.ledger import ElectorateOut
from linli.deliberation.schemas.ballots.round_in import RoundDraft, RoundIn
from linli.deliberation.schemas.ballots.round_out import RoundOut, RoundPage
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/ballot-rounds")
Manager = Annotated[Actor, Depends(Permitted(MANAGE_ROUND))]
Reader = Annotated[Actor, Depends(Permitted(SEE_ROUND))]
States = Annotated[
    list[
        Literal[
            "draft",
            "noticed",
            "open",
            "closed",
            "counted",
            "on_notice",
            "final",
            "annulled",
            "withdrawn",
        ]
    ],
    Query(max_length=9, default_factory=list, description="Only these; all unless told"),
]


@router.post(
    "",
    operation_id="draft_ballot_round",
    summary="Draft a ballot round",
    status_code=201,
    response_model=RoundOut,
    responses=CREATES,
)
async def post_round(body: RoundIn, tx: TxDep, actor: Manager, response: Response) -> Row:
    """Everything may change until its notice; publish the notice next."""
    note_repeat(response, is_new=await draft_round(tx, actor, body))
    round_ = await read_round(tx, actor, body.id)
    response.headers["ETag"] = etag(round_["version"])
    return round_


@router.get(
    "",
    operation_id="list_ballot_rounds",
    summary="Ballot rounds, those being voted on first",
    response_model=RoundPage,
    responses=LISTS,
)
async def get_rounds(tx: TxDep, actor: Reader, page: Page, state: States) -> Row:
    """With the caller's own part: for how many electors they vote, and how many have."""
    return await list_rounds(tx, actor, page, state)


@router.get(
    "/{round_id}",
    operation_id="read_ballot_round",
    summary="One ballot round",
    response_model=RoundOut,
    responses=READS,
)
async def get_round(round_id: UUID, tx: TxDep, actor: Reader, response: Response) -> Row:
    """With its questions, rules, turnout, history, and what the caller may do now."""
    round_ = await read_round(tx, actor, round_id)
    response.headers["ETag"] = etag(round_["version"])
    return round_


@router.put(
    "/{round_id}",
    operation_id="revise_ballot_round",
    summary="Change a draft",
    response_model=RoundOut,
    responses=refusals(401, 403, 404, 409, 412, 422, 428),
)
async def put_round(  # noqa: PLR0913, PLR0917 - path, body, headers
    round_id: UUID,
    body: RoundDraft,
    tx: TxDep,
    actor: Manager,
    expected: IfMatch,
    response: Response,
) -> Row:
    """Refused once the round is noticed: only what was noticed can be decided."""
    await revise_round(tx, actor, round_id, body, expected)
    round_ = await read_round(tx, actor, round_id)
    response.headers["ETag"] = etag(round_["version"])
    return round_


@router.get(
    "/{round_id}/electorate",
    operation_id="read_electorate",
    summary="Who may vote: as it would be frozen now, or as it was",
    response_model=ElectorateOut,
    responses=READS,
)
async def get_electorate(
    round_id: UUID, tx: TxDep, actor: Annotated[Actor, Depends(Permitted(SEE_ELECTORATE))]
) -> Row:
    """With doors that nobody is known to own, and co-owners who have named nobody."""
    del actor
    return await read_electorate(tx, round_id)
