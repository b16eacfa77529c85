"""Plans: what is to be paid where, and what others pay of it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.cost_plans.make_plan import make_plan
from linli.deliberation.actions.cost_plans.publish_plan import publish_plan
from linli.deliberation.actions.cost_plans.set_scopes import set_scopes
from linli.deliberation.permissions.cost_plans import EDIT_COST_PLANS, SEE_COST_PLANS
from linli.deliberation.queries.cost_plans.plans import list_plans, read_plan
from linli.deliberation.schemas.cost_plans.plan import (
    PlanIn,
    PlanOut,
    PlanPage,
    PublicationIn,
    ScopesIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/cost-plans", tags=["cost plans"])
Reader = Annotated[Actor, Depends(Permitted(SEE_COST_PLANS))]
Editor = Annotated[Actor, Depends(Permitted(EDIT_COST_PLANS))]


@router.get(
    "",
    operation_id="list_cost_plans",
    summary="Cost plans, the oldest first",
    response_model=PlanPage,
    responses=refusals(401, 403, 404, 422),
)
async def get_plans(tx: TxDep, actor: Reader, page: Page) -> Row:
    """Published ones; those who write them see drafts too."""
    return await list_plans(tx, actor, page)


@router.post(
    "",
    status_code=201,
    operation_id="make_cost_plan",
    summary="Make a cost plan of a project",
    response_model=PlanOut,
    responses={
        200: {"description": "The same was sent before"},
        **refusals(401, 403, 404, 409, 422),
    },
)
async def post_plan(tx: TxDep, actor: Editor, body: PlanIn, response: Response) -> Row:
    """A draft at first; say next what is to be paid where."""
    if not await make_plan(tx, actor, body):
        response.status_code = 200
    return await _read(tx, actor, body.id, response)


@router.get(
    "/{plan_id}",
    operation_id="read_cost_plan",
    summary="A plan with its scopes and schemes",
    response_model=PlanOut,
    responses=refusals(401, 403, 404),
)
async def get_plan(tx: TxDep, actor: Reader, plan_id: UUID, response: Response) -> Row:
    """Says of each scheme whether homes, totals or sources changed since it was worked out."""
    return await _read(tx, actor, plan_id, response)


@router.put(
    "/{plan_id}/scopes",
    operation_id="set_cost_scopes",
    summary="Say what is to be paid where, and who else pays",
    response_model=PlanOut,
    responses=refusals(401, 403, 404, 409, 412, 422, 428),
)
async def put_scopes(  # noqa: PLR0913, PLR0917 - an edit is all of this
    tx: TxDep, actor: Editor, plan_id: UUID, body: ScopesIn, expected: IfMatch, response: Response
) -> Row:
    """Schemes stay as they were worked out until they are recomputed."""
    await set_scopes(tx, actor, plan_id, body, expected)
    return await _read(tx, actor, plan_id, response)


@router.post(
    "/{plan_id}/publication",
    operation_id="publish_cost_plan",
    summary="Show a plan to every household",
    response_model=PlanOut,
    responses=refusals(400, 401, 403, 404, 409, 422),
)
async def post_publication(
    tx: TxDep, actor: Editor, plan_id: UUID, _body: PublicationIn, attempt: Idempotent
) -> Response:
    """Published once, it stays so; later changes are versions."""
    await attempt.begin(actor.account_id)
    await publish_plan(tx, actor, plan_id)
    plan = PlanOut.model_validate(await read_plan(tx, actor, plan_id))
    return await attempt.answer(plan)


async def _read(tx: TxDep, actor: Actor, plan_id: UUID, response: Response) -> Row:
    plan = await read_plan(tx, actor, plan_id)
    response.headers["ETag"] = etag(plan["version"])
    return plan
