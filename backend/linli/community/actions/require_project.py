from uuid import UUID

from sqlalchemy import select

from linli.community.models import Project
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import invalid

_project = table(Project)


async def require_project(tx: Tx, project_id: UUID | None) -> None:
    """Check a body's ``project_id`` before anything is written.

    Raises:
        Problem: 422 ``unknown_project``.
    """
    if project_id is None:
        return
    mine = (_project.c.community_id == tx.community, _project.c.id == project_id)
    if await tx.scalar(select(_project.c.id).where(*mine)) is None:
        raise invalid("/project_id", "unknown_project")
