"""Creation that can be repeated: the client supplies the id, the server keeps one row."""

from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Table, select
from sqlalchemy.exc import IntegrityError

from linli.kernel import clock, ids
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import CreatedOnce, table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.facts.leaf import canonical
from linli.kernel.problems import Problem, conflict, invalid


def body_digest(tx: Tx, body: BaseModel) -> bytes:
    """A keyed digest of what the client sent, so that a repeat can be told from a change.

    Keyed, because a plain hash of a phone number could be guessed. Attachments are left out: a
    second post of the same thing may bring more photos.
    """
    return tx.keyring.digest(canonical(body.model_dump(mode="json", exclude={"attachments"})))


def differing_fields(stored: Row, body: BaseModel) -> list[str]:
    """The fields of ``body`` whose values are not those of the stored row."""
    sent = body.model_dump()
    return sorted(name for name in sent if name in stored and stored[name] != sent[name])


def _id_of(body: BaseModel) -> UUID:
    found: UUID = body.id  # type: ignore[attr-defined]  # every creation body has one
    return found


async def was_created(tx: Tx, model: type[CreatedOnce], body: BaseModel) -> bool:
    """Whether the same was sent before: a repeat is no news, however things have gone on since.

    Raises:
        Problem: 409 ``conflict`` as ``create_once``.
    """
    target, row_id = table(model), _id_of(body)
    this = (target.c.community_id == tx.community, target.c.id == row_id)
    if await tx.scalar(select(target.c.id).where(*this)) is None:
        return False
    await _recognise(tx, target, row_id, body_digest(tx, body), body)
    return True


async def create_once(
    tx: Tx, actor: Actor, model: type[CreatedOnce], body: BaseModel, **values: Any
) -> bool:
    """Insert a row under the client's own id, or recognise it.

    Args:
        tx: the open transaction, inside the actor's community.
        actor: who creates.
        model: the table; its row is ``values`` plus id, community, digest, creator and time.
        body: what the client sent; has the field ``id``.
        values: the columns.

    Returns:
        ``True`` when the row is new, ``False`` when the same was sent before.

    Raises:
        Problem: 409 ``conflict`` naming the fields when the id has another body; 422 when the id
            is not a UUIDv7.
    """
    row_id = _id_of(body)
    if not ids.is_client_id(row_id):
        raise invalid("/id", "not_uuid7")
    digest = body_digest(tx, body)
    row = {
        "community_id": tx.community,
        "id": row_id,
        "body_digest": digest,
        "created_by": actor.account_id,
        "created_at": clock.now(),
        **values,
    }
    target = table(model)
    if await insert_new(tx, target, ("community_id", "id"), row):
        return True
    await _recognise(tx, target, row_id, digest, body)
    return False


async def create_unless_taken(
    tx: Tx, actor: Actor, model: type[CreatedOnce], body: BaseModel, taken: str, **values: Any
) -> bool:
    """As ``create_once``, for a table where something besides the id stands only once.

    Posts of the same thing at once may meet there before they meet at the id, and PostgreSQL
    recognises only the latter by itself. The other one's row stands by then.

    Raises:
        Problem: as ``create_once``; 409 ``taken`` when it is another row that stands there.
    """
    try:
        async with tx.savepoint():
            return await create_once(tx, actor, model, body, **values)
    except IntegrityError as error:
        if await was_created(tx, model, body):
            return False
        raise Problem(409, taken) from error


async def _recognise(tx: Tx, target: Table, row_id: UUID, digest: bytes, body: BaseModel) -> None:
    asks = select(target).where(target.c.community_id == tx.community, target.c.id == row_id)
    stored = await tx.row(asks)
    if stored is None:
        raise Problem(409, "conflict")
    if stored["body_digest"] != digest:
        raise conflict(*(differing_fields(stored, body) or ["id"]))
