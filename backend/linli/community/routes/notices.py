"""Public notices."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from linli.community.actions.publish_notice import publish_notice
from linli.community.queries.notices import page_notices, read_notice
from linli.community.routes.access import Announcer, Member
from linli.community.schemas.handbook import NoticeIn, NoticeListOut, NoticeOut
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep
from linli.kernel.packing import json_response

router = APIRouter(prefix="/communities/{community_id}/public-notices", tags=["notices"])


@router.get(
    "",
    operation_id="list_public_notices",
    summary="Public notices, the oldest first",
    responses={200: {"model": NoticeListOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_notices(
    tx: TxDep,
    actor: Member,
    page: Page,
    *,
    current: Annotated[bool, Query(description="Only those shown today")] = False,
) -> Response:
    """One page of notices; today is the community's own."""
    return json_response(await page_notices(tx, actor, page, current=current))


@router.post(
    "",
    status_code=201,
    operation_id="publish_notice",
    summary="Publish a notice",
    responses={
        200: {"model": NoticeOut},
        201: {"model": NoticeOut},
        **refusals(401, 403, 404, 409, 422, 503),
    },
)
async def post_notice(tx: TxDep, actor: Announcer, body: NoticeIn) -> Response:
    """Shown from its first day to its last."""
    created = await publish_notice(tx, actor, body)
    return json_response(await read_notice(tx, actor, body.id), 201 if created else 200)
