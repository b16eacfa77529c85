"""The three lists of a secret ballot."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from linli.community.public import HOUSEHOLDS
from linli.deliberation.permissions.representatives import HOLD_ELECTION
from linli.deliberation.queries.representatives.elections import read_election
from linli.deliberation.queries.representatives.tables import box, receipts, roll
from linli.deliberation.rules.representatives.secret_ballot import tells_choices
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem, forbidden


def _of(tx: Tx, table: Any, election_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return table.c.community_id == tx.community, table.c.election_id == election_id


async def homes_on_roll(tx: Tx, election_id: UUID) -> list[UUID]:
    """The homes that took part, in the order of their ids on the roll, which tells nothing."""
    asks = select(roll.c.household_id).where(*_of(tx, roll, election_id)).order_by(roll.c.id)
    return [row["household_id"] for row in await tx.rows(asks)]


async def ballots_in_box(tx: Tx, election_id: UUID) -> list[Row]:
    """``id`` (a random place) and ``choice`` of each ballot, by place."""
    asks = select(box.c.id, box.c.choice).where(*_of(tx, box, election_id)).order_by(box.c.id)
    return await tx.rows(asks)


async def receipt_leaves(tx: Tx, election_id: UUID) -> list[bytes]:
    """The receipts' leaves, sorted."""
    asks = select(receipts.c.leaf).where(*_of(tx, receipts, election_id)).order_by(receipts.c.leaf)
    return [bytes(row["leaf"]) for row in await tx.rows(asks)]


async def read_opened_box(tx: Tx, actor: Actor, election_id: UUID) -> Row:
    """All that is published of a closed election, to those of the building and to the office.

    Where that would give choices away, ``roll`` and ``choices`` are ``None``.

    Raises:
        Problem: 404; 403 to others; 409 ``box_closed`` until the box is counted.
    """
    election = await read_election(tx, actor, election_id)
    if not (election["is_mine"] or actor.may(HOLD_ELECTION)):
        raise forbidden()
    if election["stage"] != "closed":
        raise Problem(409, "box_closed")
    counted = election["counted"]
    leaves = {
        "receipts": [leaf.hex() for leaf in await receipt_leaves(tx, election_id)],
        "receipts_root": counted.get("receipts_root"),
    }
    if not tells_choices(counted["outcome"], len(leaves["receipts"])):
        return {"roll": None, "choices": None, **leaves}
    return {**await _lists(tx, election_id), **leaves}


async def _lists(tx: Tx, election_id: UUID) -> Row:
    codes = select(HOUSEHOLDS.c.code, HOUSEHOLDS.c.sort_key).where(
        HOUSEHOLDS.c.community_id == tx.community,
        HOUSEHOLDS.c.id.in_(select(roll.c.household_id).where(*_of(tx, roll, election_id))),
    )
    homes = await tx.rows(codes.order_by(HOUSEHOLDS.c.sort_key))
    return {
        "roll": [home["code"] for home in homes],
        "choices": [ballot["choice"] for ballot in await ballots_in_box(tx, election_id)],
    }
