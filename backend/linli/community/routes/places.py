"""The community, its buildings and its households."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from linli.community.actions.edit_household import edit_household
from linli.community.queries.buildings import list_buildings
from linli.community.queries.communities import read_community
from linli.community.queries.household import read_household
from linli.community.queries.households import page_households
from linli.community.queries.picture import BARE_PICTURE, read_picture
from linli.community.routes.access import HouseholdEditor, HouseholdReader, Member
from linli.community.schemas.places import (
    BuildingListOut,
    CommunityOut,
    HouseholdDetailOut,
    HouseholdIn,
    HouseholdListOut,
    PictureOut,
)
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.fields import Search
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep
from linli.kernel.packing import json_response

router = APIRouter(prefix="/communities/{community_id}", tags=["community"])
JSON = "application/json"


async def _filters(
    building_id: UUID | None = None,
    stairwell_id: UUID | None = None,
    q: Annotated[Search | None, Query(description="Part of a code")] = None,
) -> dict[str, UUID | str | None]:
    return {"building_id": building_id, "stairwell_id": stairwell_id, "q": q}


Filters = Annotated[dict[str, UUID | str | None], Depends(_filters)]


@router.get(
    "",
    operation_id="read_community",
    summary="The community",
    responses={200: {"model": CommunityOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_community(tx: TxDep, actor: Member) -> Response:
    """Name, time zone and the epoch of its log."""
    return json_response(await read_community(tx, actor))


@router.get(
    "/buildings",
    operation_id="list_buildings",
    summary="Buildings with stairwells and counts",
    responses={200: {"model": BuildingListOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_buildings(tx: TxDep, actor: Member) -> Response:
    """All buildings in the order of their codes."""
    return json_response({"items": await list_buildings(tx, actor), "next": None})


@router.get(
    "/buildings/{building_id}/picture",
    operation_id="read_building_picture",
    summary="A building as floors × doors",
    responses={200: {"model": PictureOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_picture(tx: TxDep, actor: HouseholdReader, building_id: UUID) -> Response:
    """The bare picture: every door is marked with how the home is used."""
    picture = await read_picture(tx, actor, BARE_PICTURE, building_id)
    return Response(picture, media_type=JSON)


@router.get(
    "/households",
    operation_id="list_households",
    summary="Households in the order of their codes",
    responses={200: {"model": HouseholdListOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_households(
    tx: TxDep, actor: HouseholdReader, page: Page, filters: Filters
) -> Response:
    """One page; leads and representatives see their own buildings."""
    return Response(await page_households(tx, actor, page, **filters), media_type=JSON)


@router.get(
    "/households/{household_id}",
    operation_id="read_household",
    summary="A household with owners and residents",
    responses={200: {"model": HouseholdDetailOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_household(tx: TxDep, actor: HouseholdReader, household_id: UUID) -> Response:
    """Names are masked for those who need not know them, phone numbers for everyone."""
    household = await read_household(tx, actor, household_id)
    return json_response(household, headers={"ETag": etag(household["version"])})


@router.patch(
    "/households/{household_id}",
    operation_id="edit_household",
    summary="Correct a household",
    responses={
        200: {"model": HouseholdDetailOut},
        **refusals(401, 403, 404, 412, 422, 428, 503),
    },
)
async def patch_household(
    tx: TxDep, actor: HouseholdEditor, household_id: UUID, body: HouseholdIn, expected: IfMatch
) -> Response:
    """Area, use and number of people; what is left out stays."""
    household = await edit_household(tx, actor, household_id, body, expected)
    return json_response(household, headers={"ETag": etag(household["version"])})
