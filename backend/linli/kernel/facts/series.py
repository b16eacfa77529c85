"""Series: entries about one matter carry gapless numbers of their own, inside their leaves.

Whoever is given the entries of a series sees by their numbers whether one was left out, without
being shown the entries of other matters that stand between them in the log.
"""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import bindparam, insert, update

from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.db.types import Uuid
from linli.kernel.facts.models import FactSeries

_s = table(FactSeries)
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


def _next(last: dict[str, int], named: str | None) -> int | None:
    if named is None or named not in last:
        return None
    last[named] += 1
    return last[named]
