"""The handbook that volunteers carry."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Path, Response

from linli.community.actions.add_document import add_document
from linli.community.actions.publish_version import publish_version
from linli.community.queries.handbook import handbook_state, list_handbook, read_document
from linli.community.queries.handbook_versions import list_versions, read_version
from linli.community.routes.access import HandbookEditor, Member
from linli.community.schemas.handbook import (
    DocumentIn,
    DocumentOut,
    HandbookOut,
    HandbookVersionOut,
    VersionIn,
    VersionListOut,
)
from linli.kernel.http.documented import refusals
from linli.kernel.http.transaction import TxDep
from linli.kernel.packing import json_response

router = APIRouter(prefix="/communities/{community_id}/handbook-documents", tags=["handbook"])
_CREATED: dict[int | str, dict[str, Any]] = {
    200: {"model": DocumentOut},
    201: {"model": DocumentOut},
}


@router.get(
    "",
    operation_id="list_handbook_documents",
    summary="The whole handbook, to be kept on the phone",
    responses={
        200: {"model": HandbookOut},
        304: {"description": "The phone has the newest"},
        **refusals(401, 403, 404, 422, 503),
    },
)
async def get_handbook(
    tx: TxDep,
    actor: Member,
    if_none_match: Annotated[str | None, Header(max_length=200)] = None,
) -> Response:
    """Every document in its newest version. With the ETag last seen it answers 304."""
    tag = f'"{await handbook_state(tx, actor.community_id)}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if if_none_match is not None and tag in if_none_match:
        return Response(status_code=304, headers=headers)
    documents = await list_handbook(tx, actor)
    return json_response({"items": documents, "next": None}, headers=headers)


@router.post(
    "",
    status_code=201,
    operation_id="add_handbook_document",
    summary="Add a document",
    responses={**_CREATED, **refusals(401, 403, 404, 409, 422, 503)},
)
async def post_document(tx: TxDep, actor: HandbookEditor, body: DocumentIn) -> Response:
    """What it says comes with its first version."""
    created = await add_document(tx, actor, body)
    return json_response(await read_document(tx, actor, body.id), 201 if created else 200)


@router.get(
    "/{document_id}/versions",
    operation_id="list_handbook_versions",
    summary="All versions of a document",
    responses={200: {"model": VersionListOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_versions(tx: TxDep, actor: Member, document_id: UUID) -> Response:
    """Without their texts, the newest first."""
    versions = await list_versions(tx, actor, document_id)
    return json_response({"items": versions, "next": None})


@router.get(
    "/{document_id}/versions/{number}",
    operation_id="read_handbook_version",
    summary="A version of a document, as it was published",
    responses={200: {"model": HandbookVersionOut}, **refusals(401, 403, 404, 422, 503)},
)
async def get_version(
    tx: TxDep,
    actor: Member,
    document_id: UUID,
    number: Annotated[int, Path(ge=1, le=2**31 - 1)],
) -> Response:
    """Published versions never change, so the phone may keep it."""
    version = await read_version(tx, actor, document_id, number)
    return json_response(version, headers={"Cache-Control": "private, max-age=31536000, immutable"})


@router.post(
    "/{document_id}/versions",
    status_code=201,
    operation_id="publish_handbook_version",
    summary="Publish a version of a document",
    responses={**_CREATED, **refusals(401, 403, 404, 409, 422, 503)},
)
async def post_version(
    tx: TxDep, actor: HandbookEditor, document_id: UUID, body: VersionIn
) -> Response:
    """A PDF is named by its hash here and uploaded as an attachment afterwards."""
    created = await publish_version(tx, actor, document_id, body)
    return json_response(await read_document(tx, actor, document_id), 201 if created else 200)
