"""Paper ballots and how far they have come; never what they answer."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.sql.expression import true

from linli.deliberation.permissions.ballots import RECORD_PAPER
from linli.deliberation.queries.ballots.objections import ANSWERED
from linli.deliberation.queries.ballots.paper_rows import CONFIRMED, paper_rows, told_papers
from linli.deliberation.queries.ballots.printed_code import PRINTED_CODE
from linli.deliberation.queries.ballots.readings import differing_readings
from linli.deliberation.queries.ballots.round_rows import round_row
from linli.deliberation.queries.ballots.standing import doors_of_electors
from linli.deliberation.queries.ballots.strikes import STRUCK_OUT
from linli.deliberation.queries.ballots.tables import (
    ballots,
    beside,
    confirmations,
    elector_units,
    electors,
    objection_answers,
    objections,
)
from linli.deliberation.rules.ballots.round_mode import Way
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of

_b, _k, _e = ballots.c, confirmations.c, electors.c
_later = ballots.alias("later")
_REPLACED = exists().where(beside(_later, ballots, _later.c.corrects == _b.id))
_STRUCK = exists(
    select(objections.c.id)
    .select_from(objections.join(objection_answers, ANSWERED))
    .where(beside(objections, ballots, objections.c.ballot_id == _b.id))
    .where(objection_answers.c.upheld == true())
    .correlate(ballots)
)
"""Its owner objected and was right: it is never confirmed."""
PAPER_WAITS = and_(_b.way == str(Way.PAPER), _k.id.is_(None), ~_REPLACED, ~_STRUCK, ~STRUCK_OUT)
"""Nobody has confirmed it, no correction replaced it, nobody struck it."""


async def paper_waits(tx: Tx, ballot_id: UUID) -> bool:
    """Whether a paper still waits for somebody to confirm it."""
    asks = (
        select(_b.id)
        .select_from(ballots.outerjoin(confirmations, CONFIRMED))
        .where(_b.community_id == tx.community, _b.id == ballot_id, PAPER_WAITS)
    )
    return await tx.scalar(asks) is not None


async def papers_waiting(tx: Tx, round_id: UUID) -> int:
    """Paper ballots that nobody has confirmed, no correction replaced and nobody struck."""
    asks = (
        select(func.count())
        .select_from(ballots.outerjoin(confirmations, CONFIRMED))
        .where(_b.community_id == tx.community, _b.round_id == round_id, PAPER_WAITS)
    )
    return int(await tx.scalar(asks) or 0)


def paper_in_reach(actor: Actor) -> ColumnElement[bool]:
    """Whether a ballot's elector has a unit where the actor records."""
    reach = actor.reach(RECORD_PAPER, Scope.BUILDING)
    if reach is None:
        return true()
    u = elector_units.c
    return exists().where(
        beside(elector_units, ballots, u.elector_id == _b.elector_id), u.building_id.in_(reach)
    )


async def list_papers(
    tx: Tx, actor: Actor, round_id: UUID, page: PageAsked, *, waiting: bool
) -> Row:
    """Paper ballots within reach, the oldest first; only those that wait, when asked so.

    Raises:
        Problem: 404; 422 ``bad_cursor``.
    """
    await round_row(tx, round_id)
    asks = _papers().where(
        _b.community_id == tx.community, _b.round_id == round_id, paper_in_reach(actor)
    )
    if waiting:
        asks = asks.where(PAPER_WAITS)
    keys = [_b.created_at, _b.id]
    found = await page_of(tx, asks, keys, page, "papers", round_id, waiting, actor.account_id)
    return {**found, "items": await _shown(tx, actor, found["items"])}


async def read_paper(tx: Tx, actor: Actor, ballot_id: UUID) -> Row:
    """One paper as the list shows it, which the actor has reached already."""
    asks = _papers().where(_b.community_id == tx.community, _b.id == ballot_id)
    (shown,) = await _shown(tx, actor, await tx.rows(asks))
    return shown


def _papers() -> Select[Any]:
    elector = beside(electors, ballots, _e.id == _b.elector_id)
    return (
        paper_rows().join(electors, elector).add_columns(PRINTED_CODE, PAPER_WAITS.label("waits"))
    )


async def _shown(tx: Tx, actor: Actor, rows: list[Row]) -> list[Row]:
    doors = await doors_of_electors(tx, {row["elector_id"] for row in rows})
    differing = await differing_readings(tx, actor, [row["id"] for row in rows])
    told = await told_papers(tx, actor, rows)
    return [
        {
            **one,
            "elector_id": row["elector_id"],
            "code": row["code"],
            "doors": doors.get(row["elector_id"], []),
            "mine": row["created_by"] == actor.account_id,
            "waits": row["waits"],
            "corrects": row["corrects"],
            **differing[row["id"]],
        }
        for row, one in zip(rows, told, strict=True)
    ]


async def paper_place(tx: Tx, elector_id: UUID) -> Row:
    """Whose paper it is: ``code`` and ``doors``."""
    mine = (_e.community_id == tx.community, _e.id == elector_id)
    code = await tx.scalar(select(PRINTED_CODE).where(*mine))
    doors = await doors_of_electors(tx, [elector_id])
    return {"code": code, "doors": doors.get(elector_id, [])}
