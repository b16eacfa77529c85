"""Schemes: ways to share a plan's cost, each in its versions."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from linli.deliberation.actions.cost_plans.preview_scheme import preview_scheme
from linli.deliberation.actions.cost_plans.recompute_scheme import recompute_scheme
from linli.deliberation.actions.cost_plans.revise_scheme import revise_scheme
from linli.deliberation.actions.cost_plans.save_scheme import save_scheme
from linli.deliberation.permissions.cost_plans import SEE_REDUCTIONS
from linli.deliberation.queries.cost_plans.comparison import compare_schemes
from linli.deliberation.queries.cost_plans.schemes import (
    find_version,
    list_versions,
    read_scheme,
    reductions_of,
)
from linli.deliberation.routes.cost_plans.plans import Editor, Reader
from linli.deliberation.schemas.cost_plans.scheme import (
    PreviewOut,
    ReductionList,
    RulesIn,
    SchemeIn,
    SchemeOut,
    VersionList,
)
from linli.deliberation.schemas.cost_plans.shares import ComparisonOut
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep
from linli.kernel.packing import json_response

router = APIRouter(prefix="/communities/{community_id}", tags=["cost plans"])
Number = Annotated[
    int | None, Query(ge=1, le=1_000_000, description="Of a version; the newest unless named")
]
_ONE: dict[int | str, dict[str, Any]] = {200: {"model": SchemeOut}}
EDITS = refusals(401, 403, 404, 409, 412, 422, 428)
READS = refusals(401, 403, 404, 422)


@router.post(
    "/cost-plans/{plan_id}/scheme-previews",
    operation_id="preview_cost_scheme",
    summary="What a scheme would come to",
    response_model=PreviewOut,
    responses=refusals(401, 403, 404, 422),
)
async def post_preview(tx: TxDep, actor: Editor, plan_id: UUID, body: RulesIn) -> Row:
    """Nothing is kept."""
    return await preview_scheme(tx, actor, plan_id, body)


@router.post(
    "/cost-plans/{plan_id}/schemes",
    status_code=201,
    operation_id="save_cost_scheme",
    summary="Save a scheme and work out every home's share",
    responses={**_ONE, 201: {"model": SchemeOut}, **refusals(401, 403, 404, 409, 422)},
)
async def post_scheme(tx: TxDep, actor: Editor, plan_id: UUID, body: SchemeIn) -> Response:
    """The shares are kept with the homes they were worked out from."""
    is_new = await save_scheme(tx, actor, plan_id, body)
    return await _told(tx, actor, body.id, status=201 if is_new else 200)


@router.get(
    "/cost-schemes/{scheme_id}",
    operation_id="read_cost_scheme",
    summary="A scheme: its rules, its spread, its storeys",
    responses={**_ONE, **READS},
)
async def get_scheme(tx: TxDep, actor: Reader, scheme_id: UUID, version: Number = None) -> Response:
    """The ETag is the newest version's."""
    return await _told(tx, actor, scheme_id, version)


@router.put(
    "/cost-schemes/{scheme_id}",
    operation_id="revise_cost_scheme",
    summary="Share otherwise, as a new version",
    responses={**_ONE, **EDITS},
)
async def put_scheme(
    tx: TxDep, actor: Editor, scheme_id: UUID, body: RulesIn, expected: IfMatch
) -> Response:
    """Refused once a ballot has adopted a scheme of the plan."""
    await revise_scheme(tx, actor, scheme_id, body, expected)
    return await _told(tx, actor, scheme_id)


@router.post(
    "/cost-schemes/{scheme_id}/recomputation",
    operation_id="recompute_cost_scheme",
    summary="Work a scheme out anew from today's roster, as a new version",
    responses={**_ONE, **EDITS, **refusals(400)},
)
async def post_recomputation(
    tx: TxDep, actor: Editor, scheme_id: UUID, expected: IfMatch, attempt: Idempotent
) -> Response:
    """A roster that changes never changes shares by itself."""
    await attempt.begin(actor.account_id)
    await recompute_scheme(tx, actor, scheme_id, expected)
    scheme = await read_scheme(tx, actor, scheme_id)
    version = etag(scheme.pop("newest_number"))
    answer = await attempt.answer(scheme)
    answer.headers["ETag"] = version
    return answer


@router.get(
    "/cost-schemes/{scheme_id}/versions",
    operation_id="list_cost_scheme_versions",
    summary="The versions of a scheme, the newest first",
    response_model=VersionList,
    responses=READS,
)
async def get_versions(tx: TxDep, actor: Reader, scheme_id: UUID) -> Row:
    """Earlier ones stay as they were."""
    return {"items": await list_versions(tx, actor, scheme_id)}


@router.get(
    "/cost-schemes/{scheme_id}/comparison",
    operation_id="compare_cost_schemes",
    summary="Who gains and who loses against another scheme",
    response_model=ComparisonOut,
    responses=refusals(401, 403, 404, 409, 422),
)
async def get_comparison(
    tx: TxDep,
    actor: Reader,
    scheme_id: UUID,
    other: Annotated[UUID, Query(description="The scheme that would take its place")],
) -> Row:
    """Both in their newest versions; shares before reductions."""
    return await compare_schemes(tx, actor, scheme_id, other)


@router.get(
    "/cost-schemes/{scheme_id}/reductions",
    operation_id="list_cost_reductions",
    summary="Hardship reductions of a scheme",
    response_model=ReductionList,
    responses=READS,
)
async def get_reductions(
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(SEE_REDUCTIONS))],
    scheme_id: UUID,
    version: Number = None,
) -> Row:
    """For the office: everybody else sees payers and sums."""
    found = await find_version(tx, actor, scheme_id, version)
    return {"items": await reductions_of(tx, found["version_id"])}


async def _told(
    tx: TxDep, actor: Actor, scheme_id: UUID, number: int | None = None, status: int = 200
) -> Response:
    """Without a model in between: the storeys and scopes of a large plan are many."""
    scheme = await read_scheme(tx, actor, scheme_id, number)
    return json_response(scheme, status, {"ETag": etag(scheme.pop("newest_number"))})
