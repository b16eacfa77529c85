"""``…/attachments/{sha256}``: files are sent after their items and read with them."""

from collections.abc import AsyncIterator, Iterator
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel
from sqlalchemy import select

from linli.kernel.access.actor import Actor
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.attachments.models import Attachment, AttachmentSlot
from linli.kernel.attachments.receive import receive_file
from linli.kernel.attachments.sealed_file import read_sealed
from linli.kernel.attachments.slots import ContentType
from linli.kernel.attachments.store import Store, bound_to, key_of
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.documented import refusals
from linli.kernel.http.middleware.body_limit import UPLOAD
from linli.kernel.http.permitted import MemberBriefly
from linli.kernel.packing import json_response
from linli.kernel.problems import not_found

router = APIRouter(tags=["attachments"])
Hash = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$", description="SHA-256 in hexadecimal")]
ADDRESS = "/communities/{community_id}/attachments/{sha256}"
BINARY = {"schema": {"type": "string", "format": "binary"}}
ANY_FILE = {"content": {"application/octet-stream": BINARY}, "required": True}
SANDBOX = (
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; sandbox"
)
"""A file is a stranger's: it may show itself and nothing else."""


class AttachmentOut(BaseModel):
    """A file that has arrived."""

    sha256: str
    size: int
    content_type: ContentType
    state: str


@router.put(
    ADDRESS,
    operation_id="store_attachment",
    summary="Send a declared file",
    openapi_extra={**UPLOAD, "requestBody": ANY_FILE},
    responses={
        200: {"model": AttachmentOut, "description": "It was here already"},
        201: {"model": AttachmentOut, "description": "Stored"},
        **refusals(401, 404, 413, 415, 422, 503),
    },
)
async def store_attachment(
    request: Request, actor: Annotated[Actor, Depends(MemberBriefly())], sha256: Hash
) -> Response:
    """Take the bytes; the type is found out from them, whatever the header says."""
    told, new = await receive_file(
        _database(request), _store(request), actor, sha256, request.stream()
    )
    return json_response(told, 201 if new else 200)


@router.get(
    ADDRESS,
    operation_id="read_attachment",
    summary="Read a file of an item that the caller may see",
    response_class=Response,
    responses={
        200: {"content": {"application/octet-stream": BINARY}},
        304: {"description": "Unchanged"},
        **refusals(401, 404),
    },
)
async def read_attachment(
    request: Request, actor: Annotated[Actor, Depends(MemberBriefly())], sha256: Hash
) -> Response:
    """The file, opened chunk by chunk; 404 unless an item that it was sent for may be seen."""
    kinds: dict[str, AttachmentKind] = request.app.state.attachment_kinds
    opened = await _find(_database(request), kinds, actor, sha256)
    if opened is None:
        raise not_found()
    file, key, personal = opened
    headers = {
        "ETag": f'"{sha256}"',
        "Cache-Control": "no-store" if personal else "private, no-cache",
        "Content-Security-Policy": SANDBOX,
        "Content-Disposition": "inline",
    }
    if f'"{sha256}"' in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    place = _store(request).place(actor.community_id, sha256)
    if not place.is_file():
        raise not_found()
    headers["Content-Length"] = str(file["size"])
    chunks = _chunks(read_sealed(place, key, bound_to(actor.community_id, sha256)))
    return StreamingResponse(chunks, headers=headers, media_type=file["content_type"])


async def _chunks(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


async def _find(
    database: Database, kinds: dict[str, AttachmentKind], actor: Actor, sha256: str
) -> tuple[Row, bytes, bool] | None:
    """The stored file, its key and whether it is personal, when an item shows it to the actor."""
    async with database.transaction(write=False) as tx:
        await tx.enter(actor.community_id)
        seen = await _visible(tx, kinds, actor, sha256)
        file = await _stored(tx, sha256)
        if seen is None or file is None:
            return None
        kind, item_id = seen
        if kind.opened is None:
            return file, await key_of(tx, sha256), kind.personal
    async with database.transaction(write=True) as tx:
        await tx.enter(actor.community_id)
        await kind.opened(tx, actor, item_id)
        return file, await key_of(tx, sha256), kind.personal


async def _visible(
    tx: Tx, kinds: dict[str, AttachmentKind], actor: Actor, sha256: str
) -> tuple[AttachmentKind, UUID] | None:
    c = table(AttachmentSlot).c
    filled = (c.community_id == tx.community, c.sha256 == sha256, c.filled_at.is_not(None))
    asks = select(c.item_kind, c.item_id).where(*filled)
    declared: dict[str, list[UUID]] = {}
    for row in await tx.rows(asks):
        declared.setdefault(row["item_kind"], []).append(row["item_id"])
    for name, item_ids in declared.items():
        if name in kinds and (seen := await kinds[name].visible(tx, actor, item_ids)):
            return kinds[name], next(iter(seen))
    return None


async def _stored(tx: Tx, sha256: str) -> Row | None:
    c = table(Attachment).c
    asks = select(c.size, c.content_type)
    return await tx.row(asks.where(c.community_id == tx.community, c.sha256 == sha256))


def _database(request: Request) -> Database:
    found: Database = request.app.state.database
    return found


def _store(request: Request) -> Store:
    return Store(request.app.state.settings.attachments_folder)
