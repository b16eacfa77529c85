"""Series: entries about one matter carry gapless numbers of their own, inside their leaves.

Whoever is given the entries of a series sees by their numbers whether one was left out, without
being shown the entries of other matters that stand between them in the log.
"""

import json
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select, update

from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.db.types import Uuid
from linli.kernel.facts.models import Fact, FactSeries

PART = 5_000
"""Leaves read at a time while a log is looked through."""
_s, _f = table(FactSeries), table(Fact)
MARK = '"series":"'
"""Stands in every leaf that carries a number, and in few others."""
_ADVANCE = Fast(
    update(_s)
    .where(_s.c.community_id == bindparam("community", type_=Uuid))
    .where(_s.c.series == bindparam("named"))
    .values(size=_s.c.size + bindparam("more"))
    .returning(_s.c.size)
)


async def open_series(tx: Tx, series: str) -> None:
    """Number what is recorded in this series from here on, beginning with 1."""
    row = {"community_id": tx.community, "series": series, "size": 0}
    await tx.execute(insert(_s).values(row))


async def take_numbers(tx: Tx, series: Sequence[str | None]) -> list[int | None]:
    """The number of each entry about to be appended; the head must be locked.

    One statement a series, however many entries; none where no entry belongs to one.

    Args:
        tx: the open transaction.
        series: of each entry, in their order; ``None`` for those that belong to none.

    Returns:
        As many numbers; ``None`` also where the series was never opened.
    """
    wanted = Counter(named for named in series if named is not None)
    last: dict[str, int] = {}
    for named, more in wanted.items():
        asked = {"community": tx.community, "named": named, "more": more}
        size = await tx.scalar(_ADVANCE, asked)
        if size is not None:
            last[named] = int(size) - more
    return [_next(last, named) for named in series]


async def series_faults(tx: Tx, leaves: int) -> list[str]:
    """What is wrong with the numbers in a log of so many leaves, and with the next ones."""
    counted: Counter[str] = Counter()
    faults: list[str] = []
    asks = select(_f.c.seq, _f.c.leaf).where(_f.c.community_id == tx.community)
    marked = asks.where(_f.c.leaf.contains(MARK, autoescape=True)).order_by(_f.c.seq)
    for start in range(0, leaves, PART):
        for row in await tx.rows(marked.where(_f.c.seq >= start, _f.c.seq < start + PART)):
            leaf = json.loads(row["leaf"])
            series, number = leaf.get("series"), leaf.get("number")
            if series is not None:
                counted[series] += 1
                if number != str(counted[series]):
                    faults.append(f"entry {row['seq']} is number {number} of {series}")
    kept = select(_s.c.series, _s.c.size).where(_s.c.community_id == tx.community)
    sizes = {row["series"]: row["size"] for row in await tx.rows(kept)}
    off = [each for each, size in sizes.items() if size != counted[each]]
    return faults + [f"{each} counts {sizes[each]}, {counted[each]} stand" for each in off]


def _next(last: dict[str, int], named: str | None) -> int | None:
    if named is None or named not in last:
        return None
    last[named] += 1
    return last[named]
