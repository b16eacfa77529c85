"""Rounds in a list."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import case, func, or_, select

from linli.community.public import homes_of
from linli.deliberation.permissions.ballots import MANAGE_ROUND
from linli.deliberation.queries.ballots.tables import (
    authorizations,
    beside,
    counted,
    electors,
    questions,
    rounds,
)
from linli.deliberation.queries.ballots.turnout import NOTHING, returned_of
from linli.deliberation.queries.ballots.what_may_be_done import FROZEN
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of

_r, _q, _e, _a = rounds.c, questions.c, electors.c, authorizations.c
_ORDER = case(
    (_r.state == "open", 0),
    (_r.state.in_(["noticed", "closed", "counted", "on_notice"]), 1),
    (_r.state == "draft", 2),
    else_=3,
).label("place")
"""What can be voted on stands first, what is over last."""


async def list_rounds(tx: Tx, actor: Actor, page: PageAsked, states: Sequence[str]) -> Row:
    """Rounds, those being voted on first; drafts are seen by those who manage them.

    Raises:
        Problem: 422 ``bad_cursor``.
    """
    asked = (
        select(func.count())
        .where(beside(questions, rounds, _q.round_id == _r.id))
        .scalar_subquery()
    )
    names = ("id", "title", "mode", "state", "opens_on", "closes_on", "opens_at", "closes_at")
    asks = select(
        *(_r[name] for name in names),
        _r.heads,
        _r.area_dm2,
        _r.created_at,
        _ORDER,
        asked.label("questions"),
    ).where(_r.community_id == tx.community)
    if not actor.may(MANAGE_ROUND):
        asks = asks.where(_r.state != "draft")
    if states:
        asks = asks.where(_r.state.in_(states))
    rows = asks.subquery("listed")
    keys = [rows.c.place, rows.c.id]
    about = ("ballot_rounds", actor.account_id, *states)
    found = await page_of(tx, select(rows), keys, page, *about)
    return {**found, "items": await _cards(tx, actor, found["items"])}


async def _cards(tx: Tx, actor: Actor, rows: list[Row]) -> list[Row]:
    ids = [row["id"] for row in rows if row["state"] in FROZEN]
    returned = await returned_of(tx, ids) if ids else {}
    mine = await _mine(tx, actor, ids)
    return [
        {
            **{key: value for key, value in row.items() if key not in _NOT_SHOWN},
            "electorate": _weight(row),
            "returned": returned.get(row["id"], NOTHING) if row["heads"] is not None else None,
            "mine": mine.get(row["id"], (0, 0))[0],
            "mine_returned": mine.get(row["id"], (0, 0))[1],
        }
        for row in rows
    ]


_NOT_SHOWN = frozenset({"heads", "area_dm2", "created_at", "place"})


def _weight(row: Row) -> Row | None:
    if row["heads"] is None:
        return None
    return {"heads": row["heads"], "area_dm2": row["area_dm2"]}


async def _mine(tx: Tx, actor: Actor, round_ids: list[UUID]) -> dict[UUID, tuple[int, int]]:
    """By round: electors the actor votes for, and how many of their ballots are counted."""
    if not round_ids:
        return {}
    homes = await homes_of(tx, actor.account_id)
    owned = {home["owner_id"] for home in homes if home["owner_id"] is not None}
    held = select(_a.elector_id).where(
        _a.community_id == tx.community, _a.holder_account_id == actor.account_id
    )
    asks = (
        select(_e.round_id, func.count().label("all"), func.count(counted.c.id).label("back"))
        .outerjoin_from(electors, counted, beside(counted, electors, counted.c.id == _e.id))
        .where(_e.community_id == tx.community, _e.round_id.in_(round_ids))
        .where(or_(_e.voter_owner_id.in_(owned), _e.id.in_(held)))
        .group_by(_e.round_id)
    )
    rows = await tx.rows(asks)
    return {row["round_id"]: (int(row["all"]), int(row["back"])) for row in rows}
