from uuid import UUID

from sqlalchemy import select, update

from linli.community.facts import project_moved
from linli.community.models import Project, ProjectPhaseChange
from linli.community.rules.phases import movers
from linli.community.schemas.projects import PhaseChangeIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, conflict, forbidden, not_found

_project = table(Project)
_change = table(ProjectPhaseChange)


async def move_project(tx: Tx, actor: Actor, project_id: UUID, body: PhaseChangeIn) -> bool:
    """Move a project to another phase; everybody can read when, by whom and why.

    Returns:
        Whether it moved; ``False`` when the same was sent before.

    Raises:
        Problem: 404 without such a project, 409 ``phase_not_possible`` for a step that leads
            nowhere, 403 for a step that is another role's, 409 when the id has another content.
    """
    before = await _hold(tx, project_id)
    repeated = await _step_sent_before(tx, project_id, body.id)
    if repeated is None:
        _check(actor, before, body.to)
    step = {"project_id": project_id, "from_phase": repeated or before, "to_phase": body.to}
    if not await create_once(tx, actor, ProjectPhaseChange, body, **step, reason=body.reason):
        return False
    this = (_project.c.community_id == tx.community, _project.c.id == project_id)
    moved = {"phase": body.to, "version": _project.c.version + 1}
    await tx.execute(update(_project).where(*this).values(moved))
    move = (before, str(body.to))
    record(tx, project_moved(actor, project_id, clock.now(), move, body.reason))
    return True


async def _hold(tx: Tx, project_id: UUID) -> str:
    """The phase, which nobody else changes until this transaction ends."""
    this = (_project.c.community_id == tx.community, _project.c.id == project_id)
    phase = await tx.scalar(select(_project.c.phase).where(*this).with_for_update())
    if phase is None:
        raise not_found()
    return str(phase)


async def _step_sent_before(tx: Tx, project_id: UUID, change_id: UUID) -> str | None:
    """The phase that a step with this id, sent before, led away from."""
    this = (_change.c.community_id == tx.community, _change.c.id == change_id)
    found = await tx.row(select(_change.c.project_id, _change.c.from_phase).where(*this))
    if found is None:
        return None
    if found["project_id"] != project_id:
        raise conflict("id")
    return str(found["from_phase"])


def _check(actor: Actor, before: str, after: str) -> None:
    roles = movers(before, after)
    if not roles:
        raise Problem(409, "phase_not_possible", before=before, after=after)
    if not actor.holds(*roles):
        raise forbidden()
