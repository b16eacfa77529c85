"""The assistance register: needs, their consents, openings and ends."""

from uuid import UUID

from fastapi import APIRouter, Response

from linli.care.actions.add_consent import add_consent
from linli.care.actions.finish_need import finish_need
from linli.care.actions.log_needs import KIND, log_needs
from linli.care.actions.open_need import open_need
from linli.care.actions.pause_need import pause_need
from linli.care.actions.review_need import review_need
from linli.care.actions.strike_pause import strike_pause
from linli.care.actions.withdraw_need import withdraw_need
from linli.care.queries.needs import list_needs, read_ended, read_need
from linli.care.queries.openings import list_openings
from linli.care.routes.register_answers import CREATES, LISTS, READS, note_repeat
from linli.care.routes.register_callers import (
    NeedManager,
    NeedOpener,
    NeedRecorder,
    NeedSeer,
    NeedWithdrawer,
)
from linli.care.rules.need_words import NeedStatus
from linli.care.schemas.need import (
    ConsentIn,
    ConsentRecorded,
    EndedOut,
    EndIn,
    NeedContent,
    NeedCreate,
    NeedOut,
    NeedPage,
    NeedRegistered,
    OpeningIn,
    OpeningPage,
    PauseIn,
    ReviewIn,
    WithdrawalIn,
)
from linli.kernel import clock
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import etag
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep
from linli.kernel.sync.items import SyncItem
from linli.kernel.sync.single import receipt_of

router = APIRouter(
    prefix="/communities/{community_id}/assistance-needs", tags=["assistance register"]
)


@router.post(
    "",
    operation_id="register_need",
    summary="Register help that somebody needs",
    status_code=201,
    response_model=NeedRegistered,
    responses=CREATES,
)
async def post_need(body: NeedCreate, tx: TxDep, actor: NeedRecorder, response: Response) -> Row:
    """With the person's separate consent, or in an emergency. A batch of one; see ``sync``."""
    (verdict,) = await log_needs(tx, actor, [SyncItem(body.id, KIND, clock.now(), body.payload())])
    receipt = await receipt_of(tx, KIND, body.id, verdict)
    note_repeat(response, is_new=verdict.recorded is not None)
    return {"id": body.id, "receipt": receipt}


@router.get(
    "",
    operation_id="list_needs",
    summary="Needs, without their content",
    response_model=NeedPage,
    responses=LISTS,
)
async def get_needs(
    tx: TxDep,
    actor: NeedSeer,
    page: Page,
    status: NeedStatus | None = None,
    building_id: UUID | None = None,
) -> Row:
    """All of them for the social worker; for a building lead, that they exist."""
    return await list_needs(tx, actor, page, status, building_id)


@router.get(
    "/{need_id}",
    operation_id="read_need",
    summary="One need, without its content",
    response_model=NeedOut,
    responses=READS,
)
async def get_need(need_id: UUID, tx: TxDep, actor: NeedSeer, response: Response) -> Row:
    """As in the list."""
    need = await read_need(tx, actor, need_id)
    response.headers["ETag"] = etag(need["version"])
    return need


@router.post(
    "/{need_id}/openings",
    operation_id="open_need",
    summary="Open a need's content for a purpose",
    response_model=NeedContent,
    responses=refusals(401, 404, 410, 422),
)
async def post_opening(need_id: UUID, body: OpeningIn, tx: TxDep, actor: NeedOpener) -> Row:
    """Who, when and why is recorded, and the person concerned can see it."""
    return await open_need(tx, actor, need_id, body)


@router.get(
    "/{need_id}/openings",
    operation_id="list_openings",
    summary="Who opened what is kept of this person, when and why",
    response_model=OpeningPage,
    responses=LISTS,
)
async def get_openings(need_id: UUID, tx: TxDep, actor: NeedManager, page: Page) -> Row:
    """For the person's own record, on request; also after the need has ended."""
    return await list_openings(tx, actor, need_id, page)


@router.post(
    "/{need_id}/withdrawal",
    operation_id="withdraw_need",
    summary="Take a consent back",
    status_code=201,
    response_model=EndedOut,
    responses=CREATES,
)
async def post_withdrawal(
    need_id: UUID, body: WithdrawalIn, tx: TxDep, actor: NeedWithdrawer, response: Response
) -> Row:
    """As easy as giving it: one call. The content is erased."""
    note_repeat(response, is_new=await withdraw_need(tx, actor, need_id, body))
    return await read_ended(tx, need_id)


@router.post(
    "/{need_id}/end",
    operation_id="end_need",
    summary="End a need",
    status_code=201,
    response_model=EndedOut,
    responses=CREATES,
)
async def post_end(
    need_id: UUID, body: EndIn, tx: TxDep, actor: NeedManager, response: Response
) -> Row:
    """Help is no longer needed. The content is erased."""
    note_repeat(response, is_new=await finish_need(tx, actor, need_id, body))
    return await read_ended(tx, need_id)


@router.post(
    "/{need_id}/consents",
    operation_id="add_consent",
    summary="Record the consent that follows an emergency or renews another",
    status_code=201,
    response_model=ConsentRecorded,
    responses=CREATES,
)
async def post_consent(
    need_id: UUID, body: ConsentIn, tx: TxDep, actor: NeedRecorder, response: Response
) -> Row:
    """An emergency without one ends after 72 hours."""
    note_repeat(response, is_new=await add_consent(tx, actor, need_id, body))
    return {"id": body.id, "need_id": need_id}


@router.post(
    "/{need_id}/reviews",
    operation_id="review_need",
    summary="Note that a need is still there, with new dates",
    status_code=201,
    response_model=NeedOut,
    responses=CREATES,
)
async def post_review(
    need_id: UUID, body: ReviewIn, tx: TxDep, actor: NeedManager, response: Response
) -> Row:
    """Takes the review off the social worker's list."""
    note_repeat(response, is_new=await review_need(tx, actor, need_id, body))
    return await read_need(tx, actor, need_id)


@router.post(
    "/{need_id}/pauses",
    operation_id="pause_need",
    summary="Let recurring help rest for some days",
    status_code=201,
    response_model=NeedOut,
    responses=CREATES,
)
async def post_pause(
    need_id: UUID, body: PauseIn, tx: TxDep, actor: NeedManager, response: Response
) -> Row:
    """What was planned on these days is taken off."""
    note_repeat(response, is_new=await pause_need(tx, actor, need_id, body))
    return await read_need(tx, actor, need_id)


@router.post(
    "/{need_id}/pauses/{pause_id}/removal",
    operation_id="strike_need_pause",
    summary="Strike a pause of recurring help",
    response_model=NeedOut,
    responses=refusals(400, 401, 404, 409, 422),
)
async def post_pause_removal(
    need_id: UUID, pause_id: UUID, tx: TxDep, actor: NeedManager, attempt: Idempotent
) -> Response:
    """What was taken off from today on is planned again."""
    await attempt.begin(actor.account_id)
    await strike_pause(tx, actor, need_id, pause_id)
    return await attempt.answer(await read_need(tx, actor, need_id))
