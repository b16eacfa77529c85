"""A canvass with people who can sign in, for tests of the routes."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import httpx
from fastapi import FastAPI

from factories.care_canvass import Scene, make_scene
from factories.identity import AccountMade, grant, make_member, serving, signed_in_client
from linli.config import Settings
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


@dataclass
class Stage:
    """A scene with people who can sign in."""

    scene: Scene
    database: Database
    app: FastAPI
    stack: AsyncExitStack

    async def as_(
        self, role: str, scope: Scope = Scope.COMMUNITY, scope_id: UUID | None = None
    ) -> tuple[httpx.AsyncClient, UUID]:
        """A client signed in with one grant, at this community's address."""
        member = await make_member(self.database, self.scene.community_id, role, scope, scope_id)
        return await self.signed_in(member), member.account_id

    async def as_volunteer(self) -> httpx.AsyncClient:
        """The volunteer of the scene, to whom the building is assigned."""
        account_id = self.scene.volunteer.account_id
        await grant(self.database, account_id, self.scene.community_id, "volunteer")
        return await self.signed_in(AccountMade(account_id, "", ""))

    async def as_lead(self) -> httpx.AsyncClient:
        """The lead of the scene's building."""
        client, _ = await self.as_("building_lead", Scope.BUILDING, self.scene.building.id)
        return client

    async def signed_in(self, account: AccountMade) -> httpx.AsyncClient:
        client = await self.stack.enter_async_context(signed_in_client(self.app, account))
        client.base_url = f"https://linli.test/api/v1/communities/{self.scene.community_id}/"
        return client

    @property
    def canvass(self) -> str:
        return f"canvasses/{self.scene.canvass_id}"


@asynccontextmanager
async def staged(database: Database, config: Settings, **more: bool) -> AsyncIterator[Stage]:
    async with AsyncExitStack() as stack:
        scene = await make_scene(database, **more)
        yield Stage(scene, database, serving(config, database), stack)


def key() -> dict[str, str]:
    return {"Idempotency-Key": str(new_id())}


def code(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]
