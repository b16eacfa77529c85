"""Assistance visits: logging one at a time, and what was done."""

from uuid import UUID

from fastapi import APIRouter, Response

from linli.care.actions.log_assistance_visits import KIND, log_assistance_visits
from linli.care.actions.open_note import open_note
from linli.care.queries.assistance_visits import list_assistance_visits
from linli.care.routes.register_answers import CREATES, LISTS, note_repeat
from linli.care.routes.register_callers import HelpLogger, HelpSeer, NeedOpener
from linli.care.schemas.assistance_visit import (
    AssistanceVisitCreate,
    AssistanceVisitLogged,
    AssistanceVisitPage,
    NoteContent,
)
from linli.care.schemas.need import OpeningIn
from linli.kernel.attachments.declare import declare_slots, slots_of
from linli.kernel.db.transaction import Row
from linli.kernel.http.documented import refusals
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep
from linli.kernel.sync.items import SyncItem
from linli.kernel.sync.single import receipt_of

router = APIRouter(prefix="/communities/{community_id}/assistance-visits", tags=["care tasks"])


@router.post(
    "",
    operation_id="log_assistance_visit",
    summary="Log help that was given",
    status_code=201,
    response_model=AssistanceVisitLogged,
    responses=CREATES,
)
async def post_visit(
    body: AssistanceVisitCreate, tx: TxDep, actor: HelpLogger, response: Response
) -> Row:
    """A batch of one; phones that were offline send many by ``sync``."""
    files = tuple(body.attachments)
    item = SyncItem(body.id, KIND, body.happened_at, body.payload(), files)
    (verdict,) = await log_assistance_visits(tx, actor, [item])
    if verdict.problem is None:
        await declare_slots(tx, actor, KIND, {body.id: files})
    receipt = await receipt_of(tx, KIND, body.id, verdict)
    note_repeat(response, is_new=verdict.recorded is not None)
    slots = (await slots_of(tx, [body.id])).get(body.id, []) if files else []
    return {"id": body.id, "receipt": receipt, "attachments": slots}


@router.get(
    "",
    operation_id="list_assistance_visits",
    summary="What was done, without notes",
    response_model=AssistanceVisitPage,
    responses=LISTS,
)
async def get_visits(
    tx: TxDep,
    actor: HelpSeer,
    page: Page,
    care_task_id: UUID | None = None,
    household_id: UUID | None = None,
) -> Row:
    """By task or by home; leads see their buildings."""
    return await list_assistance_visits(tx, actor, page, care_task_id, household_id)


@router.post(
    "/{visit_id}/openings",
    operation_id="open_visit_note",
    summary="Open the note of a visit for a purpose",
    response_model=NoteContent,
    responses=refusals(401, 404, 410, 422),
)
async def post_opening(visit_id: UUID, body: OpeningIn, tx: TxDep, actor: NeedOpener) -> Row:
    """Who, when and why is recorded, and the person concerned can see it."""
    return await open_note(tx, actor, visit_id, body)
