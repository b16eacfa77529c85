"""A person's own record: what is kept, who opened it, and taking the consent back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.care.actions.end_need import Ending
from linli.care.actions.end_once import end_once
from linli.care.actions.link_person import link_person, require_need, unlink_person
from linli.care.actions.open_need import open_need
from linli.care.permissions.register import OPEN_OWN_RECORD, SEE_OWN_RECORD, WITHDRAW_OWN_NEED
from linli.care.queries.needs import read_ended
from linli.care.queries.openings import list_openings
from linli.care.queries.own_record import accounts_of_person, own_need, own_record
from linli.care.routes.register_answers import CREATES, LISTS, READS, note_repeat
from linli.care.routes.register_callers import NeedManager
from linli.care.schemas.need import EndedOut, NeedContent, OpeningIn, OpeningPage
from linli.care.schemas.own_record import (
    NothingSaidIn,
    OwnRecordOut,
    OwnWithdrawalIn,
    PersonAccountIn,
    PersonAccountList,
)
from linli.community.public import accounts_of_households
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}", tags=["assistance register"])
OWN = "/me/record"
OwnSeer = Annotated[Actor, Depends(Permitted(SEE_OWN_RECORD))]
OwnOpener = Annotated[Actor, Depends(Permitted(OPEN_OWN_RECORD))]
OwnWithdrawer = Annotated[Actor, Depends(Permitted(WITHDRAW_OWN_NEED))]


@router.get(
    OWN,
    operation_id="read_own_record",
    summary="What the register keeps about me",
    response_model=OwnRecordOut,
    responses=READS,
)
async def get_own_record(tx: TxDep, actor: OwnSeer) -> Row:
    """Also about whom I am guardian of, and what has ended. Empty where nothing is kept."""
    return {"items": await own_record(tx, actor), "next": None}


@router.get(
    OWN + "/{need_id}/openings",
    operation_id="list_own_openings",
    summary="Who opened what is kept about me, when and why",
    response_model=OpeningPage,
    responses=LISTS,
)
async def get_own_openings(need_id: UUID, tx: TxDep, actor: OwnSeer, page: Page) -> Row:
    """The oldest first; also what I opened myself."""
    await own_need(tx, actor, need_id)
    return await list_openings(tx, actor, need_id, page)


@router.post(
    OWN + "/{need_id}/openings",
    operation_id="open_own_need",
    summary="Read what is kept about me",
    response_model=NeedContent,
    responses=refusals(401, 403, 404, 410, 422),
)
async def post_own_opening(need_id: UUID, body: OpeningIn, tx: TxDep, actor: OwnOpener) -> Row:
    """An opening like every other: it stands in the list."""
    await own_need(tx, actor, need_id)
    return await open_need(tx, actor, need_id, body, OPEN_OWN_RECORD)


@router.post(
    OWN + "/{need_id}/withdrawal",
    operation_id="withdraw_own_need",
    summary="Take my consent back",
    status_code=201,
    response_model=EndedOut,
    responses=CREATES,
)
async def post_own_withdrawal(
    need_id: UUID, body: OwnWithdrawalIn, tx: TxDep, actor: OwnWithdrawer, response: Response
) -> Row:
    """One call, as giving it was (PIPL 15). The content is erased."""
    need = await own_need(tx, actor, need_id)
    ending = Ending(body.id, "withdrawn", actor.account_id, "own_phone")
    note_repeat(response, is_new=await end_once(tx, need, ending))
    return await read_ended(tx, need_id)


@router.get(
    "/assistance-needs/{need_id}/accounts",
    operation_id="list_person_accounts",
    summary="Who sees the record of this person on their phone, and who could",
    response_model=PersonAccountList,
    responses=READS,
)
async def get_person_accounts(need_id: UUID, tx: TxDep, _actor: NeedManager) -> Row:
    """Those who could are at home behind the same door."""
    return await _accounts(tx, need_id)


@router.post(
    "/assistance-needs/{need_id}/accounts",
    operation_id="link_person_account",
    summary="Say that an account is this person's own, or their guardian's",
    status_code=201,
    response_model=PersonAccountList,
    responses=CREATES,
)
async def post_person_account(
    need_id: UUID, body: PersonAccountIn, tx: TxDep, actor: NeedManager, response: Response
) -> Row:
    """The person then sees their record, who opened it, and can take the consent back."""
    note_repeat(response, is_new=await link_person(tx, actor, need_id, body))
    return await _accounts(tx, need_id)


@router.post(
    "/assistance-needs/{need_id}/accounts/{link_id}/ending",
    operation_id="unlink_person_account",
    summary="Say that an account is not this person's",
    response_model=PersonAccountList,
    responses=refusals(401, 403, 404, 422),
)
async def post_person_account_ending(
    need_id: UUID, link_id: UUID, _body: NothingSaidIn, tx: TxDep, actor: NeedManager
) -> Row:
    """Doing so again changes nothing."""
    await unlink_person(tx, actor, need_id, link_id)
    return await _accounts(tx, need_id)


async def _accounts(tx: Tx, need_id: UUID) -> Row:
    need = await require_need(tx, need_id)
    linked = await accounts_of_person(tx, need["person_id"])
    behind = {row["account_id"] for row in await accounts_of_households(tx, [need["household_id"]])}
    names = await names_of(tx, behind)
    free = sorted(behind - {row["account_id"] for row in linked})
    candidates = [{"account_id": each, "account_name": names.get(each, "")} for each in free]
    return {"items": linked, "candidates": candidates, "next": None}
