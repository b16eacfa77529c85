"""Shares: every home's, one's own with the reckoning, and the check that they are right."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query, Response

from linli.deliberation.queries.cost_plans.shares import (
    check_version,
    read_home,
    read_my_homes,
    read_shares,
)
from linli.deliberation.routes.cost_plans.plans import Reader
from linli.deliberation.routes.cost_plans.schemes import READS, Number
from linli.deliberation.schemas.cost_plans.scheme import CheckOut
from linli.deliberation.schemas.cost_plans.shares import MyHomesOut, ReckonedHomeOut, SharesOut
from linli.kernel.db.transaction import Row
from linli.kernel.http.transaction import TxDep

router = APIRouter(
    prefix="/communities/{community_id}/cost-schemes/{scheme_id}", tags=["cost plans"]
)


@router.get(
    "/shares",
    operation_id="read_cost_shares",
    summary="Every home's share, or those of a building",
    responses={200: {"model": SharesOut}, **READS},
)
async def get_shares(
    tx: TxDep,
    actor: Reader,
    scheme_id: UUID,
    version: Number = None,
    building_id: Annotated[UUID | None, Query(description="Of one building only")] = None,
) -> Response:
    """By household code, without names; hardship reductions are not in it."""
    body = await read_shares(tx, actor, scheme_id, version, building_id)
    return Response(body, media_type="application/json")


@router.get(
    "/my-homes",
    operation_id="read_my_cost_shares",
    summary="What one's own homes pay, step by step",
    response_model=MyHomesOut,
    responses=READS,
)
async def get_my_homes(tx: TxDep, actor: Reader, scheme_id: UUID) -> Row:
    """Empty for who has no home here, or none that shares this cost."""
    return await read_my_homes(tx, actor, scheme_id)


@router.get(
    "/homes/{code}",
    operation_id="read_cost_share",
    summary="Any home's share, step by step",
    response_model=ReckonedHomeOut,
    responses=READS,
)
async def get_home(
    tx: TxDep,
    actor: Reader,
    scheme_id: UUID,
    code: Annotated[str, Path(max_length=60, description="The household's code")],
) -> Row:
    """Any neighbour can check every yuan; reductions are shown to the office only."""
    return await read_home(tx, actor, scheme_id, code)


@router.get(
    "/check",
    operation_id="check_cost_scheme",
    summary="Work a version out anew and hold it against its digest",
    response_model=CheckOut,
    responses=READS,
)
async def get_check(tx: TxDep, actor: Reader, scheme_id: UUID, version: Number = None) -> Row:
    """The digest also stands in the community's log since the version was saved."""
    return await check_version(tx, actor, scheme_id, version)
