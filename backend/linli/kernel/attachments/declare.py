"""Declaring slots, in the transaction that records the item they belong to."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Table, exists, select

from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.models import AttachmentSlot
from linli.kernel.attachments.slots import Slot
from linli.kernel.db.rows import metadata, table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.work.schedule import schedule_many, schedule_unless_waiting

KEEP_EMPTY = timedelta(days=90)
"""How long a slot waits for its file; phones keep what they sent for 30 days."""
EXPIRE = "attachment.expire"
SWEEP = "attachment.sweep"
SLOT_KEY = ("community_id", "item_id", "sha256")
ITEM_TABLES: Mapping[str, Table] = metadata.tables
"""The tables of items, by item kind."""


async def declare_slots(
    tx: Tx, actor: Actor, item_kind: str, declared: Mapping[UUID, Sequence[Slot]]
) -> None:
    """Declare the files of items, by item id. Repeating it, also with more files, is harmless.

    Only who recorded an item adds files to it: whoever repeats it word for word adds nothing.

    Raises:
        LookupError: when the item kind is the name of no table, so that nobody recorded the items.
    """
    if not declared:
        return
    own = await _recorded_by(tx, actor, item_kind, declared)
    now = clock.now()
    rows: list[Row] = [
        {
            "community_id": tx.community,
            "item_id": item_id,
            "item_kind": item_kind,
            "declared_by": actor.account_id,
            "declared_at": now,
            **slot.model_dump(),
        }
        for item_id, slots in declared.items()
        if item_id in own
        for slot in {slot.sha256: slot for slot in slots}.values()
    ]
    if not rows:
        return
    new = insert_for(tx, table(AttachmentSlot)).on_conflict_do_nothing(index_elements=SLOT_KEY)
    await tx.execute(new, rows)
    due = {row["item_id"]: now + KEEP_EMPTY for row in rows}
    await schedule_many(tx, EXPIRE, due.items())
    await schedule_unless_waiting(tx, SWEEP, tx.community, now)


async def _recorded_by(
    tx: Tx, actor: Actor, item_kind: str, item_ids: Iterable[UUID]
) -> Collection[UUID]:
    """Those that the actor recorded; an item kind is the name of a table."""
    items = ITEM_TABLES.get(item_kind)
    if items is None:
        raise LookupError(f"no table of items is called {item_kind}")
    item = items.c
    asks = select(item.id).where(
        item.community_id == tx.community,
        item.id.in_(list(item_ids)),
        item.created_by == actor.account_id,
    )
    return {row["id"] for row in await tx.rows(asks)}


def has_file(
    community_id: ColumnElement[UUID], item_id: ColumnElement[UUID]
) -> ColumnElement[bool]:
    """Whether a file of an item has arrived, beside the item's columns."""
    c = table(AttachmentSlot).c
    return exists().where(
        c.community_id == community_id, c.item_id == item_id, c.filled_at.is_not(None)
    )


async def slots_of(tx: Tx, item_ids: Iterable[UUID]) -> dict[UUID, list[Row]]:
    """Each item's files as ``{sha256, size, content_type, state}``, state missing or stored."""
    c = table(AttachmentSlot).c
    asks = (
        select(c.item_id, c.sha256, c.size, c.content_type, c.filled_at)
        .where(c.community_id == tx.community, c.item_id.in_(list(item_ids)))
        .order_by(c.item_id, c.declared_at, c.sha256)
    )
    found: dict[UUID, list[Row]] = {}
    for row in await tx.rows(asks):
        state = "missing" if row.pop("filled_at") is None else "stored"
        found.setdefault(row.pop("item_id"), []).append({**row, "state": state})
    return found
