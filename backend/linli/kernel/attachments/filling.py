"""Which slots a file fills: those of one account, on the proof that its bytes were sent.

A hash is seen with every record that names it, so that naming it proves nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, update

from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.models import AttachmentSlot
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.record import record
from linli.kernel.problems import not_found


@dataclass(frozen=True)
class Waiting:
    """The slots that the bytes of one hash would fill.

    Attributes:
        declared_by: the account that declared them.
        sizes: in bytes, as declared.
        content_types: as declared.
        done: whether the sender has filled all of them, so that nothing needs to be sent again.
    """

    declared_by: UUID
    sizes: frozenset[int]
    content_types: frozenset[str]
    done: bool


async def waiting_for(tx: Tx, sender: Actor, sha256: str) -> Waiting:
    """The slots that the sender's bytes would fill.

    Raises:
        Problem: 404 when no item declared this hash.
    """
    c = table(AttachmentSlot).c
    asks = select(c.declared_by, c.size, c.content_type, c.filled_at)
    this = (c.community_id == tx.community, c.sha256 == sha256)
    declared = await tx.rows(asks.where(*this).order_by(c.declared_at, c.item_id))
    if not declared:
        raise not_found()
    return slots_to_fill(declared, sender.account_id)


def slots_to_fill(declared: Sequence[Row], sender: UUID) -> Waiting:
    """The sender's own slots; else those of whoever declared the hash first. Pure.

    Records that one phone cannot send are sent from another's, whose account declared nothing.
    Whoever named the hash later may have read it somewhere and gets nothing by that.

    Args:
        declared: at least one ``{declared_by, size, content_type, filled_at}``, the oldest first.
        sender: the account that sends the bytes.
    """
    accounts = [row["declared_by"] for row in declared]
    whose = sender if sender in accounts else accounts[0]
    theirs = [row for row in declared if row["declared_by"] == whose]
    return Waiting(
        whose,
        frozenset(row["size"] for row in theirs),
        frozenset(row["content_type"] for row in theirs),
        whose == sender and all(row["filled_at"] is not None for row in theirs),
    )


async def fill(tx: Tx, sender: Actor, waiting: Waiting, arrived: Row) -> bool:
    """Fill the slots that are still empty, with one fact for each; whether there were any."""
    slots, now = table(AttachmentSlot), clock.now()
    empty = (
        slots.c.community_id == tx.community,
        slots.c.sha256 == arrived["sha256"],
        slots.c.declared_by == waiting.declared_by,
        slots.c.filled_at.is_(None),
    )
    filling = update(slots).where(*empty).values(filled_at=now)
    filled = await tx.rows(filling.returning(slots.c.item_kind, slots.c.item_id))
    for slot in filled:
        kind, item_id = slot["item_kind"], slot["item_id"]
        stored = "kernel.attachment.stored"
        record(tx, FactDraft(stored, sender.account_id, kind, item_id, now, {}, arrived))
    return bool(filled)
