"""The electorate of a round: made from the roster, or read back as it was frozen."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.round_rows import scope_of
from linli.deliberation.queries.ballots.tables import elector_units, electors
from linli.deliberation.rules.ballots.electorate import Elector, Electorate, Parking
from linli.deliberation.rules.ballots.frozen_electorate import frozen_form
from linli.deliberation.rules.ballots.question import Question, rules_of
from linli.kernel.db.transaction import Row, Tx


async def frozen_document(tx: Tx, round_: Row, questions: list[Question]) -> dict[str, Any]:
    """The document whose digest was published, made again from what is stored.

    Electors and units stand in it by their codes.
    """
    electorate = Electorate(await _stored(tx, round_["id"]), ())
    return published_form(electorate, round_, questions)


def published_form(
    electorate: Electorate, round_: Row, questions: list[Question]
) -> dict[str, Any]:
    """The frozen form of an electorate that is already coded."""
    return frozen_form(electorate, scope_of(round_), Parking.NOTHING, rules_of(questions))


async def _stored(tx: Tx, round_id: UUID) -> tuple[Elector, ...]:
    u, e = elector_units.c, electors.c
    units: dict[UUID, list[str]] = defaultdict(list)
    asks = select(u.elector_id, u.code).where(
        u.community_id == tx.community, u.round_id == round_id
    )
    for row in await tx.rows(asks):
        units[row["elector_id"]].append(row["code"])
    these = (e.community_id == tx.community, e.round_id == round_id)
    rows = await tx.rows(select(e.id, e.code, e.area_dm2).where(*these).order_by(e.code))
    return tuple(
        Elector(row["code"], None, (), tuple(sorted(units[row["id"]])), row["area_dm2"])
        for row in rows
    )
