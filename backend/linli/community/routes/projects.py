"""Projects and their phases."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from linli.community.actions.move_project import move_project
from linli.community.actions.open_project import open_project
from linli.community.queries.projects import page_projects, read_project
from linli.community.routes.access import Member, Mover, Opener
from linli.community.schemas.projects import (
    PhaseChangeIn,
    ProjectDetailOut,
    ProjectIn,
    ProjectListOut,
)
from linli.kernel.http.documented import refusals
from linli.kernel.http.etags import etag
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep
from linli.kernel.packing import json_response

router = APIRouter(prefix="/communities/{community_id}/projects", tags=["projects"])
_CREATED: dict[int | str, dict[str, Any]] = {
    200: {"model": ProjectDetailOut},
    201: {"model": ProjectDetailOut},
}


@router.get(
    "",
    operation_id="list_projects",
    summary="Projects, the oldest first",
    responses={200: {"model": ProjectListOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_projects(tx: TxDep, actor: Member, page: Page) -> Response:
    """One page of projects with the buildings they concern."""
    return json_response(await page_projects(tx, actor, page))


@router.post(
    "",
    status_code=201,
    operation_id="open_project",
    summary="Open a project",
    responses={**_CREATED, **refusals(401, 403, 404, 409, 422, 503)},
)
async def post_project(tx: TxDep, actor: Opener, body: ProjectIn) -> Response:
    """It begins by mobilising. Sending the same again answers 200 with what is stored."""
    created = await open_project(tx, actor, body)
    return json_response(await read_project(tx, actor, body.id), 201 if created else 200)


@router.get(
    "/{project_id}",
    operation_id="read_project",
    summary="A project with the history of its phases",
    responses={200: {"model": ProjectDetailOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_project(tx: TxDep, actor: Member, project_id: UUID) -> Response:
    """``next_phases`` names where the caller may move it."""
    project = await read_project(tx, actor, project_id)
    return json_response(project, headers={"ETag": etag(project["version"])})


@router.post(
    "/{project_id}/phase-changes",
    status_code=201,
    operation_id="move_project",
    summary="Move a project to another phase",
    responses={**_CREATED, **refusals(401, 403, 404, 409, 422, 503)},
)
async def post_phase_change(
    tx: TxDep, actor: Mover, project_id: UUID, body: PhaseChangeIn
) -> Response:
    """When, by whom and why is public."""
    created = await move_project(tx, actor, project_id, body)
    return json_response(await read_project(tx, actor, project_id), 201 if created else 200)
