"""What is to be done, by whom and by when."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, select

from linli.community.public import time_zone_of
from linli.deliberation.queries.sessions.tables import action_steps, actions, decisions, sessions
from linli.deliberation.rules.lifecycles.action_item import IS_REMINDED, is_overdue
from linli.deliberation.schemas.session_outcome import ActionWhich
from linli.identity.public import names_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_c = actions.c


async def list_action_items(tx: Tx, actor: Actor, which: ActionWhich, page: PageAsked) -> Row:
    """Action items: one's own that go on, all that go on, or those that ended; first due first."""
    goes_on = _c.state.in_(sorted(IS_REMINDED))
    asks = _told().where(_c.community_id == actor.community_id)
    asks = asks.where(~goes_on if which == "ended" else goes_on)
    if which == "mine":
        asks = asks.where(_c.owner_account_id == actor.account_id)
    keys, about = [_c.due_on, _c.id], ("action_items", which, actor.account_id)
    found = await page_of(tx, asks, keys, page, *about)
    return {**found, "items": await _shown(tx, actor, found["items"])}


async def action_items_to_review(tx: Tx, actor: Actor, limit: int) -> list[Row]:
    """What is said to be done and is to be looked at by now, the first due first."""
    today = clock.today(await time_zone_of(tx, tx.community))
    asks = _told().where(
        _c.community_id == actor.community_id, _c.state == "done", _c.review_on <= today
    )
    asks = asks.order_by(_c.review_on, _c.id).limit(limit)
    return await _shown(tx, actor, await tx.rows(asks))


async def action_items_of(tx: Tx, actor: Actor, session_id: UUID) -> list[Row]:
    """The action items of a session, the first due first."""
    asks = _told().where(_c.community_id == tx.community, _c.session_id == session_id)
    return await _shown(tx, actor, await tx.rows(asks.order_by(_c.due_on, _c.id)))


async def read_action_item(tx: Tx, actor: Actor, action_id: UUID) -> Row:
    """One action item with all that was done about it.

    Raises:
        Problem: 404 ``not_found``.
    """
    row = await tx.row(_told().where(_c.community_id == tx.community, _c.id == action_id))
    if row is None:
        raise not_found()
    (shown,) = await _shown(tx, actor, [row])
    s = action_steps.c
    asks = select(s.id, s.to_state, s.words, s.by_account_id, s.at).where(
        s.community_id == tx.community, s.action_item_id == action_id
    )
    steps = await tx.rows(asks.order_by(s.at, s.id))
    names = await names_of(tx, {step["by_account_id"] for step in steps})
    told = [{**step, "by_name": names.get(step.pop("by_account_id"), "")} for step in steps]
    return {**shown, "steps": told}


async def _shown(tx: Tx, actor: Actor, rows: list[Row]) -> list[Row]:
    names = await names_of(tx, {row["owner_account_id"] for row in rows})
    today = clock.today(await time_zone_of(tx, tx.community))
    return [_as_told(row, names, today, actor) for row in rows]


def _as_told(row: Row, names: dict[UUID, str], today: date, actor: Actor) -> Row:
    owner = row["owner_account_id"]
    return {
        **row,
        "owner_name": names.get(owner, ""),
        "overdue": is_overdue(row["state"], row["due_on"], today),
        "to_review": row["state"] == "done" and row["review_on"] <= today,
        "mine": owner == actor.account_id,
    }


def _told() -> Select[Any]:
    of_session = and_(sessions.c.community_id == _c.community_id, sessions.c.id == _c.session_id)
    d = decisions.c
    decided = and_(d.community_id == _c.community_id, d.id == _c.decision_id)
    told = select(
        _c.id,
        _c.session_id,
        sessions.c.kind.label("session_kind"),
        sessions.c.held_on,
        _c.decision_id,
        d.words.label("decision_words"),
        _c.words,
        _c.owner_account_id,
        _c.due_on,
        _c.review_on,
        _c.state,
        _c.reminders,
    ).join_from(actions, sessions, of_session)
    return told.outerjoin(decisions, decided)
