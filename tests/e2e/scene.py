"""What a phone finds on the server: a building in the middle of a canvass, and its volunteers."""

from dataclasses import dataclass
from uuid import UUID

from factories.care_canvass import assign, make_canvass
from factories.community import make_building, make_community, make_project
from factories.identity import AccountMade, grant, make_account
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database

FLOORS, DOORS = 3, 2


@dataclass(frozen=True)
class Scene:
    """A community with one building, a canvass and two volunteers who share its doors."""

    community_id: UUID
    building_id: UUID
    canvass_id: UUID
    household_ids: list[UUID]
    volunteer: AccountMade
    other: AccountMade
    admin: AccountMade
    lead: AccountMade
    social_worker: AccountMade


async def set_scene(database: Database) -> Scene:
    """Write the scene straight into the database."""
    community_id = await make_community(database)
    building = await make_building(database, community_id, FLOORS, DOORS)
    project_id = await make_project(database, community_id, [building.id])
    today = clock.today("Asia/Shanghai")
    canvass_id = await make_canvass(
        database, community_id, project_id, starts_on=today, ends_on=today.replace(year=2099)
    )

    async def member(name: str, login: str, role: str, building_id: UUID | None) -> AccountMade:
        account = await make_account(database, name, login)
        scope = Scope.COMMUNITY if building_id is None else Scope.BUILDING
        await grant(database, account.account_id, community_id, role, scope, building_id)
        return account

    people = {
        "volunteer": await member("李秀兰", "volunteer", "volunteer", None),
        "other": await member("陈建国", "other", "volunteer", None),
        "admin": await member("周敏", "admin", "community_admin", None),
        "lead": await member("杨欣", "lead", "building_lead", building.id),
        "social_worker": await member("沈洁", "social", "social_worker", None),
    }
    for who in ("volunteer", "other"):
        account_id = people[who].account_id
        await assign(database, community_id, canvass_id, account_id, building.id)
    return Scene(community_id, building.id, canvass_id, building.household_ids, **people)
