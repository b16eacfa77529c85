"""Proposals as an actor sees them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select, true

from linli.deliberation.permissions.proposals import (
    COMMENT,
    DECIDE_PROPOSAL,
    MOVE_PROPOSAL,
)
from linli.deliberation.queries.proposals.asked import homes_asked
from linli.deliberation.queries.proposals.positions import position_counts, positions_of
from linli.deliberation.queries.proposals.tables import moves, proposals, versions
from linli.deliberation.rules.lifecycles.proposal import (
    COMMENTS_ARE_OPEN,
    PROPOSAL,
    READY,
    TEXT_MAY_CHANGE,
)
from linli.deliberation.rules.proposals.steering import may_take
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_c = proposals.c


async def page_proposals(tx: Tx, actor: Actor, state: str | None, page: PageAsked) -> Row:
    """A page of the proposals that the actor sees, the oldest first."""
    asks = _seen(tx, actor)
    if state is not None:
        asks = asks.where(_c.state == state)
    found = await page_of(tx, asks, [_c.id], page, "proposals", state, actor.account_id)
    return {**found, "items": await _summed(tx, actor, found["items"])}


async def read_proposal(tx: Tx, actor: Actor, proposal_id: UUID) -> Row:
    """A proposal with its text, its steps, and what the actor may do about it.

    Raises:
        Problem: 404 ``not_found``.
    """
    text = and_(
        versions.c.community_id == _c.community_id,
        versions.c.proposal_id == _c.id,
        versions.c.number == _c.newest,
    )
    asks = _seen(tx, actor).add_columns(versions.c.body, _c.round_id, _c.held_by_round)
    row = await tx.row(asks.join(versions, text).where(_c.id == proposal_id))
    if row is None:
        raise not_found()
    (told,) = await _summed(tx, actor, [row])
    steers = steers_proposal(actor, row)
    return {
        **told,
        "moves": await _moves(tx, proposal_id),
        "next_moves": _next_moves(actor, row),
        "may_edit": steers and row["state"] in TEXT_MAY_CHANGE and not row["held_by_round"],
        "may_comment": actor.may(COMMENT) and row["state"] in COMMENTS_ARE_OPEN,
        "may_decide_amendments": steers and row["state"] in ("open_for_comment", "revision"),
        "asked": await homes_asked(tx, actor, proposal_id),
    }


def sees_drafts(actor: Actor) -> ColumnElement[bool]:
    """Drafts are their author's and the office's; all else is everybody's."""
    if actor.may(DECIDE_PROPOSAL):
        return true()
    return or_(_c.state != PROPOSAL.initial, _c.created_by == actor.account_id)


def steers_proposal(actor: Actor, row: Row) -> bool:
    """Whether the actor words a proposal and takes it on: its author, or the office."""
    is_author = row["author_id"] == actor.account_id and actor.may(MOVE_PROPOSAL)
    return is_author or actor.may(DECIDE_PROPOSAL)


def is_being_decided(row: Row) -> bool:
    """Whether a ballot round decides a proposal; nobody then takes it away by hand."""
    return row["state"] == READY and row["held_by_round"] is not None


def _seen(tx: Tx, actor: Actor) -> Select[Any]:
    shown = ("id", "project_id", "title", "newest", "state", "state_since", "created_at")
    columns = [_c[name] for name in shown]
    return select(*columns, _c.created_by.label("author_id")).where(
        _c.community_id == tx.community, sees_drafts(actor)
    )


async def _summed(tx: Tx, actor: Actor, rows: Sequence[Row]) -> list[Row]:
    if not rows:
        return []
    ids = [row["id"] for row in rows]
    names = await names_of(tx, {row["author_id"] for row in rows})
    counts = await position_counts(tx, ids)
    mine = await positions_of(tx, ids, actor.account_id)
    return [
        {
            **row,
            "author_name": names.get(row["author_id"], ""),
            "positions": counts[row["id"]],
            "my_position": mine.get(row["id"]),
        }
        for row in rows
    ]


async def _moves(tx: Tx, proposal_id: UUID) -> list[Row]:
    m = moves.c
    shown = [m[name] for name in ("source", "target", "reason", "round_id", "created_by")]
    asks = (
        select(*shown, m.created_at)
        .where(m.community_id == tx.community, m.proposal_id == proposal_id)
        .order_by(m.created_at, m.id)
    )
    rows = await tx.rows(asks)
    names = await names_of(tx, {row["created_by"] for row in rows}) if rows else {}
    return [{**row, "by_name": names.get(row["created_by"], "")} for row in rows]


def _next_moves(actor: Actor, row: Row) -> list[Row]:
    if is_being_decided(row):
        return []
    decides, steers = actor.may(DECIDE_PROPOSAL), steers_proposal(actor, row)
    return [
        {"target": move.target, "needs_reason": may_take(move).needs_reason}
        for move in PROPOSAL.moves
        if move.source == row["state"] and (decides or (steers and not may_take(move).office_only))
    ]


async def locked_proposal(tx: Tx, actor: Actor, proposal_id: UUID) -> Row:
    """A proposal that nobody else changes until this transaction ends.

    Raises:
        Problem: 404 ``not_found``, also for a draft of somebody else's.
    """
    asks = select(proposals, _c.created_by.label("author_id")).where(
        _c.community_id == tx.community, _c.id == proposal_id, sees_drafts(actor)
    )
    row = await tx.row(asks.with_for_update())
    if row is None:
        raise not_found()
    return row
