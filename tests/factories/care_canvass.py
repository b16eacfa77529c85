"""Made-up canvasses, assignments and visits."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select

from factories.community import MadeBuilding, make_building, make_community, make_project
from factories.identity import actor, make_account
from linli.care.actions.log_door_visits import log_door_visits
from linli.care.models.canvass import Canvass, CanvassAssignment, CanvassDoor
from linli.care.schemas.door_visit import DoorVisitIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.facts.record import append_facts
from linli.kernel.ids import new_id
from linli.kernel.sync.items import SyncItem, Verdict

MORNING = datetime(2026, 11, 2, 1, 30, tzinfo=UTC)
"""09:30 in Wuhan, the second day of the canvass."""


@dataclass(frozen=True)
class Scene:
    """A community with one building of three floors, two doors each, and a canvass of it."""

    community_id: UUID
    building: MadeBuilding
    project_id: UUID
    canvass_id: UUID
    volunteer: Actor
    """Assigned to the whole building."""

    @property
    def doors(self) -> list[UUID]:
        return self.building.household_ids

    def visit(self, door: int = 0, /, **more: Any) -> SyncItem:
        """A visit to a door, nobody home unless told."""
        return visit_item(self.canvass_id, self.doors[door], **more)


def visit_item(canvass_id: UUID, household_id: UUID, **more: Any) -> SyncItem:
    """A visit as a phone sends it."""
    item_id = more.pop("id", None) or new_id()
    payload = {
        "canvass_id": canvass_id,
        "household_id": household_id,
        "happened_at": MORNING,
        "outcome": "nobody_home",
        **more,
    }
    visit = DoorVisitIn.model_validate(payload)
    return SyncItem(item_id, "door_visit", visit.happened_at, visit)


async def make_scene(database: Database, *, floors: int = 3, assigned: bool = True) -> Scene:
    """A community in the middle of a canvass."""
    community_id = await make_community(database)
    building = await make_building(database, community_id, floors)
    project_id = await make_project(database, community_id, [building.id])
    canvass_id = await make_canvass(database, community_id, project_id)
    account = await make_account(database)
    if assigned:
        await assign(database, community_id, canvass_id, account.account_id, building.id)
    volunteer = actor(community_id, "volunteer", account_id=account.account_id)
    return Scene(community_id, building, project_id, canvass_id, volunteer)


async def make_canvass(
    database: Database, community_id: UUID, project_id: UUID, **more: Any
) -> UUID:
    """A canvass of November 2026."""
    row = {
        **_created(community_id),
        "project_id": project_id,
        "title": "电梯更新敲门行动",
        "starts_on": date(2026, 11, 1),
        "ends_on": date(2026, 11, 30),
        "explains": [],
        **more,
    }
    await _insert(database, Canvass, row)
    return row["id"]


async def assign(
    database: Database,
    community_id: UUID,
    canvass_id: UUID,
    account_id: UUID,
    building_id: UUID,
    **more: Any,
) -> UUID:
    """Doors of a building for an account."""
    row = {
        **_created(community_id),
        "canvass_id": canvass_id,
        "account_id": account_id,
        "building_id": building_id,
        "stairwell_id": None,
        "floor_from": None,
        "floor_to": None,
        "withdrawn_at": None,
        "withdrawn_by": None,
        **more,
    }
    await _insert(database, CanvassAssignment, row)
    return row["id"]


def _created(community_id: UUID) -> Row:
    return {
        "community_id": community_id,
        "id": new_id(),
        "body_digest": b"",
        "created_by": new_id(),
        "created_at": MORNING,
    }


async def _insert(database: Database, model: Any, row: Row) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(row["community_id"])
        await tx.execute(insert(table(model)).values(row))


async def log(database: Database, scene: Scene, *items: SyncItem, by: Actor | None = None) -> Any:
    """Log visits in a transaction of their own; the verdicts."""
    async with database.transaction(write=True) as tx:
        await tx.enter(scene.community_id)
        verdicts: list[Verdict] = await log_door_visits(tx, by or scene.volunteer, items)
        await append_facts(tx)
    return verdicts


async def door_row(database: Database, scene: Scene, door: int = 0) -> Row:
    """The latest about a door."""
    doors = table(CanvassDoor)
    mine = (
        doors.c.community_id == scene.community_id,
        doors.c.canvass_id == scene.canvass_id,
        doors.c.household_id == scene.doors[door],
    )
    async with database.transaction(write=False) as tx:
        await tx.enter(scene.community_id)
        row = await tx.row(select(doors).where(*mine))
    assert row is not None
    return row
