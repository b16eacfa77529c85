from sqlalchemy import select

from linli.care.facts.canvass import canvass_opened
from linli.care.models.canvass import Canvass
from linli.care.schemas.canvass import CanvassIn
from linli.community.public import PROJECTS, known_documents
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import invalid


async def open_canvass(tx: Tx, actor: Actor, body: CanvassIn) -> bool:
    """Open a canvass of a project's buildings; whether it is new.

    Raises:
        Problem: 422 ``unknown_project`` or ``unknown_document``; 409 as ``create_once``.
    """
    projects = PROJECTS.c
    known = (projects.community_id == tx.community, projects.id == body.project_id)
    if await tx.scalar(select(projects.id).where(*known)) is None:
        raise invalid("/project_id", "unknown_project")
    if set(body.explains) - await known_documents(tx, set(body.explains)):
        raise invalid("/explains", "unknown_document")
    values = body.model_dump(exclude={"id", "explains"})
    explains = [str(document) for document in body.explains]
    is_new = await create_once(tx, actor, Canvass, body, **values, explains=explains)
    if is_new:
        public = {"project": body.project_id, "from": body.starts_on, "until": body.ends_on}
        record(tx, canvass_opened(actor, body.id, clock.now(), **public))
    return is_new
