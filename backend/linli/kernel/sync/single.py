"""What is sent alone, outside a batch: the same verdict, told as one answer."""

from uuid import UUID

from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.receipts import receipts_of
from linli.kernel.facts.record import append_facts
from linli.kernel.sync.items import Verdict


async def receipt_of(tx: Tx, kind: str, item_id: UUID, verdict: Verdict) -> Row:
    """The receipt of an item that was taken, now or before.

    Raises:
        Problem: why it was not taken.
    """
    if verdict.problem is not None:
        raise verdict.problem
    if verdict.recorded is None:
        return (await receipts_of(tx, kind, [item_id]))[item_id].as_json()
    await append_facts(tx)
    return verdict.recorded.receipt.as_json()
