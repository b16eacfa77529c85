"""Rows for benchmarks: communities of 1,000 homes, a canvass, and somebody signed in."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from factories.care_canvass import assign, make_canvass
from factories.community import make_building, make_community, make_project
from factories.identity import grant, make_account
from linli.identity.actions.start_session import start_session
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

FLOORS, DOORS, BUILDINGS = 25, 4, 10
HOMES = FLOORS * DOORS * BUILDINGS
HEADERS = {"X-Linli": "1", "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True)
class Seeded:
    """What a workload asks for."""

    community_id: UUID
    building_id: UUID
    canvass_id: UUID
    household_ids: list[UUID]
    tokens: list[str]
    """Of the volunteers that are signed in."""

    @property
    def token(self) -> str:
        """Of the first volunteer."""
        return self.tokens[0]

    @property
    def base(self) -> str:
        """The path of the first community."""
        return f"/api/v1/communities/{self.community_id}"

    @property
    def headers(self) -> dict[str, str]:
        """Headers of a signed-in browser."""
        return self.headers_of(0)

    def headers_of(self, volunteer: int) -> dict[str, str]:
        """Headers of a volunteer's browser."""
        token = self.tokens[volunteer % len(self.tokens)]
        return {**HEADERS, "Cookie": f"__Host-linli={token}"}

    def visit(self, number: int) -> dict[str, object]:
        """The payload of a visit, a different door each time."""
        return {
            "canvass_id": str(self.canvass_id),
            "household_id": str(self.household_ids[number % len(self.household_ids)]),
            "happened_at": datetime.now(UTC).isoformat(),
            "outcome": "talked",
            "stance": "support",
        }


async def seed(database: Database, volunteers: int = 1) -> Seeded:
    """A community of 1,000 homes in the middle of a canvass, with volunteers who are signed in."""
    community_id, buildings, ids = await _community(database)
    project_id = await make_project(database, community_id, buildings)
    today = clock.today("Asia/Shanghai")
    canvass_id = await make_canvass(
        database, community_id, project_id, starts_on=today, ends_on=today.replace(year=2099)
    )
    tokens = [
        await _volunteer(database, community_id, canvass_id, buildings) for _ in range(volunteers)
    ]
    return Seeded(community_id, buildings[0], canvass_id, ids, tokens)


async def _volunteer(
    database: Database, community_id: UUID, canvass_id: UUID, buildings: list[UUID]
) -> str:
    account = await make_account(database)
    await grant(database, account.account_id, community_id, "community_admin")
    await grant(database, account.account_id, community_id, "volunteer")
    for building_id in buildings:
        await assign(database, community_id, canvass_id, account.account_id, building_id)
    async with database.transaction(write=True) as tx:
        return (await start_session(tx, account.account_id, "benchmark")).token


async def _community(database: Database) -> tuple[UUID, list[UUID], list[UUID]]:
    community_id = await make_community(database)
    made = [
        await make_building(database, community_id, FLOORS, DOORS, code=str(code))
        for code in range(1, BUILDINGS + 1)
    ]
    homes = [home for building in made for home in building.household_ids]
    return community_id, [building.id for building in made], homes


def fresh_id() -> str:
    """A new client id."""
    return str(new_id())
