"""Recording facts: collected while an action works, appended in one go before it commits.

The head row is locked only for the append, so other writers of the community wait for
microseconds, not for a whole action. Sequence numbers are gapless because they are taken in the
transaction that commits them.
"""

import base64
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from linli.kernel import clock
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.facts.leaf import FactDraft, Place, canonical, commitment, leaf_bytes, new_salt
from linli.kernel.facts.merkle import Tree, leaf_hash
from linli.kernel.facts.models import Fact, FactHead, FactNode, FactPrivate
from linli.kernel.facts.series import take_numbers
from linli.kernel.ids import new_id


@dataclass(frozen=True)
class Receipt:
    """Proof of having been recorded: where, as what, when, in which history of the server."""

    index: int
    leaf_hash: bytes
    recorded_at: datetime
    epoch: UUID

    def as_json(self) -> dict[str, Any]:
        """The form the API shows (hash in base64, RFC 4648)."""
        return {
            "index": self.index,
            "leaf_hash": base64.b64encode(self.leaf_hash).decode(),
            "recorded_at": self.recorded_at,
            "epoch": self.epoch,
        }


@dataclass
class Recorded:
    """A fact of this transaction; its receipt is there once the facts were appended."""

    draft: FactDraft
    _receipt: Receipt | None = None

    @property
    def receipt(self) -> Receipt:
        """The receipt.

        Raises:
            RuntimeError: before ``append_facts`` has run.
        """
        if self._receipt is None:
            raise RuntimeError("the fact has not been appended yet")
        return self._receipt

    def settle(self, receipt: Receipt) -> None:
        """Note where the fact went."""
        self._receipt = receipt


@dataclass
class FactBuffer:
    """The facts of one transaction that are not yet in the log."""

    waiting: list[Recorded] = field(default_factory=list)

    def mark(self) -> int:
        """How many wait."""
        return len(self.waiting)

    def rewind(self, mark: int) -> None:
        """Forget those after ``mark``."""
        del self.waiting[mark:]


def record(tx: Tx, draft: FactDraft) -> Recorded:
    """Note a fact; it is appended when the transaction commits, or rolls back with it."""

    def register() -> FactBuffer:
        async def append() -> None:
            await append_facts(tx)

        tx.before_commit.append(append)
        return FactBuffer()

    recorded = Recorded(draft)
    tx.buffer(FactBuffer, register).waiting.append(recorded)
    return recorded


async def append_facts(tx: Tx) -> None:
    """Append what waits, so that receipts can be answered. Call it once, as late as possible."""
    buffer = tx.buffer(FactBuffer, FactBuffer)
    if not buffer.waiting:
        return
    head = await _lock_head(tx)
    tree = Tree.load(head["size"], head["frontier"])
    numbers = await take_numbers(tx, [recorded.draft.series for recorded in buffer.waiting])
    now, community_id = clock.now(), tx.community
    facts: list[Row] = []
    nodes: list[Row] = []
    private: list[Row] = []
    for recorded, number in zip(buffer.waiting, numbers, strict=True):
        place = Place(community_id, tree.size, number, now)
        row, kept = _leaf_rows(place, recorded.draft)
        recorded.settle(Receipt(tree.size, row["leaf_hash"], now, head["epoch"]))
        facts.append(row)
        private += kept
        nodes += [
            {"community_id": community_id, "level": level, "position": position, "hash": value}
            for (level, position), value in tree.append(row["leaf_hash"])
        ]
    await _write(tx, tree, facts, nodes, private)
    buffer.waiting.clear()


def _leaf_rows(place: Place, draft: FactDraft) -> tuple[Row, list[Row]]:
    kept: list[Row] = []
    committed = None
    if draft.private:
        salt, payload = new_salt(), canonical(draft.private)
        committed = commitment(salt, payload)
        at = {"community_id": place.community_id, "seq": place.seq}
        kept = [{**at, "salt": salt, "payload": payload.decode()}]
    leaf = leaf_bytes(draft, place, committed)
    row = {
        "community_id": place.community_id,
        "seq": place.seq,
        "kind": draft.kind,
        "actor_id": draft.actor_id,
        "subject_kind": draft.subject_kind,
        "subject_id": draft.subject_id,
        "recorded_at": place.recorded_at,
        "happened_at": draft.happened_at,
        "leaf": leaf.decode(),
        "leaf_hash": leaf_hash(leaf),
    }
    return row, kept


_head = table(FactHead)
_LOCK_HEAD = Fast(
    select(_head.c.epoch, _head.c.size, _head.c.frontier)
    .where(_head.c.community_id == bindparam("community_id"))
    .with_for_update()
)
_MOVE_HEAD = Fast(
    update(_head)
    .where(_head.c.community_id == bindparam("community"))
    .values(size=bindparam("size"), frontier=bindparam("frontier"))
)


async def _lock_head(tx: Tx) -> Row:
    head = await tx.row(_LOCK_HEAD, {"community_id": tx.community})
    if head is None:
        raise RuntimeError("the community has no log; open_log was not called")
    return head


async def _write(
    tx: Tx, tree: Tree, facts: list[Row], nodes: list[Row], private: list[Row]
) -> None:
    await insert_rows(tx, table(Fact), facts)
    await insert_rows(tx, table(FactNode), nodes)
    await insert_rows(tx, table(FactPrivate), private)
    head = {"community": tx.community, "size": tree.size, "frontier": tree.packed}
    await tx.run(_MOVE_HEAD, head)


async def open_log(tx: Tx) -> None:
    """Start the log of a new community."""
    values = {"community_id": tx.community, "epoch": new_id(), "size": 0, "frontier": b""}
    await tx.execute(insert(table(FactHead)).values(values))
