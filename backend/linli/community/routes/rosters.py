"""Bringing a roster in."""

from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, BackgroundTasks, Depends, Request, Response

from linli.community.actions.roster.apply import PreparedImport, apply_import
from linli.community.actions.roster.applying import applying
from linli.community.actions.roster.cancel import cancel_import
from linli.community.actions.roster.decide import decide_rows
from linli.community.actions.roster.map import map_roster
from linli.community.actions.roster.plan import plan_in_background
from linli.community.actions.roster.receive import read_roster, receive_roster
from linli.community.files import write_refused_rows
from linli.community.permissions import IMPORT_ROSTER
from linli.community.queries.roster_course import stop_course
from linli.community.queries.roster_imports import (
    page_imports,
    page_plan_rows,
    read_import,
    rows_to_review,
)
from linli.community.routes.access import Importer
from linli.community.routes.roster_texts import explained, explaining
from linli.community.rules.plan_rows import review_row_of
from linli.community.schemas.body import NothingIn
from linli.community.schemas.rosters import (
    DecisionsIn,
    Filename,
    ImportListOut,
    ImportOut,
    MappingIn,
    Outcome,
    PlanRowListOut,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.database import Database
from linli.kernel.http.answers import language_of
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import IfMatch, etag
from linli.kernel.http.fields import ClientId
from linli.kernel.http.idempotency import Idempotent
from linli.kernel.http.middleware.body_limit import UPLOAD
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import MemberBriefly
from linli.kernel.http.transaction import TxDep
from linli.kernel.packing import json_response
from linli.kernel.problems import forbidden

router = APIRouter(prefix="/communities/{community_id}/roster-imports", tags=["roster"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILE = {"schema": {"type": "string", "format": "binary"}}
_ONE: dict[int | str, dict[str, Any]] = {200: {"model": ImportOut}}


class _ImporterBriefly(MemberBriefly):
    """Who may import, asked before the work begins and without holding a transaction."""

    permission = IMPORT_ROSTER

    async def __call__(self, request: Request, community_id: UUID) -> Actor:
        actor = await super().__call__(request, community_id)
        if not actor.may(IMPORT_ROSTER):
            raise forbidden()
        return actor


ImporterBriefly = Annotated[Actor, Depends(_ImporterBriefly())]


async def _database(request: Request) -> Database:
    found: Database = request.app.state.database
    return found


DatabaseDep = Annotated[Database, Depends(_database)]


@router.post(
    "",
    status_code=201,
    operation_id="import_roster",
    summary="Bring in a roster file",
    openapi_extra={
        **UPLOAD,
        "requestBody": {"required": True, "content": {"application/octet-stream": _FILE}},
    },
    responses={
        **_ONE,
        201: {"model": ImportOut},
        **refusals(401, 403, 404, 409, 413, 422, 503),
    },
)
async def post_import(  # noqa: PLR0913 - an upload is read before any transaction begins
    request: Request,
    background: BackgroundTasks,
    database: DatabaseDep,
    actor: ImporterBriefly,
    *,
    id: ClientId,  # noqa: A002 - the API's name
    filename: Filename,
) -> Response:
    """Takes xlsx or csv, at most 20 MB and 200,000 rows. Identity numbers are left outside.

    The file is read at once and then planned; follow the plan by reading the import again.
    """
    roster = await read_roster(id, filename, await request.body())
    async with database.transaction(write=True) as tx:
        await tx.enter(actor.community_id)
        created = await receive_roster(tx, actor, roster)
        stored = await read_import(tx, actor, id)
    background.add_task(plan_in_background, database, actor.community_id, id)
    return _told(stored, 201 if created else 200)


def _told(imported: dict[str, Any], status: int = 200) -> Response:
    return json_response(imported, status, {"ETag": etag(imported["version"])})


@router.get(
    "",
    operation_id="list_roster_imports",
    summary="Roster imports, the oldest first",
    responses={200: {"model": ImportListOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_imports(tx: TxDep, actor: Importer, page: Page) -> Response:
    """One page of imports without their sheets."""
    return json_response(await page_imports(tx, actor, page))


@router.get(
    "/{import_id}",
    operation_id="read_roster_import",
    summary="A roster import: how it is read, what it would do, how far it is",
    responses={**_ONE, **refusals(401, 403, 404, 422, 503)},
)
async def get_import(tx: TxDep, actor: Importer, import_id: UUID) -> Response:
    """``progress`` grows while the plan is made."""
    return _told(await read_import(tx, actor, import_id))


@router.patch(
    "/{import_id}",
    operation_id="map_roster_import",
    summary="Correct sheet, header row or columns",
    responses={**_ONE, **refusals(401, 403, 404, 409, 412, 422, 428, 503)},
)
async def patch_import(  # noqa: PLR0913 - each is part of the call
    tx: TxDep,
    actor: Importer,
    background: BackgroundTasks,
    database: DatabaseDep,
    *,
    import_id: UUID,
    body: MappingIn,
    expected: IfMatch,
) -> Response:
    """It is planned anew."""
    await map_roster(tx, actor, import_id, body, expected)
    background.add_task(plan_in_background, database, actor.community_id, import_id)
    return _told(await read_import(tx, actor, import_id))


@router.get(
    "/{import_id}/rows",
    operation_id="list_roster_rows",
    summary="The rows of a plan with one outcome",
    responses={200: {"model": PlanRowListOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_rows(  # noqa: PLR0913 - each is part of the call
    request: Request, tx: TxDep, actor: Importer, page: Page, *, import_id: UUID, outcome: Outcome
) -> Response:
    """Each with its place in the file, and why it waits where it does."""
    found = await page_plan_rows(tx, actor, import_id, outcome, page)
    language = language_of(request)
    items = [explained(language, row) for row in found["items"]]
    return json_response({**found, "items": items})


@router.put(
    "/{import_id}/decisions",
    operation_id="decide_roster_rows",
    summary="Decide rows that wait",
    responses={**_ONE, **refusals(401, 403, 404, 409, 412, 422, 428, 503)},
)
async def put_decisions(  # noqa: PLR0913 - each is part of the call
    tx: TxDep,
    actor: Importer,
    background: BackgroundTasks,
    database: DatabaseDep,
    *,
    import_id: UUID,
    body: DecisionsIn,
    expected: IfMatch,
) -> Response:
    """Skip a row, or read it with corrections; it is planned anew. Other decisions stay."""
    await decide_rows(tx, actor, import_id, body, expected)
    background.add_task(plan_in_background, database, actor.community_id, import_id)
    return _told(await read_import(tx, actor, import_id))


@router.get(
    "/{import_id}/refused.xlsx",
    operation_id="download_refused_rows",
    summary="The rows that wait, to be put right and imported",
    response_class=Response,
    responses={200: {"content": {XLSX: _FILE}}, **refusals(401, 403, 404, 422, 503)},
)
async def get_refused(request: Request, tx: TxDep, actor: Importer, import_id: UUID) -> Response:
    """The columns as they were, with row number and reasons; it can be imported as it is."""
    _, rows = await rows_to_review(tx, actor, import_id)
    waiting = [review_row_of(row) for row in rows]
    explain, headings = explaining(language_of(request))
    headers = {
        "Content-Disposition": 'attachment; filename="refused.xlsx"',
        "Cache-Control": "no-store",
    }
    return Response(write_refused_rows(waiting, explain, headings), 200, headers, XLSX)


async def _prepared(
    database: DatabaseDep, actor: ImporterBriefly, import_id: UUID, seen: IfMatch
) -> AsyncIterator[PreparedImport | None]:
    """Around the transaction that writes: what fails there is released here."""
    async with applying(database, actor, import_id, seen) as prepared:
        yield prepared


@router.post(
    "/{import_id}/application",
    operation_id="apply_roster_import",
    summary="Apply a roster import",
    responses={**_ONE, **refusals(400, 401, 403, 404, 409, 412, 422, 428, 503)},
)
async def post_application(
    prepared: Annotated[PreparedImport | None, Depends(_prepared)],
    tx: TxDep,
    actor: Importer,
    attempt: Idempotent,
    *,
    import_id: UUID,
    _body: NothingIn | None = None,
) -> Response:
    """Writes all of it or nothing; meanwhile the import says ``applying``, and how far it is.

    It is the plan that was looked at, by ``If-Match``. If the roster was edited since, the answer
    is 409 ``plan_changed`` and the new plan is there to be looked at.
    """
    await attempt.begin(actor.account_id)
    await apply_import(tx, actor, import_id, prepared)
    return await attempt.answer(await read_import(tx, actor, import_id))


async def _stopped(actor: ImporterBriefly, import_id: UUID) -> None:
    """Before a transaction is waited for that the writing itself may hold."""
    stop_course(actor.community_id, import_id)


@router.post(
    "/{import_id}/cancellation",
    operation_id="cancel_roster_import",
    summary="Give a roster import up",
    responses={**_ONE, **refusals(401, 403, 404, 409, 422, 503)},
)
async def post_cancellation(
    _stopped: Annotated[None, Depends(_stopped)],
    tx: TxDep,
    actor: Importer,
    import_id: UUID,
    _body: NothingIn | None = None,
) -> Response:
    """What was read of the file is erased. Sending it again changes nothing.

    One that is being written stops: nothing of it stays.
    """
    await cancel_import(tx, actor, import_id)
    return _told(await read_import(tx, actor, import_id))
