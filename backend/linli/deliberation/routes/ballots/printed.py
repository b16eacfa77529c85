"""Ballots to print."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from linli.deliberation.permissions.ballots import DELIVER_BALLOT
from linli.deliberation.queries.ballots.electors import list_electors
from linli.deliberation.routes.ballots.answers import LISTS
from linli.deliberation.schemas.ballots.printed import PrintedBallotPage
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.address import address_of
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.qr import qr_svg
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/ballot-rounds/{round_id}")
SHOWN = ("elector_id", "code", "doors", "area_dm2")


@router.get(
    "/printed-ballots",
    operation_id="list_printed_ballots",
    summary="Ballots to print, each with its code to scan",
    response_model=PrintedBallotPage,
    responses=LISTS,
)
async def get_printed(  # noqa: PLR0913, PLR0917 - which building, which part
    round_id: UUID,
    building_id: UUID,
    request: Request,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(DELIVER_BALLOT))],
    page: Page,
) -> Row:
    """One building, within one's reach, in the order of its doors."""
    found = await list_electors(tx, actor, round_id, page, building_id, None, missing=False)
    here = f"{address_of(request)}/#/deliberation/ballots/{round_id}/papers/new?code="
    items = [
        {**{name: row[name] for name in SHOWN}, "qr_svg": qr_svg(here + row["code"])}
        for row in found["items"]
    ]
    return {**found, "items": items}
