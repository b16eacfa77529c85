"""What a phone finds on the server: a building in the middle of a canvass, and its volunteers."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update

from factories.care_canvass import assign, make_canvass
from factories.community import make_building, make_community, make_project
from factories.identity import AccountMade, grant, make_account
from linli.care.actions.create_task import create_task
from linli.care.models.canvass import CanvassAssignment
from linli.care.models.door_visit import DoorVisit
from linli.care.schemas.care_task import CareTaskIn
from linli.identity.models import RoleGrant, Session
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.attachments.models import Attachment
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id
from processes.server import Server

FLOORS, DOORS = 3, 2


@dataclass(frozen=True)
class Scene:
    """A community with one building, a canvass and two volunteers who share its doors."""

    server: Server
    community_id: UUID
    canvass_id: UUID
    household_ids: list[UUID]
    volunteer: AccountMade
    other: AccountMade

    async def visits(self) -> list[str]:
        """The ids of all visits that the server has, in their order."""
        return [str(row["id"]) for row in await self.visit_rows()]

    async def visit_rows(self) -> list[Row]:
        """All visits that the server has, by their ids."""
        visit = table(DoorVisit)
        mine = select(visit).where(visit.c.community_id == self.community_id).order_by(visit.c.id)
        async with self.server.database() as database, database.transaction(write=False) as tx:
            await tx.enter(self.community_id)
            return list(await tx.rows(mine))

    async def stored_files(self) -> list[str]:
        """The hashes of all photos and voice notes that the server has."""
        files = table(Attachment)
        mine = select(files.c.sha256).where(files.c.community_id == self.community_id)
        async with self.server.database() as database, database.transaction(write=False) as tx:
            await tx.enter(self.community_id)
            return [row["sha256"] for row in await tx.rows(mine)]

    async def end_sessions(self) -> None:
        """The volunteer's sessions end, as when a lead revokes a lost phone."""
        session = table(Session)
        theirs = update(session).where(session.c.account_id == self.volunteer.account_id)
        async with self.server.database() as database, database.transaction(write=True) as tx:
            await tx.execute(theirs.values(ended_at=session.c.created_at))

    async def take_role(self, *, back: bool = False) -> None:
        """The volunteer's role is taken from them, or given back."""
        held = table(RoleGrant)
        theirs = update(held).where(held.c.account_id == self.volunteer.account_id)
        ended = {"revoked_at": None if back else held.c.created_at}
        async with self.server.database() as database, database.transaction(write=True) as tx:
            await tx.enter(self.community_id)
            await tx.execute(theirs.values(ended))

    async def ask_for_help(self, instruction: str) -> None:
        """A care task for the volunteer, made by hand for the next hour."""
        keeper = Actor(new_id(), self.community_id, (Grant("social_worker", Scope.COMMUNITY),))
        now = clock.now()
        body = CareTaskIn(
            id=new_id(),
            household_id=self.household_ids[0],
            kind="stair_support",
            title="扶下楼",
            instruction=instruction,
            due_from=now,
            due_until=now + timedelta(hours=1),
            assignee_id=self.volunteer.account_id,
        )
        async with self.server.database() as database, database.transaction(write=True) as tx:
            await tx.enter(self.community_id)
            await create_task(tx, keeper, body)

    async def keep_doors_up_to(self, floor: int) -> None:
        """Whoever had the building has its floors up to this one from now on."""
        ours = table(CanvassAssignment)
        kept = update(ours).where(ours.c.community_id == self.community_id)
        async with self.server.database() as database, database.transaction(write=True) as tx:
            await tx.enter(self.community_id)
            await tx.execute(kept.values(floor_from=1, floor_to=floor))


async def set_scene(server: Server) -> Scene:
    """Write the scene straight into the database, in a community of its own."""
    async with server.database() as database:
        community_id = await make_community(database)
        building = await make_building(database, community_id, FLOORS, DOORS)
        project_id = await make_project(database, community_id, [building.id])
        today = clock.today("Asia/Shanghai")
        days = {"starts_on": today - timedelta(1), "ends_on": today + timedelta(365)}
        canvass_id = await make_canvass(database, community_id, project_id, **days)
        people = [await _volunteer(database, community_id, name) for name in ("李秀兰", "陈建国")]
        for one in people:
            await assign(database, community_id, canvass_id, one.account_id, building.id)
    return Scene(server, community_id, canvass_id, building.household_ids, *people)


async def _volunteer(database: Database, community_id: UUID, name: str) -> AccountMade:
    account = await make_account(database, name)
    await grant(database, account.account_id, community_id, "volunteer", Scope.COMMUNITY)
    return account
