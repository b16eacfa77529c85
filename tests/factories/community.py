"""Made-up communities, buildings and projects, written straight into the database."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import insert

from linli.community.models import (
    Building,
    Community,
    HandbookDocument,
    HandbookVersion,
    Household,
    Project,
    ProjectBuilding,
    Stairwell,
)
from linli.community.rules.codes import sort_key
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.facts.record import open_log
from linli.kernel.ids import new_id

MOMENT = datetime(2026, 11, 1, 8, tzinfo=UTC)
AREA_DM2 = 8950


async def make_community(
    database: Database, name: str = "怡景社区", time_zone: str = "Asia/Shanghai"
) -> UUID:
    """An empty community with an open fact log."""
    community_id = new_id()
    row = {
        "id": community_id,
        "name": name,
        "time_zone": time_zone,
        "city_profile": "default",
        "created_at": MOMENT,
    }
    async with database.transaction(write=True) as tx:
        await tx.execute(insert(table(Community)).values(row))
        await tx.enter(community_id)
        await open_log(tx)
    return community_id


@dataclass(frozen=True)
class MadeBuilding:
    """A building and its doors, ordered by stairwell, floor and door."""

    id: UUID
    code: str
    stairwell_ids: list[UUID]
    households: list[Row]

    @property
    def household_ids(self) -> list[UUID]:
        return [row["id"] for row in self.households]


async def make_building(  # noqa: PLR0913 - each is a measure of the building
    database: Database,
    community_id: UUID,
    floors: int = 3,
    doors_per_floor: int = 2,
    *,
    stairwells: int = 1,
    code: str = "1",
    has_lift: bool | None = True,
) -> MadeBuilding:
    """A building of homes coded like ``1-1-101``."""
    place = {"community_id": community_id}
    building_id = new_id()
    wells = [
        {
            **place,
            "id": new_id(),
            "building_id": building_id,
            "code": str(number),
            "sort_key": sort_key(str(number)),
            "has_lift": has_lift,
        }
        for number in range(1, stairwells + 1)
    ]
    households = [
        _household(well, f"{code}-{well['code']}", floor, door)
        for well in wells
        for floor in range(1, floors + 1)
        for door in range(1, doors_per_floor + 1)
    ]
    building = {
        **place,
        "id": building_id,
        "code": code,
        "sort_key": sort_key(code),
        "name": f"{code}栋",
        "floors": floors,
        "storeys": floors,
        "has_lift": has_lift,
        "version": 1,
    }
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(table(Building)).values(building))
        await tx.execute(insert(table(Stairwell)), wells)
        await tx.execute(insert(table(Household)), households)
    return MadeBuilding(building_id, code, [well["id"] for well in wells], households)


def _household(well: Row, prefix: str, floor: int, door: int) -> Row:
    code = f"{prefix}-{floor}{door:02}"
    return {
        "community_id": well["community_id"],
        "id": new_id(),
        "building_id": well["building_id"],
        "stairwell_id": well["id"],
        "code": code,
        "sort_key": sort_key(code),
        "floor": floor,
        "door": f"{door:02}",
        "area_dm2": AREA_DM2,
        "kind": "home",
        "occupancy": "occupied",
        "people": None,
        "remark": None,
        "version": 1,
    }


async def add_home(database: Database, building: MadeBuilding, floor: int = 9) -> UUID:
    """One home more in a building that stands already; its id."""
    (first, *_) = building.households
    well = {"community_id": first["community_id"], "id": building.stairwell_ids[0]}
    row = _household({**well, "building_id": building.id}, f"{building.code}-1", floor, 1)
    async with database.transaction(write=True) as tx:
        await tx.enter(first["community_id"])
        await tx.execute(insert(table(Household)).values(row))
    return UUID(str(row["id"]))


async def make_project(  # noqa: PLR0913 - each is something a test may need to say
    database: Database,
    community_id: UUID,
    building_ids: list[UUID],
    *,
    created_by: UUID | None = None,
    name: str = "电梯更新",
    phase: str = "mobilise",
) -> UUID:
    """A project that concerns the given buildings."""
    project_id = new_id()
    created = {"body_digest": b"", "created_by": created_by or new_id(), "created_at": MOMENT}
    row = {
        "community_id": community_id,
        "id": project_id,
        "name": name,
        "kind": "lift_renewal",
        "summary": "换新电梯",
        "phase": phase,
        "version": 1,
        **created,
    }
    links = [
        {"community_id": community_id, "id": new_id(), "project_id": project_id, "building_id": b}
        for b in building_ids
    ]
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(table(Project)).values(row))
        if links:
            await tx.execute(insert(table(ProjectBuilding)), links)
    return project_id


async def make_handbook_document(
    database: Database,
    community_id: UUID,
    *,
    title: str = "补贴政策",
    project_id: UUID | None = None,
) -> UUID:
    """A handbook document with one markdown version."""
    document_id = new_id()
    created = {"body_digest": b"", "created_by": new_id(), "created_at": MOMENT}
    place = {"community_id": community_id, **created}
    document = {
        **place,
        "id": document_id,
        "project_id": project_id,
        "title": title,
        "category": "policy",
    }
    version = {
        **place,
        "id": new_id(),
        "document_id": document_id,
        "number": 1,
        "format": "markdown",
        "body_markdown": "# 补贴",
        "html": "<h1>补贴</h1>",
        "attachment_sha256": None,
    }
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(table(HandbookDocument)).values(document))
        await tx.execute(insert(table(HandbookVersion)).values(version))
    return document_id
