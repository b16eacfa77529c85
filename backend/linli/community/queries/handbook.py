"""The handbook as phones keep it: every document in its newest version."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, bindparam, func, select

from linli.community.models import HandbookDocument, HandbookVersion
from linli.community.permissions import READ_COMMUNITY
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.problems import not_found

_document = table(HandbookDocument)
_version = table(HandbookVersion)
_MINE = bindparam("community_id", type_=Uuid)

_latest = (
    select(_version.c.document_id, func.max(_version.c.number).label("number"))
    .where(_version.c.community_id == _MINE)
    .group_by(_version.c.document_id)
    .subquery("newest")
)
_newest = and_(
    _version.c.community_id == _document.c.community_id,
    _version.c.document_id == _document.c.id,
    _version.c.number == _latest.c.number,
)
_LIST = Fast(
    select(
        _document.c.id,
        _document.c.project_id,
        _document.c.title,
        _document.c.category,
        _version.c.number,
        _version.c.format,
        _version.c.html,
        _version.c.attachment_sha256,
        _version.c.created_at.label("published_at"),
    )
    .outerjoin_from(_document, _latest, _latest.c.document_id == _document.c.id)
    .outerjoin(_version, _newest)
    .where(_document.c.community_id == _MINE)
    .order_by(_document.c.created_at, _document.c.id)
)
_STATE = Fast(
    select(
        select(func.count())
        .where(_document.c.community_id == _MINE)
        .scalar_subquery()
        .label("documents"),
        select(func.count())
        .where(_version.c.community_id == _MINE)
        .scalar_subquery()
        .label("versions"),
    )
)


async def handbook_state(tx: Tx, community_id: UUID) -> str:
    """A short text that changes whenever a document or version is added.

    Nothing in the handbook is ever changed or removed, so counting is enough.
    """
    state = await tx.row(_STATE, {"community_id": community_id})
    if state is None:
        raise RuntimeError("counts always have a row")
    return f"{state['documents']}.{state['versions']}"


async def list_handbook(tx: Tx, actor: Actor) -> list[Row]:
    """All documents, the oldest first; ``latest`` is ``None`` before the first version."""
    rows = await tx.rows(_LIST, {"community_id": actor.community_id})
    return [_with_latest(row) for row in rows]


def _with_latest(row: Row) -> Row:
    number = row.pop("number")
    parts = ("format", "html", "attachment_sha256", "published_at")
    latest = {"version": number, **{name: row.pop(name) for name in parts}}
    return {**row, "latest": None if number is None else latest}


async def read_document(tx: Tx, actor: Actor, document_id: UUID) -> Row:
    """One document with its newest version.

    Raises:
        Problem: 404 ``not_found``.
    """
    documents = await list_handbook(tx, actor)
    found = next((row for row in documents if row["id"] == document_id), None)
    if found is None:
        raise not_found()
    return found


async def known_documents(tx: Tx, document_ids: Collection[UUID]) -> frozenset[UUID]:
    """Which of these are documents of the handbook."""
    mine = (_document.c.community_id == tx.community, _document.c.id.in_(document_ids))
    return frozenset(row["id"] for row in await tx.rows(select(_document.c.id).where(*mine)))


async def visible_versions(tx: Tx, actor: Actor, version_ids: Collection[UUID]) -> frozenset[UUID]:
    """Which of these are versions whose PDF the actor may read: all, for every member."""
    if not actor.may(READ_COMMUNITY):
        return frozenset()
    mine = (_version.c.community_id == tx.community, _version.c.id.in_(version_ids))
    return frozenset(row["id"] for row in await tx.rows(select(_version.c.id).where(*mine)))
