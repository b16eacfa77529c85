"""Sessions as everybody sees them."""

from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Select, select

from linli.deliberation.queries.sessions.agenda_items import agenda_of
from linli.deliberation.queries.sessions.profile import profile_and_zone
from linli.deliberation.queries.sessions.tables import session_steps, sessions
from linli.deliberation.rules.sessions.agenda import earliest_session
from linli.deliberation.rules.sessions.attendance import SESSION_RULES, Party, SessionKind
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_c = sessions.c
DIGESTS = {"digest", "noticed_digest", "subject_digest", "noticed_subject"}
COMING = ("planned", "noticed", "in_session", "in_recess")
SessionsWhich = Literal["coming", "past"]


async def list_sessions(tx: Tx, actor: Actor, which: SessionsWhich, page: PageAsked) -> Row:
    """Sessions by their day: those still to be held, or all others."""
    going_on = _c.state.in_(COMING)
    asks = _told(actor).where(going_on if which == "coming" else ~going_on)
    return await page_of(tx, asks, [_c.held_on, _c.id], page, "sessions", which)


async def session_row(tx: Tx, actor: Actor, session_id: UUID) -> Row:
    """One session without its agenda.

    Raises:
        Problem: 404 ``not_found``.
    """
    row = await tx.row(_told(actor).where(_c.id == session_id))
    if row is None:
        raise not_found()
    return row


async def read_session(tx: Tx, actor: Actor, session_id: UUID) -> Row:
    """One session with its agenda and all that became of it.

    Raises:
        Problem: 404 ``not_found``.
    """
    row = await session_row(tx, actor, session_id)
    profile, zone = await profile_and_zone(tx)
    kind = SessionKind(row["kind"])
    rule = SESSION_RULES[kind]
    return {
        **row,
        "agenda": [_shown(item) for item in await agenda_of(tx, session_id)],
        "steps": await _steps(tx, session_id),
        "parties": [party for party in Party if party in rule.parties],
        "earliest_on": earliest_session(clock.today(zone), profile.notice_days[kind]),
        "speaking_seconds": profile.speaking_seconds,
    }


def _shown(item: Row) -> Row:
    kept = {name: value for name, value in item.items() if name not in DIGESTS}
    return {**kept, "decidable": item["undecidable"] is None}


async def _steps(tx: Tx, session_id: UUID) -> list[Row]:
    s = session_steps.c
    asks = select(s.to_state, s.at, s.reason).where(
        s.community_id == tx.community, s.session_id == session_id
    )
    return await tx.rows(asks.order_by(s.at, s.id))


def _told(actor: Actor) -> Select[Any]:
    return select(
        _c.id,
        _c.kind,
        _c.title,
        _c.place,
        _c.project_id,
        _c.starts_at,
        _c.held_on,
        _c.state,
        _c.noticed_on,
        _c.version,
    ).where(_c.community_id == actor.community_id)
