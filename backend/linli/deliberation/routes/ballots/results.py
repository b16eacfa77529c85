"""Results: official figures, the tally, objections, the published list."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.ballots.answer_objection import answer_objection
from linli.deliberation.actions.ballots.import_official import import_official
from linli.deliberation.actions.ballots.raise_objection import raise_objection
from linli.deliberation.permissions.ballots import (
    ANSWER_OBJECTION,
    IMPORT_OFFICIAL,
    RAISE_OBJECTION,
    SEE_ROUND,
)
from linli.deliberation.queries.ballots.objections import list_objections, read_objection
from linli.deliberation.queries.ballots.official import official_source, read_official
from linli.deliberation.queries.ballots.published_list import list_lines
from linli.deliberation.queries.ballots.results import read_result
from linli.deliberation.routes.ballots.answers import CREATES, LISTS, READS, note_repeat
from linli.deliberation.schemas.ballots.objections import (
    ObjectionAnswerIn,
    ObjectionIn,
    ObjectionOut,
    ObjectionPage,
)
from linli.deliberation.schemas.ballots.result import (
    OfficialFiguresOut,
    OfficialResultIn,
    OfficialSourceOut,
    RoundListPage,
    RoundResultOut,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/ballot-rounds/{round_id}")
Reader = Annotated[Actor, Depends(Permitted(SEE_ROUND))]


@router.post(
    "/official-result",
    operation_id="import_official_result",
    summary="Bring in the result of the official system",
    status_code=201,
    response_model=OfficialSourceOut,
    responses=CREATES,
)
async def post_official(
    round_id: UUID,
    body: OfficialResultIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(IMPORT_OFFICIAL))],
    response: Response,
) -> Row | None:
    """By question and basis, with its document; another person then counts the round."""
    note_repeat(response, is_new=await import_official(tx, actor, round_id, body))
    return await official_source(tx, round_id)


@router.get(
    "/official-result",
    operation_id="read_official_result",
    summary="The official figures beside their document, before they are counted",
    response_model=OfficialFiguresOut,
    responses=READS,
)
async def get_official(
    round_id: UUID, tx: TxDep, actor: Annotated[Actor, Depends(Permitted(IMPORT_OFFICIAL))]
) -> Row:
    """Another person than who typed them reads both, and counts the round."""
    return await read_official(tx, actor, round_id)


@router.get(
    "/result",
    operation_id="read_ballot_result",
    summary="The result, with every threshold as an exact fraction",
    response_model=RoundResultOut,
    responses=READS,
)
async def get_result(round_id: UUID, tx: TxDep, actor: Reader) -> Row:
    """For everybody from its notice on; before, for whoever counted."""
    return await read_result(tx, actor, round_id)


@router.get(
    "/list",
    operation_id="list_ballot_lines",
    summary="The published list per household, as the profile says",
    response_model=RoundListPage,
    responses=LISTS,
)
async def get_lines(round_id: UUID, tx: TxDep, actor: Reader, page: Page) -> Row:
    """Returned or not, by door; what was answered only where the procedure lists choices."""
    return await list_lines(tx, actor, round_id, page)


@router.post(
    "/objections",
    operation_id="raise_objection",
    summary="Object to a result on notice",
    status_code=201,
    response_model=ObjectionOut,
    responses=CREATES,
)
async def post_objection(
    round_id: UUID,
    body: ObjectionIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(RAISE_OBJECTION))],
    response: Response,
) -> Row:
    """Members read the words, not who wrote them; a paper's elector need not wait for a result."""
    note_repeat(response, is_new=await raise_objection(tx, actor, round_id, body))
    return await read_objection(tx, actor, body.id)


@router.get(
    "/objections",
    operation_id="list_objections",
    summary="Objections to a result and their answers",
    response_model=ObjectionPage,
    responses=LISTS,
)
async def get_objections(round_id: UUID, tx: TxDep, actor: Reader, page: Page) -> Row:
    """The oldest first."""
    return await list_objections(tx, actor, round_id, page)


@router.post(
    "/objections/{objection_id}/answer",
    operation_id="answer_objection",
    summary="Answer an objection",
    status_code=201,
    response_model=ObjectionOut,
    responses=CREATES,
)
async def post_answer(  # noqa: PLR0913, PLR0917 - path, body, answer
    round_id: UUID,
    objection_id: UUID,
    body: ObjectionAnswerIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(ANSWER_OBJECTION))],
    response: Response,
) -> Row:
    """An upheld one is followed by a recount or an annulment, each with its own reason."""
    is_new = await answer_objection(tx, actor, round_id, objection_id, body)
    note_repeat(response, is_new=is_new)
    return await read_objection(tx, actor, objection_id)
