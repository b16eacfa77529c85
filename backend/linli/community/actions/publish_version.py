import asyncio
from uuid import UUID

from sqlalchemy import func, select

from linli.community.facts import version_published
from linli.community.models import HandbookDocument, HandbookVersion
from linli.community.rules.markdown import render_markdown
from linli.community.schemas.handbook import VersionIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.attachments.slots import Slot
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import conflict, not_found

_document = table(HandbookDocument)
_version = table(HandbookVersion)


async def publish_version(tx: Tx, actor: Actor, document_id: UUID, body: VersionIn) -> bool:
    """Publish a new version of a document. Earlier ones stay as they were.

    Returns:
        Whether it is new; ``False`` when the same was sent before.

    Raises:
        Problem: 404 without such a document, 409 when the id has another content.
    """
    number = await _next_number(tx, document_id)
    html = None if body.body is None else await asyncio.to_thread(render_markdown, body.body)
    values = {
        "document_id": document_id,
        "number": number,
        "format": body.format,
        "body_markdown": body.body,
        "html": html,
        "attachment_sha256": body.attachment_sha256,
    }
    if not await create_once(tx, actor, HandbookVersion, body, **values):
        await _require_same_document(tx, body.id, document_id)
        return False
    await declare_slots(tx, actor, "handbook_version", {body.id: _slots(body)})
    record(tx, version_published(actor, body.id, clock.now(), document_id, number))
    return True


async def _next_number(tx: Tx, document_id: UUID) -> int:
    """The number after the last; nobody else takes it until this transaction ends."""
    this = (_document.c.community_id == tx.community, _document.c.id == document_id)
    if await tx.scalar(select(_document.c.id).where(*this).with_for_update()) is None:
        raise not_found()
    of_document = (_version.c.community_id == tx.community, _version.c.document_id == document_id)
    last = await tx.scalar(select(func.max(_version.c.number)).where(*of_document))
    return int(last or 0) + 1


async def _require_same_document(tx: Tx, version_id: UUID, document_id: UUID) -> None:
    """A version sent before is this document's, not another's."""
    this = (_version.c.community_id == tx.community, _version.c.id == version_id)
    if await tx.scalar(select(_version.c.document_id).where(*this)) != document_id:
        raise conflict("id")


def _slots(body: VersionIn) -> list[Slot]:
    if body.attachment_sha256 is None or body.attachment_size is None:
        return []
    kind = "application/pdf"
    return [Slot(sha256=body.attachment_sha256, size=body.attachment_size, content_type=kind)]
