"""Every leaf hash of the log: one proof of inclusion for all entries at once."""

from sqlalchemy import select

from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.models import Fact

PART = 20_000
_f = table(Fact).c


async def leaf_hashes(tx: Tx, size: int) -> bytes:
    """The hashes of the first ``size`` leaves, 32 bytes each, in order."""
    parts: list[bytes] = []
    asks = select(_f.leaf_hash).where(_f.community_id == tx.community).order_by(_f.seq)
    for start in range(0, size, PART):
        rows = await tx.rows(asks.where(_f.seq >= start, _f.seq < min(start + PART, size)))
        parts += [row["leaf_hash"] for row in rows]
    return b"".join(parts)
