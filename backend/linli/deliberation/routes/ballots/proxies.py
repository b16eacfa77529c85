"""Written proxies."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.ballots.authorize_proxy import authorize_proxy
from linli.deliberation.actions.ballots.revoke_proxy import revoke_proxy
from linli.deliberation.permissions.ballots import RECORD_PROXY
from linli.deliberation.queries.ballots.ledger import list_proxies, read_proxy
from linli.deliberation.routes.ballots.answers import CREATES, LISTS, note_repeat
from linli.deliberation.schemas.ballots.ledger import (
    ProxyIn,
    ProxyOut,
    ProxyPage,
    ProxyRevocationIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/ballot-rounds/{round_id}/proxies")
Recorder = Annotated[Actor, Depends(Permitted(RECORD_PROXY))]


@router.post(
    "",
    operation_id="record_proxy",
    summary="Record a written proxy",
    status_code=201,
    response_model=ProxyOut,
    responses=CREATES,
)
async def post_proxy(
    round_id: UUID, body: ProxyIn, tx: TxDep, actor: Recorder, response: Response
) -> Row:
    """With its document. Refused beyond the limit that the city's procedure sets a holder."""
    note_repeat(response, is_new=await authorize_proxy(tx, actor, round_id, body))
    return await read_proxy(tx, round_id, body.id)


@router.get(
    "",
    operation_id="list_proxies",
    summary="Written proxies and whether they stand",
    response_model=ProxyPage,
    responses=LISTS,
)
async def get_proxies(round_id: UUID, tx: TxDep, actor: Recorder, page: Page) -> Row:
    """Within one's buildings, in the order of recording."""
    return await list_proxies(tx, actor, round_id, page)


@router.post(
    "/{proxy_id}/revocation",
    operation_id="revoke_proxy",
    summary="Record that an elector takes a proxy back",
    status_code=201,
    response_model=ProxyOut,
    responses=CREATES,
)
async def post_revocation(  # noqa: PLR0913, PLR0917 - path, body, answer
    round_id: UUID,
    proxy_id: UUID,
    body: ProxyRevocationIn,
    tx: TxDep,
    actor: Recorder,
    response: Response,
) -> Row:
    """A ballot cast under it no longer counts."""
    note_repeat(response, is_new=await revoke_proxy(tx, actor, round_id, proxy_id, body))
    return await read_proxy(tx, round_id, proxy_id)
