"""The room as it is now: read every few seconds by everybody who follows a session."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from linli.deliberation.queries.sessions.hands_up import hands_up
from linli.deliberation.queries.sessions.present import mandates_at, parties_of, who_is_here
from linli.deliberation.queries.sessions.tables import agenda, motions, requests, sessions
from linli.deliberation.rules.sessions.attendance import SessionKind, attendance
from linli.deliberation.rules.sessions.speaking_order import Request, Side, speaking_order
from linli.identity.public import names_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.problems import not_found

_TICK = Fast(
    select(sessions.c.tick).where(
        sessions.c.community_id == bindparam("community", type_=Uuid),
        sessions.c.id == bindparam("id", type_=Uuid),
    )
)


async def room_tick(tx: Tx, actor: Actor, session_id: UUID) -> int:
    """How many changes there were: all that a phone that has seen the newest is asked to wait for.

    Raises:
        Problem: 404 ``not_found``.
    """
    found = await tx.scalar(_TICK, {"community": actor.community_id, "id": session_id})
    if found is None:
        raise not_found()
    return int(found)


async def read_room(tx: Tx, session_id: UUID, tick: int) -> Row:
    """The room, with at least all that had changed by ``tick``."""
    s = sessions.c
    this = (s.community_id == tx.community, s.id == session_id)
    session = await tx.row(select(s.id, s.kind, s.state).where(*this))
    if session is None:
        raise not_found()
    item_id = await _item(tx, session_id)
    speaking, queue = await _speakers(tx, session_id, item_id)
    mandates = await mandates_at(tx, session)
    here = [row for row in await who_is_here(tx, session_id) if row["here"]]
    motion, raised = await _motion(tx, session_id, mandates, here)
    return {
        "tick": tick,
        "server_time": clock.now(),
        "state": session["state"],
        "item_id": item_id,
        "quorum": _quorum(session, mandates, here),
        "speaking": speaking,
        "queue": queue,
        "motion": motion,
        "raised": raised,
        "here": [row["account_id"] for row in here],
    }


def _quorum(session: Row, mandates: set[UUID], here: list[Row]) -> Row:
    present = sum(row["account_id"] in mandates for row in here)
    kind = SessionKind(session["kind"])
    quorum = attendance(kind, present, len(mandates), parties_of(here, mandates))
    return {
        "present": quorum.present,
        "mandates": quorum.mandates,
        "least": quorum.least,
        "missing_parties": list(quorum.missing_parties),
        "quorate": quorum.quorate,
        "people": len(here),
    }


async def _item(tx: Tx, session_id: UUID) -> UUID | None:
    a = agenda.c
    here = (a.community_id == tx.community, a.session_id == session_id)
    now = (*here, a.taken_up_at.is_not(None), a.closed_at.is_(None))
    found: UUID | None = await tx.scalar(select(a.id).where(*now))
    return found


async def _speakers(tx: Tx, session_id: UUID, item_id: UUID | None) -> tuple[Row | None, list[Row]]:
    """Who speaks, and who is next (rules/sessions/speaking_order.py)."""
    r = requests.c
    asks = select(r.id, r.account_id, r.side, r.called_at, r.ended_at, r.agenda_item_id)
    mine = (r.community_id == tx.community, r.session_id == session_id, r.withdrawn_at.is_(None))
    rows = await tx.rows(asks.where(*mine).order_by(r.created_at, r.id))
    names = await names_of(tx, {row["account_id"] for row in rows})
    told = {row["id"]: _told(row, names) for row in rows}
    of_item = [row for row in rows if row["agenda_item_id"] == item_id]
    speaking = next((r for r in rows if r["called_at"] and not r["ended_at"]), None)
    order = speaking_order(_waiting(of_item), _heard(of_item))
    by_sequence = dict(enumerate(of_item))
    queue = [told[by_sequence[request.sequence]["id"]] for request in order]
    return (told[speaking["id"]] if speaking else None), queue


def _waiting(of_item: list[Row]) -> list[Request]:
    spoken = [row["account_id"] for row in of_item if row["called_at"]]
    return [
        Request(str(row["account_id"]), Side(row["side"]), place, spoken.count(row["account_id"]))
        for place, row in enumerate(of_item)
        if row["called_at"] is None
    ]


def _heard(of_item: list[Row]) -> list[Side]:
    called = sorted((row for row in of_item if row["called_at"]), key=lambda r: r["called_at"])
    return [Side(row["side"]) for row in called]


def _told(row: Row, names: dict[UUID, str]) -> Row:
    kept = {name: row[name] for name in ("id", "account_id", "side", "called_at")}
    return {**kept, "name": names.get(row["account_id"], "")}


async def _motion(
    tx: Tx, session_id: UUID, mandates: set[UUID], here: list[Row]
) -> tuple[Row | None, list[UUID]]:
    """The open motion with the hands that are up, or else the last one that was decided."""
    m = motions.c
    mine = (m.community_id == tx.community, m.session_id == session_id)
    columns: list[Any] = [m.id, m.agenda_item_id, m.words, m.created_at.label("opened_at")]
    columns += [m.closed_at, m.how, m.agree, m.oppose, m.present, m.mandates, m.outcome]
    latest = select(*columns).where(*mine).order_by(m.created_at.desc(), m.id.desc()).limit(1)
    row = await tx.row(latest)
    if row is None or row["closed_at"] is not None:
        return row, []
    choices = await hands_up(tx, row["id"])
    present = {each["account_id"] for each in here} & mandates
    up = {
        "agree": list(choices.values()).count("agree"),
        "oppose": list(choices.values()).count("oppose"),
        "present": len(present | set(choices)),
        "mandates": len(mandates),
    }
    return {**row, **up}, sorted(choices)
