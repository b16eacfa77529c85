"""All versions of a document: what a neighbour was shown can be looked up later."""

from uuid import UUID

from sqlalchemy import and_, select

from linli.community.models import HandbookDocument, HandbookVersion
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found

_d, _v = table(HandbookDocument).c, table(HandbookVersion).c
_LISTED = (
    _v.id,
    _v.number.label("version"),
    _v.format,
    _v.created_at.label("published_at"),
    _v.created_by,
)
_WHOLE = (
    *_LISTED,
    _v.document_id,
    _d.title,
    _v.body_markdown.label("body"),
    _v.html,
    _v.attachment_sha256,
)
_of_document = and_(_d.community_id == _v.community_id, _d.id == _v.document_id)


async def list_versions(tx: Tx, actor: Actor, document_id: UUID) -> list[Row]:
    """The versions of a document without their texts, the newest first.

    Raises:
        Problem: 404 ``not_found`` without such a document.
    """
    this = (_d.community_id == actor.community_id, _d.id == document_id)
    if await tx.scalar(select(_d.id).where(*this)) is None:
        raise not_found()
    mine = (_v.community_id == actor.community_id, _v.document_id == document_id)
    return await _named(tx, await tx.rows(select(*_LISTED).where(*mine).order_by(_v.number.desc())))


async def read_version(tx: Tx, actor: Actor, document_id: UUID, number: int) -> Row:
    """One version as it was published.

    Raises:
        Problem: 404 ``not_found``.
    """
    asks = (
        select(*_WHOLE)
        .join_from(table(HandbookVersion), table(HandbookDocument), _of_document)
        .where(
            _v.community_id == actor.community_id,
            _v.document_id == document_id,
            _v.number == number,
        )
    )
    row = await tx.row(asks)
    if row is None:
        raise not_found()
    (named,) = await _named(tx, [row])
    return named


async def _named(tx: Tx, rows: list[Row]) -> list[Row]:
    names = await names_of(tx, {row["created_by"] for row in rows})
    return [{**row, "published_by_name": names.get(row.pop("created_by"), "")} for row in rows]
