"""Whose home is whose."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.community.actions.add_household_member import add_household_member
from linli.community.actions.end_household_member import end_household_member
from linli.community.permissions import (
    ADD_HOUSEHOLD_MEMBER,
    END_HOUSEHOLD_MEMBER,
    READ_HOUSEHOLD_MEMBERS,
)
from linli.community.queries.household_members_seen import members_of_household, my_homes
from linli.community.routes.access import Member
from linli.community.schemas.household_members import (
    HomeList,
    HouseholdMemberIn,
    HouseholdMemberList,
    HouseholdMemberOut,
    MemberEndingIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}", tags=["community"])


@router.get(
    "/households/{household_id}/members",
    operation_id="list_household_members",
    summary="Who has an account in a household",
    response_model=HouseholdMemberList,
    responses=refusals(401, 403, 404, 422, 503),
)
async def get_members(
    household_id: UUID,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(READ_HOUSEHOLD_MEMBERS))],
) -> Row:
    """Those who are at home there now first, then those who were."""
    return {"items": await members_of_household(tx, actor, household_id), "next": None}


@router.post(
    "/households/{household_id}/members",
    operation_id="add_household_member",
    summary="Say that an account is at home in a household",
    status_code=201,
    response_model=HouseholdMemberOut,
    responses={200: {"model": HouseholdMemberOut}, **refusals(401, 403, 404, 409, 422, 503)},
)
async def post_member(
    household_id: UUID,
    body: HouseholdMemberIn,
    response: Response,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(ADD_HOUSEHOLD_MEMBER))],
) -> Row:
    """With an ``owner_id`` the account may vote for that owner; who adds it has verified it."""
    row, is_new = await add_household_member(tx, actor, household_id, body)
    response.status_code = 201 if is_new else 200
    return row


@router.post(
    "/household-members/{member_id}/ending",
    operation_id="end_household_member",
    summary="Say that an account is at home there no more",
    response_model=HouseholdMemberOut,
    responses=refusals(401, 403, 404, 422, 503),
)
async def post_ending(
    member_id: UUID,
    body: MemberEndingIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(END_HOUSEHOLD_MEMBER))],
) -> Row:
    """The vote ends with it. Doing so again changes nothing."""
    return await end_household_member(tx, actor, member_id, body.reason)


@router.get(
    "/me/homes",
    operation_id="list_my_homes",
    summary="My own homes",
    response_model=HomeList,
    responses=refusals(401, 403, 404, 422, 503),
)
async def get_my_homes(tx: TxDep, actor: Member) -> Row:
    """Where I am at home, as what, and whether I may vote for it."""
    return {"items": await my_homes(tx, actor), "next": None}
