"""Comparison lists: options held against criteria, with the score's working."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from linli.deliberation.actions.comparison_lists.make_list import make_list
from linli.deliberation.actions.comparison_lists.publish_list import publish_list
from linli.deliberation.actions.comparison_lists.revise_list import revise_list
from linli.deliberation.permissions.comparison_lists import (
    EDIT_COMPARISON_LISTS,
    SEE_COMPARISON_LISTS,
)
from linli.deliberation.queries.comparison_lists.lists import (
    page_lists,
    read_list,
    read_versions,
)
from linli.deliberation.schemas.comparison_lists.content import ListIn, NothingMoreIn, RevisionIn
from linli.deliberation.schemas.comparison_lists.shown import ListOut, ListPage, ListVersions
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/comparison-lists", tags=["comparison lists"])
Reader = Annotated[Actor, Depends(Permitted(SEE_COMPARISON_LISTS))]
Editor = Annotated[Actor, Depends(Permitted(EDIT_COMPARISON_LISTS))]
READS = refusals(401, 403, 404, 422)


@router.get(
    "",
    operation_id="list_comparison_lists",
    summary="Comparison lists, the oldest first",
    response_model=ListPage,
    responses=READS,
)
async def get_lists(tx: TxDep, actor: Reader, page: Page) -> Row:
    """Published ones; those who write lists or reports see drafts too."""
    return await page_lists(tx, actor, page)


@router.post(
    "",
    status_code=201,
    operation_id="make_comparison_list",
    summary="Make a comparison list",
    response_model=ListOut,
    responses={
        200: {"description": "The same was sent before"},
        **refusals(401, 403, 404, 409, 422),
    },
)
async def post_list(tx: TxDep, actor: Editor, body: ListIn, response: Response) -> Row:
    """A draft at first. Weights need the decision of a session that agreed on them."""
    if not await make_list(tx, actor, body):
        response.status_code = 200
    return await _read(tx, actor, body.id, response)


@router.get(
    "/{list_id}",
    operation_id="read_comparison_list",
    summary="A list with scores and their working",
    response_model=ListOut,
    responses=READS,
)
async def get_list(
    tx: TxDep,
    actor: Reader,
    list_id: UUID,
    response: Response,
    version: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
) -> Row:
    """The newest version unless one is named."""
    return await _read(tx, actor, list_id, response, version)


@router.put(
    "/{list_id}",
    operation_id="revise_comparison_list",
    summary="Change a list, as a new version",
    response_model=ListOut,
    responses=refusals(401, 403, 404, 412, 422, 428),
)
async def put_list(  # noqa: PLR0913, PLR0917 - an edit is all of this
    tx: TxDep, actor: Editor, list_id: UUID, body: RevisionIn, expected: IfMatch, response: Response
) -> Row:
    """What it was stays as a version, with the reason and what changed."""
    await revise_list(tx, actor, list_id, body, expected)
    return await _read(tx, actor, list_id, response)


@router.post(
    "/{list_id}/publication",
    operation_id="publish_comparison_list",
    summary="Show a list to every household",
    response_model=ListOut,
    responses=refusals(400, 401, 403, 404, 409, 422),
)
async def post_publication(
    tx: TxDep, actor: Editor, list_id: UUID, _body: NothingMoreIn, attempt: Idempotent
) -> Response:
    """Published once, it stays so; later changes are versions."""
    await attempt.begin(actor.account_id)
    await publish_list(tx, actor, list_id)
    return await attempt.answer(ListOut.model_validate(await read_list(tx, actor, list_id)))


@router.get(
    "/{list_id}/versions",
    operation_id="list_comparison_list_versions",
    summary="The versions of a list and what changed, the newest first",
    response_model=ListVersions,
    responses=READS,
)
async def get_versions(tx: TxDep, actor: Reader, list_id: UUID) -> Row:
    """Values, sources and weights, one by one."""
    return {"items": await read_versions(tx, actor, list_id)}


async def _read(
    tx: TxDep, actor: Actor, list_id: UUID, response: Response, number: int | None = None
) -> Row:
    found = await read_list(tx, actor, list_id, number)
    response.headers["ETag"] = etag(found["version"])
    return found
