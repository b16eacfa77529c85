"""Objections to a result and their answers."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true

from linli.deliberation.queries.ballots.round_rows import round_row
from linli.deliberation.queries.ballots.tables import (
    beside,
    objection_answers,
    objections,
    results,
)
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.procedure import objections_until
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of

_o, _a = objections.c, objection_answers.c
ANSWERED = beside(objection_answers, objections, _a.objection_id == _o.id)


async def open_objections(tx: Tx, round_id: UUID) -> int:
    """Objections that keep a result from being final.

    Those without an answer, and those upheld since the last tally: it has yet to be put right.
    """
    return await _number(tx, round_id, or_(_a.id.is_(None), _upheld_since(tx, round_id)))


async def upheld_objections(tx: Tx, round_id: UUID) -> int:
    """Objections upheld since the last tally: what a recount is to put right."""
    return await _number(tx, round_id, _upheld_since(tx, round_id))


def _upheld_since(tx: Tx, round_id: UUID) -> ColumnElement[bool]:
    r = results.c
    last = select(func.max(r.created_at)).where(
        r.community_id == tx.community, r.round_id == round_id
    )
    return and_(_a.upheld == true(), _a.created_at >= last.scalar_subquery())


async def _number(tx: Tx, round_id: UUID, such: ColumnElement[bool]) -> int:
    asks = (
        select(func.count())
        .select_from(objections.outerjoin(objection_answers, ANSWERED))
        .where(_o.community_id == tx.community, _o.round_id == round_id, such)
    )
    return int(await tx.scalar(asks) or 0)


def objections_with_answers() -> Select[Any]:
    """What ``shown_objection`` takes, of every community; to be narrowed and put in order."""
    return select(
        _o.id,
        _o.ballot_id,
        _o.words,
        _o.created_at,
        _o.created_by,
        _a.words.label("answer"),
        _a.upheld,
        _a.created_at.label("answered_at"),
    ).outerjoin_from(objections, objection_answers, ANSWERED)


async def list_objections(tx: Tx, actor: Actor, round_id: UUID, page: PageAsked) -> Row:
    """Objections with their answers, the oldest first.

    Raises:
        Problem: 404; 422 ``bad_cursor``.
    """
    round_ = await round_row(tx, round_id)
    asks = objections_with_answers().where(_o.community_id == tx.community, _o.round_id == round_id)
    found = await page_of(tx, asks, [_o.created_at, _o.id], page, "objections", round_id)
    items = [shown_objection(row, actor) for row in found["items"]]
    return {**found, "items": items, "objections_until": until(round_)}


def until(round_: Row) -> date | None:
    """The last day to object; ``None`` while there is no result."""
    if round_["result_on"] is None:
        return None
    return objections_until(round_["result_on"], profile_of(round_["profile"]))


async def read_objection(tx: Tx, actor: Actor, objection_id: UUID) -> Row:
    """One objection with its answer."""
    asks = objections_with_answers().where(_o.community_id == tx.community, _o.id == objection_id)
    (row,) = await tx.rows(asks)
    return shown_objection(row, actor)


def shown_objection(row: Row, actor: Actor) -> Row:
    """An objection as everybody sees it: without a name."""
    answer = None
    if row["answer"] is not None:
        answer = {
            "words": row["answer"],
            "upheld": bool(row["upheld"]),
            "at": row["answered_at"],
        }
    return {
        "id": row["id"],
        "words": row["words"],
        "raised_at": row["created_at"],
        "mine": row["created_by"] == actor.account_id,
        "about_paper": row["ballot_id"] is not None,
        "answer": answer,
    }
