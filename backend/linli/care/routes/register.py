"""Around the register: its picture, figures, duties, calendar and the file of it."""

from functools import partial
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from linli.care.actions.export_register import export_register
from linli.care.actions.remove_holiday import remove_holiday
from linli.care.actions.set_holiday import set_holiday
from linli.care.actions.settle_duty import settle_duty
from linli.care.files.register_xlsx import RegisterFile, register_xlsx
from linli.care.queries.holidays import list_holidays, read_holiday
from linli.care.queries.needs_picture import read_needs_picture
from linli.care.queries.register_duties import list_duties
from linli.care.queries.register_export import read_export, read_made_export
from linli.care.queries.register_statistics import read_statistics
from linli.care.routes.register_answers import CREATES, LISTS, READS, note_repeat
from linli.care.routes.register_callers import (
    DutySettler,
    Exporter,
    HolidaySeer,
    HolidaySetter,
    PictureReader,
    StatisticsReader,
)
from linli.care.rules.need_words import DutyKind
from linli.care.schemas.picture import PictureOut
from linli.care.schemas.register import (
    DutyPage,
    DutySettled,
    ExportIn,
    ExportOut,
    HolidayIn,
    HolidayList,
    HolidayOut,
    StatisticsOut,
)
from linli.kernel.db.transaction import Row
from linli.kernel.http.answers import text_of
from linli.kernel.http.documented import refusals
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}", tags=["assistance register"])

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get(
    "/care/needs-picture",
    operation_id="read_needs_picture",
    summary="A building, each door marked where there is a need",
    responses={200: {"model": PictureOut}, **LISTS},
)
async def get_needs_picture(building_id: UUID, tx: TxDep, actor: PictureReader) -> Response:
    """The marks are ``urgent``, ``need`` and ``none``."""
    picture = await read_needs_picture(tx, actor, building_id)
    return Response(picture, media_type="application/json")


@router.get(
    "/assistance-statistics",
    operation_id="read_assistance_statistics",
    summary="Active needs in figures, without small groups",
    response_model=StatisticsOut,
    responses=READS,
)
async def get_statistics(tx: TxDep, actor: StatisticsReader) -> Row:
    """``null`` where a figure, alone or with the others, could give somebody away."""
    return await read_statistics(tx, actor)


@router.get(
    "/register-duties",
    operation_id="list_register_duties",
    summary="What waits for the social worker",
    response_model=DutyPage,
    responses=LISTS,
)
async def get_duties(
    tx: TxDep, actor: DutySettler, page: Page, kind: DutyKind | None = None
) -> Row:
    """Reviews and consents that are due, help that did not come, visits to follow up."""
    return await list_duties(tx, actor, page, kind)


@router.post(
    "/register-duties/{duty_id}/settlement",
    operation_id="settle_register_duty",
    summary="Tick off what was seen to elsewhere",
    response_model=DutySettled,
    responses=refusals(400, 401, 404, 409, 422),
)
async def post_settlement(
    duty_id: UUID, tx: TxDep, actor: DutySettler, attempt: Idempotent
) -> Response:
    """Reviews, consents and late tasks are settled by doing them."""
    await attempt.begin(actor.account_id)
    settled_at = await settle_duty(tx, actor, duty_id)
    return await attempt.answer({"id": duty_id, "settled_at": settled_at})


@router.post(
    "/assistance-register-exports",
    operation_id="export_register",
    summary="Take the register out as a file",
    status_code=201,
    response_model=ExportOut,
    responses=CREATES,
)
async def post_export(body: ExportIn, tx: TxDep, actor: Exporter, response: Response) -> Row:
    """Opens every active need on record; the file can be fetched for ten minutes."""
    note_repeat(response, is_new=await export_register(tx, actor, body))
    return await read_made_export(tx, actor, body.id)


@router.get(
    "/assistance-register.xlsx",
    operation_id="fetch_register",
    summary="The file of an export",
    response_class=Response,
    responses={
        200: {"content": {XLSX: {"schema": {"type": "string", "format": "binary"}}}},
        **refusals(401, 404, 410, 422),
    },
)
async def get_register(
    export_id: Annotated[UUID, Query(description="What was answered to the export")],
    tx: TxDep,
    actor: Exporter,
) -> Response:
    """Marked with who took it out and when; only for the one who did."""
    export = await read_export(tx, actor, export_id)
    file = RegisterFile(actor.display_name, export["at"], export["purpose"], export["needs"])
    packed = register_xlsx(file, partial(text_of, actor.language, values={}))
    headers = {
        "Content-Disposition": 'attachment; filename="assistance-register.xlsx"',
        "Cache-Control": "no-store",
    }
    return Response(packed, 200, headers, XLSX)


@router.get(
    "/care-holidays",
    operation_id="list_care_holidays",
    summary="Days on which recurring help rests",
    response_model=HolidayList,
    responses=refusals(401, 403, 404, 422),
)
async def get_holidays(tx: TxDep, actor: HolidaySeer, page: Page) -> Row:
    """The earliest first."""
    return await list_holidays(tx, actor, page)


@router.post(
    "/care-holidays",
    operation_id="set_care_holiday",
    summary="Enter a day on which recurring help rests",
    status_code=201,
    response_model=HolidayOut,
    responses={
        200: {"description": "The same was sent before"},
        **refusals(401, 403, 404, 409, 422),
    },
)
async def post_holiday(body: HolidayIn, tx: TxDep, actor: HolidaySetter, response: Response) -> Row:
    """Help on stairs without a lift does not rest."""
    note_repeat(response, is_new=await set_holiday(tx, actor, body))
    return await read_holiday(tx, actor, body.id)


@router.post(
    "/care-holidays/{holiday_id}/removal",
    operation_id="remove_care_holiday",
    summary="Strike a day from the calendar",
    response_model=HolidayOut,
    responses=refusals(400, 401, 403, 404, 409, 422),
)
async def post_removal(
    holiday_id: UUID, tx: TxDep, actor: HolidaySetter, attempt: Idempotent
) -> Response:
    """Help that rested on it is planned again."""
    await attempt.begin(actor.account_id)
    await remove_holiday(tx, actor, holiday_id)
    return await attempt.answer(await read_holiday(tx, actor, holiday_id))
