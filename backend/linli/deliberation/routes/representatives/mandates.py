"""Mandates: who speaks for whom, appointments, recalls, resignations."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

from linli.deliberation.actions.representatives.appoint import appoint
from linli.deliberation.actions.representatives.recall import recall
from linli.deliberation.actions.representatives.resign import resign
from linli.deliberation.actions.representatives.show_phone import show_phone
from linli.deliberation.permissions.representatives import (
    GIVE_MANDATE_BACK,
    KEEP_MANDATE,
    MINUTE_ASSEMBLY,
    SEE_REPRESENTATIVES,
)
from linli.deliberation.queries.representatives.assemblies import read_assembly
from linli.deliberation.queries.representatives.mandates import page_mandates, read_mandate
from linli.deliberation.queries.representatives.voices import read_my_voices
from linli.deliberation.schemas.representatives.mandate import (
    AppointmentIn,
    AssemblyOut,
    MandateOut,
    MandatePage,
    MyVoices,
    ReachIn,
    RecallIn,
    ResignationIn,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep

router = APIRouter(tags=["representatives"])

CREATES = {200: {"description": "The same was sent before"}, **refusals(401, 403, 404, 409, 422)}
READS = refusals(401, 403, 404)
LISTS = refusals(401, 403, 404, 422)
CHANGES = refusals(400, 401, 403, 404, 409, 422)
Seer = Annotated[Actor, Depends(Permitted(SEE_REPRESENTATIVES))]
Keeper = Annotated[Actor, Depends(Permitted(KEEP_MANDATE))]
Resigning = Annotated[Actor, Depends(Permitted(GIVE_MANDATE_BACK))]
Minuter = Annotated[Actor, Depends(Permitted(MINUTE_ASSEMBLY))]


@router.get(
    "/my-representatives",
    operation_id="read_my_representatives",
    summary="Who speaks for the caller's homes, and how to reach them",
    response_model=MyVoices,
    responses=LISTS,
)
async def get_my_representatives(tx: TxDep, actor: Seer) -> Row:
    """Building by building; empty for who has no home here."""
    return await read_my_voices(tx, actor)


@router.get(
    "/mandates",
    operation_id="list_mandates",
    summary="Who speaks and spoke for which building",
    response_model=MandatePage,
    responses=LISTS,
)
async def get_mandates(tx: TxDep, actor: Seer, page: Page, building_id: UUID | None = None) -> Row:
    """By building and beginning, those that are over as well."""
    return await page_mandates(tx, actor, building_id, page)


@router.post(
    "/mandates",
    operation_id="appoint_representative",
    summary="Enter that a building's assembly appointed its representative",
    status_code=201,
    response_model=MandateOut,
    responses=CREATES,
)
async def post_mandate(body: AppointmentIn, tx: TxDep, actor: Minuter, response: Response) -> Row:
    """More than half of the homes took part, more than half of those agreed; with minutes."""
    _note_repeat(response, is_new=await appoint(tx, actor, body))
    return await _answer(tx, actor, body.id, response)


def _note_repeat(response: Response, *, is_new: bool) -> None:
    if not is_new:
        response.status_code = 200


async def _answer(tx: Tx, actor: Actor, mandate_id: UUID, response: Response) -> Row:
    mandate = await read_mandate(tx, actor, mandate_id)
    response.headers["ETag"] = etag(mandate["version"])
    return mandate


@router.get(
    "/mandates/{mandate_id}",
    operation_id="read_mandate",
    summary="One mandate",
    response_model=MandateOut,
    responses=READS,
)
async def get_mandate(mandate_id: UUID, tx: TxDep, actor: Seer, response: Response) -> Row:
    """With an ETag, for changing the number shown."""
    return await _answer(tx, actor, mandate_id, response)


@router.post(
    "/mandates/{mandate_id}/recall",
    operation_id="recall_representative",
    summary="Enter that a building's assembly recalled its representative",
    status_code=201,
    response_model=MandateOut,
    responses=CREATES,
)
async def post_recall(
    mandate_id: UUID, body: RecallIn, tx: TxDep, actor: Minuter, response: Response
) -> Row:
    """Those who elect can recall, at any time. A substitute takes over at once."""
    _note_repeat(response, is_new=await recall(tx, actor, mandate_id, body))
    return await _answer(tx, actor, mandate_id, response)


@router.post(
    "/mandates/{mandate_id}/resignation",
    operation_id="resign_mandate",
    summary="Give one's own mandate back",
    response_model=MandateOut,
    responses=CHANGES,
)
async def post_resignation(
    mandate_id: UUID, body: ResignationIn, tx: TxDep, actor: Resigning, attempt: Idempotent
) -> Response:
    """A substitute takes over at once; the one who resigns signs in again without the role."""
    await attempt.begin(actor.account_id)
    await resign(tx, actor, mandate_id, body.reason)
    mandate = MandateOut.model_validate(await read_mandate(tx, actor, mandate_id))
    answer = await attempt.answer(mandate)
    answer.headers["ETag"] = etag(mandate.version)
    return answer


@router.put(
    "/mandates/{mandate_id}/phone",
    operation_id="show_phone",
    summary="Show neighbours a number to call, or take it down",
    response_model=MandateOut,
    responses=refusals(401, 403, 404, 409, 412, 422, 428),
)
async def put_phone(  # noqa: PLR0913, PLR0917 - what FastAPI hands in
    mandate_id: UUID,
    body: ReachIn,
    tx: TxDep,
    actor: Keeper,
    version: IfMatch,
    response: Response,
) -> Row:
    """Only its owner puts a number there."""
    await show_phone(tx, actor, mandate_id, body.phone, version)
    return await _answer(tx, actor, mandate_id, response)


@router.get(
    "/building-assemblies/{assembly_id}",
    operation_id="read_building_assembly",
    summary="Minutes of a building's assembly",
    response_model=AssemblyOut,
    responses=READS,
)
async def get_assembly(assembly_id: UUID, tx: TxDep, actor: Seer) -> Row:
    """For those of the building and the office."""
    return await read_assembly(tx, actor, assembly_id)
