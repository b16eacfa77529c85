"""A paper as everybody sees it who may: who read it, whether it counts, what is held against it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select

from linli.deliberation.queries.ballots.contested import objections_to
from linli.deliberation.queries.ballots.objections import shown_objection
from linli.deliberation.queries.ballots.paper_photos import photo_here
from linli.deliberation.queries.ballots.strikes import strikes_of
from linli.deliberation.queries.ballots.tables import ballots, beside, confirmations, counted
from linli.deliberation.rules.ballots.round_mode import Way
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx

_b, _k, _c = ballots.c, confirmations.c, counted.c
CONFIRMED = beside(confirmations, ballots, _k.ballot_id == _b.id)
_COUNTS = beside(counted, ballots, _c.ballot_id == _b.id)


def paper_rows() -> Select[Any]:
    """What ``told_papers`` takes, of every community; to be narrowed and put in order."""
    return (
        select(
            _b.id,
            _b.elector_id,
            _b.cast_at,
            _b.created_at,
            _b.created_by,
            _b.corrects,
            _b.proxy_id,
            _k.created_by.label("second"),
            _c.id.label("counts"),
        )
        .select_from(ballots.outerjoin(confirmations, CONFIRMED).outerjoin(counted, _COUNTS))
        .where(_b.way == str(Way.PAPER))
    )


async def told_papers(tx: Tx, actor: Actor, rows: Sequence[Row]) -> list[Row]:
    """Each paper without its door: readers, photo, objections, and what became of it."""
    ids = [row["id"] for row in rows]
    files = await slots_of(tx, ids) if ids else {}
    contested = await objections_to(tx, ids)
    struck = await strikes_of(tx, actor, ids)
    readers = {row[who] for row in rows for who in ("created_by", "second")} - {None}
    names = await names_of(tx, readers)
    return [
        {
            "id": row["id"],
            "handed_in_at": row["cast_at"],
            "recorded_at": row["created_at"],
            "recorded_by": names.get(row["created_by"]),
            "confirmed": row["second"] is not None,
            "confirmed_by": names.get(row["second"]),
            "by_proxy": row["proxy_id"] is not None,
            "counts": row["counts"] is not None,
            "photo_here": photo_here(files.get(row["id"], [])),
            "objections": [shown_objection(one, actor) for one in contested.get(row["id"], [])],
            "strike": struck.get(row["id"]),
            "attachments": files.get(row["id"], []),
        }
        for row in rows
    ]
