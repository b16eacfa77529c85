"""Projects, the buildings they concern and how far they have come."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import and_, bindparam, select

from linli.community.models import Building, Project, ProjectBuilding, ProjectPhaseChange
from linli.community.rules.phases import movers, moves_from
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_project = table(Project)
_link = table(ProjectBuilding)
_change = table(ProjectPhaseChange)
_building = table(Building)
_MINE = bindparam("community_id", type_=Uuid)
_THIS = bindparam("project_id", type_=Uuid)

_COLUMNS = (
    _project.c.id,
    _project.c.name,
    _project.c.kind,
    _project.c.summary,
    _project.c.phase,
    _project.c.version,
    _project.c.created_at,
)
_BUILDINGS = (
    select(_link.c.project_id, _building.c.id, _building.c.code, _building.c.name)
    .join_from(
        _link,
        _building,
        and_(
            _building.c.community_id == _link.c.community_id,
            _building.c.id == _link.c.building_id,
        ),
    )
    .order_by(_building.c.sort_key)
)
_HISTORY = Fast(
    select(
        _change.c.id,
        _change.c.from_phase,
        _change.c.to_phase,
        _change.c.reason,
        _change.c.created_at.label("changed_at"),
    )
    .where(_change.c.community_id == _MINE, _change.c.project_id == _THIS)
    .order_by(_change.c.created_at, _change.c.id)
)


async def page_projects(tx: Tx, actor: Actor, page: PageAsked) -> Row:
    """One page of projects, the oldest first, each with its buildings."""
    asks = select(*_COLUMNS).where(_project.c.community_id == actor.community_id)
    found = await page_of(tx, asks, (_project.c.created_at, _project.c.id), page, "projects")
    buildings = await _buildings_of(tx, [row["id"] for row in found["items"]])
    for row in found["items"]:
        row["buildings"] = buildings[row["id"]]
    return found


async def read_project(tx: Tx, actor: Actor, project_id: UUID) -> Row:
    """A project with its buildings and the history of its phases.

    Raises:
        Problem: 404 ``not_found``.
    """
    mine = (_project.c.community_id == actor.community_id, _project.c.id == project_id)
    project = await tx.row(select(*_COLUMNS).where(*mine))
    if project is None:
        raise not_found()
    buildings = await _buildings_of(tx, [project_id])
    params = {"community_id": actor.community_id, "project_id": project_id}
    history = await tx.rows(_HISTORY, params)
    return {
        **project,
        "buildings": buildings[project_id],
        "phase_history": history,
        "next_phases": _open_to(actor, project["phase"]),
    }


def _open_to(actor: Actor, phase: str) -> list[str]:
    return [after for after in moves_from(phase) if actor.holds(*movers(phase, after))]


async def _buildings_of(tx: Tx, project_ids: list[UUID]) -> defaultdict[UUID, list[Row]]:
    mine = (_link.c.community_id == tx.community, _link.c.project_id.in_(project_ids))
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in await tx.rows(_BUILDINGS.where(*mine)):
        found[row.pop("project_id")].append(row)
    return found


async def buildings_of_project(tx: Tx, project_id: UUID) -> list[UUID] | None:
    """The buildings a project concerns; ``None`` when there is no such project."""
    links = and_(
        _link.c.community_id == _project.c.community_id, _link.c.project_id == _project.c.id
    )
    asks = (
        select(_link.c.building_id)
        .outerjoin_from(_project, _link, links)
        .where(_project.c.community_id == tx.community, _project.c.id == project_id)
    )
    rows = await tx.rows(asks)
    return [row["building_id"] for row in rows if row["building_id"]] if rows else None
