"""Putting a ballot into the box so that its place tells nothing."""

import secrets
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from linli.deliberation.queries.representatives.opened_box import (
    ballots_in_box,
    receipt_leaves,
)
from linli.deliberation.queries.representatives.tables import box, receipts
from linli.deliberation.rules.representatives.secret_ballot import PLACE_BYTES, boxed
from linli.kernel.db.transaction import Tx
from linli.kernel.db.upsert import insert_rows

ID_BYTES = 16


async def put_in_box(tx: Tx, election_id: UUID, choice: Iterable[UUID], leaf: bytes) -> None:
    """Add a ballot and a receipt, and write both lists anew.

    PostgreSQL keeps rows in the order of writing, each with the number of its transaction. Written
    anew as a whole, at new random places, all rows bear the same number and stand in an order that
    comes from chance alone. A building has some hundred homes, so that costs little.

    The election must be locked: two ballots at once would each leave the other out.
    """
    stored = [ballot["choice"] for ballot in await ballots_in_box(tx, election_id)]
    leaves = [*await receipt_leaves(tx, election_id), leaf]
    await fill_box(tx, election_id, [*stored, [str(each) for each in choice]])
    await _rewrite(tx, receipts, election_id, [_receipt(tx, election_id, one) for one in leaves])


async def fill_box(tx: Tx, election_id: UUID, choices: Iterable[Iterable[str]]) -> None:
    """Write the box anew: these choices, each at a fresh random place."""
    ballots = [boxed(choice, secrets.token_bytes(PLACE_BYTES)) for choice in choices]
    rows = [
        {
            "community_id": tx.community,
            "id": UUID(hex=ballot.place),
            "election_id": election_id,
            "choice": list(ballot.choice),
        }
        for ballot in ballots
    ]
    await _rewrite(tx, box, election_id, rows)


def _receipt(tx: Tx, election_id: UUID, leaf: bytes) -> dict[str, Any]:
    first = UUID(bytes=leaf[:ID_BYTES])
    return {"community_id": tx.community, "id": first, "election_id": election_id, "leaf": leaf}


async def _rewrite(tx: Tx, target: Any, election_id: UUID, rows: list[dict[str, Any]]) -> None:
    c = target.c
    await tx.execute(
        delete(target).where(c.community_id == tx.community, c.election_id == election_id)
    )
    await insert_rows(tx, target, sorted(rows, key=lambda row: row["id"]))
