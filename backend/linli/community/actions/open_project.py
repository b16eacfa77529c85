from sqlalchemy import func, insert, select

from linli.community.facts import project_opened
from linli.community.models import Building, Project, ProjectBuilding
from linli.community.schemas.projects import ProjectIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.ids import new_id
from linli.kernel.problems import invalid


async def open_project(tx: Tx, actor: Actor, body: ProjectIn) -> bool:
    """Open a project for some buildings; it begins by mobilising.

    Returns:
        Whether it is new; ``False`` when the same was sent before.

    Raises:
        Problem: 422 when a building is not known, 409 when the id has another content.
    """
    buildings = list(dict.fromkeys(body.building_ids))
    known = table(Building)
    mine = (known.c.community_id == tx.community, known.c.id.in_(buildings))
    if await tx.scalar(select(func.count()).where(*mine)) != len(buildings):
        raise invalid("/building_ids", "unknown_building")
    values = {"name": body.name, "kind": body.kind, "summary": body.summary}
    if not await create_once(tx, actor, Project, body, **values, phase="mobilise", version=1):
        return False
    links: list[Row] = [
        {
            "community_id": tx.community,
            "id": new_id(),
            "project_id": body.id,
            "building_id": building_id,
        }
        for building_id in buildings
    ]
    await tx.execute(insert(table(ProjectBuilding)), links)
    record(tx, project_opened(actor, body.id, clock.now(), body.kind, buildings))
    return True
