from sqlalchemy import select

from linli.community.public import PROJECTS
from linli.deliberation.actions.comparison_lists.check_content import checked_content
from linli.deliberation.actions.comparison_lists.write_version import write_version
from linli.deliberation.facts.comparison_lists import list_changed
from linli.deliberation.models.comparison_lists import ComparisonList
from linli.deliberation.schemas.comparison_lists.content import ListIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import invalid


async def make_list(tx: Tx, actor: Actor, body: ListIn) -> bool:
    """Make a comparison list of a project, as a draft; whether it is new.

    Raises:
        Problem: 422 ``unknown_project`` or as ``checked_content``; 409 as ``create_once``.
    """
    known = (PROJECTS.c.community_id == tx.community, PROJECTS.c.id == body.project_id)
    if await tx.scalar(select(PROJECTS.c.id).where(*known)) is None:
        raise invalid("/project_id", "unknown_project")
    content = await checked_content(tx, body, body.project_id)
    values = {"project_id": body.project_id, "title": body.title, "version": 1}
    if not await create_once(tx, actor, ComparisonList, body, **values):
        return False
    told = await write_version(tx, actor, body.id, 1, content, "")
    public = {"project": body.project_id, "content_sha256": told}
    record(tx, list_changed(actor, "made", body.id, clock.now(), **public))
    return True
