from sqlalchemy import select

from linli.community.public import PROJECTS
from linli.deliberation.facts.sessions import session_fact
from linli.deliberation.models.sessions import DeliberationSession
from linli.deliberation.queries.sessions.profile import profile_and_zone
from linli.deliberation.schemas.sessions import SessionIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken
from linli.kernel.problems import invalid


async def plan_session(tx: Tx, actor: Actor, body: SessionIn) -> bool:
    """Plan a session; whether it is new.

    Raises:
        Problem: 422 ``unknown_project``; 409 ``weekly_planned`` when the day has a weekly session
            already; 409 as ``create_once``.
    """
    projects = PROJECTS.c
    known = (projects.community_id == tx.community, projects.id == body.project_id)
    if body.project_id and await tx.scalar(select(projects.id).where(*known)) is None:
        raise invalid("/project_id", "unknown_project")
    _, zone = await profile_and_zone(tx)
    day = clock.day_of(body.starts_at, zone)
    values = {**body.model_dump(exclude={"id"}), "held_on": day, "version": 1}
    values |= {"state": "planned", "noticed_on": None, "tick": 0}
    is_new = await create_unless_taken(
        tx, actor, DeliberationSession, body, "weekly_planned", **values
    )
    if is_new:
        public = {"kind": body.kind, "held_on": day}
        record(tx, session_fact("planned", body.id, clock.now(), actor, public))
    return is_new
