from uuid import UUID

from sqlalchemy import update

from linli.deliberation.actions.sessions.room import locked_session, move_session
from linli.deliberation.queries.sessions.agenda_items import agenda_of
from linli.deliberation.queries.sessions.profile import profile_and_zone
from linli.deliberation.queries.sessions.tables import agenda
from linli.deliberation.rules.sessions.agenda import earliest_session
from linli.deliberation.rules.sessions.attendance import SessionKind
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem

_c = agenda.c


async def give_notice(tx: Tx, actor: Actor, session_id: UUID) -> None:
    """Announce a session with its agenda, which from here on is what can be decided.

    Raises:
        Problem: 404 without the session; 409 ``agenda_empty``, ``place_missing``,
            ``session_notice_too_short`` with the first possible day, or ``session_moved``.
    """
    session = await locked_session(tx, session_id)
    profile, zone = await profile_and_zone(tx)
    today = clock.today(zone)
    items = await agenda_of(tx, session_id)
    if not items:
        raise Problem(409, "agenda_empty")
    if not session["place"]:
        raise Problem(409, "place_missing")
    earliest = earliest_session(today, profile.notice_days[SessionKind(session["kind"])])
    if session["held_on"] < earliest:
        raise Problem(409, "session_notice_too_short", earliest=earliest.isoformat())
    digests = {str(item["id"]): item["digest"] for item in items}
    subjects = {str(item["id"]): item["subject_digest"] for item in items if item["subject_digest"]}
    public = {"held_on": session["held_on"], "agenda": digests, "subjects": subjects}
    await move_session(tx, actor, session, "noticed", "noticed", public=public, noticed_on=today)
    for item in items:
        this = (_c.community_id == tx.community, _c.id == item["id"])
        said = {"noticed_digest": item["digest"], "noticed_subject": item["subject_digest"]}
        await tx.execute(update(agenda).where(*this).values(**said))
