"""Opening a session, a recess, its end, or calling it off."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from linli.deliberation.actions.sessions.freeze_mandates import freeze_mandates
from linli.deliberation.actions.sessions.room import locked_session, move_session
from linli.deliberation.queries.sessions.present import quorum_among
from linli.deliberation.queries.sessions.profile import profile_and_zone
from linli.deliberation.queries.sessions.tables import agenda, motions, requests
from linli.deliberation.rules.sessions.agenda import why_not_opened
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem


async def open_session(tx: Tx, actor: Actor, session_id: UUID, at: datetime | None = None) -> None:
    """Open a session at its time, or go on after a recess. It need not be quorate yet.

    Args:
        tx: of the community.
        actor: who holds it.
        session_id: of the session.
        at: when it was opened in the room; now, unless that is told later.

    Raises:
        Problem: 404; 409 ``session_not_yet``, ``session_day_over`` or ``session_moved``.
    """
    session = await locked_session(tx, session_id)
    if session["state"] == "noticed":
        await _require_time(tx, session, at or clock.now())
    verb = "resumed" if session["state"] == "in_recess" else "opened"
    await move_session(tx, actor, session, "in_session", verb)


async def _require_time(tx: Tx, session: Row, at: datetime) -> None:
    profile, zone = await profile_and_zone(tx)
    starts, today = session["starts_at"], clock.day_of(at, zone)
    why = why_not_opened(starts, session["held_on"], at, today, profile.opens_before)
    if why is not None:
        opens = (starts - profile.opens_before).astimezone(ZoneInfo(zone))
        day = session["held_on"].isoformat()
        raise Problem(409, why, held_on=day, from_time=opens.strftime("%H:%M"))


async def take_recess(tx: Tx, actor: Actor, session_id: UUID) -> None:
    """Interrupt a session.

    Raises:
        Problem: 404; 409 ``session_moved``.
    """
    session = await locked_session(tx, session_id)
    await move_session(tx, actor, session, "in_recess", "interrupted")


async def close_session(tx: Tx, actor: Actor, session_id: UUID) -> None:
    """End a session; who speaks has spoken, and what is on the table is done with.

    Who is a representative now is kept: attendance and quorum stay what they were.

    Raises:
        Problem: 404; 409 ``motion_open`` while hands are up, or ``session_moved``.
    """
    session, now = await locked_session(tx, session_id), clock.now()
    m, r, a = motions.c, requests.c, agenda.c
    going_on = (m.community_id == tx.community, m.session_id == session_id, m.closed_at.is_(None))
    if await tx.scalar(select(m.id).where(*going_on)) is not None:
        raise Problem(409, "motion_open")
    quorum = await quorum_among(tx, session, await freeze_mandates(tx, session_id))
    public = {"present": quorum.present, "mandates": quorum.mandates}
    await move_session(tx, actor, session, "closed", "closed", public=public)
    of_session = (r.community_id == tx.community, r.session_id == session_id)
    speaking = (*of_session, r.called_at.is_not(None), r.ended_at.is_(None))
    await tx.execute(update(requests).where(*speaking).values(ended_at=now))
    taken_up = (a.community_id == tx.community, a.session_id == session_id)
    still = (*taken_up, a.taken_up_at.is_not(None), a.closed_at.is_(None))
    await tx.execute(update(agenda).where(*still).values(closed_at=now))


async def cancel_session(tx: Tx, actor: Actor, session_id: UUID, reason: str) -> None:
    """Call a session off, and say why.

    Raises:
        Problem: 404; 409 ``session_moved``.
    """
    session = await locked_session(tx, session_id)
    await move_session(tx, actor, session, "cancelled", "cancelled", reason)
    await freeze_mandates(tx, session_id)
