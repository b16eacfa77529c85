"""Site visits: what neighbours saw on the spot, and who stands for it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.comparison_lists.report_visit import report_visit
from linli.deliberation.actions.comparison_lists.sign_report import sign_report
from linli.deliberation.permissions.comparison_lists import REPORT_SITE_VISIT
from linli.deliberation.queries.comparison_lists.site_visits import read_report, reports_of
from linli.deliberation.routes.comparison_lists.lists import READS, Reader
from linli.deliberation.schemas.comparison_lists.site_visit import (
    ReportIn,
    ReportList,
    ReportOut,
    SignatureIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}", tags=["comparison lists"])
Visitor = Annotated[Actor, Depends(Permitted(REPORT_SITE_VISIT))]
CREATES = {
    200: {"description": "The same was sent before"},
    **refusals(401, 403, 404, 409, 422),
}


@router.get(
    "/comparison-lists/{list_id}/site-visit-reports",
    operation_id="list_site_visit_reports",
    summary="Site-visit reports of a list, the oldest visit first",
    response_model=ReportList,
    responses=READS,
)
async def get_reports(tx: TxDep, actor: Reader, list_id: UUID) -> Row:
    """With photos and signatures."""
    return {"items": await reports_of(tx, actor, list_id)}


@router.post(
    "/comparison-lists/{list_id}/site-visit-reports",
    status_code=201,
    operation_id="report_site_visit",
    summary="Report what was seen of an option",
    response_model=ReportOut,
    responses=CREATES,
)
async def post_report(
    tx: TxDep, actor: Visitor, list_id: UUID, body: ReportIn, response: Response
) -> Row:
    """Photos follow by their hash. A report is never changed; another may follow it."""
    if not await report_visit(tx, actor, list_id, body):
        response.status_code = 200
    return await read_report(tx, actor, body.id)


@router.post(
    "/site-visit-reports/{report_id}/signatures",
    status_code=201,
    operation_id="sign_site_visit_report",
    summary="Stand for a report with one's name",
    response_model=ReportOut,
    responses=CREATES,
)
async def post_signature(
    tx: TxDep, actor: Visitor, report_id: UUID, body: SignatureIn, response: Response
) -> Row:
    """Drawn on the phone, or the typed name with the time."""
    if not await sign_report(tx, actor, report_id, body):
        response.status_code = 200
    return await read_report(tx, actor, report_id)
