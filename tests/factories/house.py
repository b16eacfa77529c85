"""A building whose people sign in and deliberate."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from sqlalchemy import insert

from factories.community import MOMENT, MadeBuilding, make_building, make_community
from factories.identity import (
    AccountMade,
    grant,
    make_account,
    make_member,
    serving,
    signed_in_client,
)
from linli.community.models import HouseholdMember
from linli.config import Settings
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id


@dataclass(frozen=True)
class Neighbour:
    """Somebody at home behind a door, with their phone."""

    client: httpx.AsyncClient
    account_id: UUID
    household_id: UUID | None = None


@dataclass
class House:
    """A building of homes, and whoever comes by."""

    database: Database
    app: FastAPI
    stack: AsyncExitStack
    community_id: UUID
    building: MadeBuilding
    admins: list[Neighbour] = field(default_factory=list)

    async def admin(self) -> httpx.AsyncClient:
        """The community's office; always the same person."""
        if not self.admins:
            self.admins.append(await self.as_("community_admin"))
        return self.admins[0].client

    async def as_(
        self, role: str, scope: Scope = Scope.COMMUNITY, scope_id: UUID | None = None
    ) -> Neighbour:
        """Somebody with one grant and no home here."""
        made = await make_member(self.database, self.community_id, role, scope, scope_id)
        return Neighbour(await self._phone(made.account_id), made.account_id)

    async def neighbour(self, door: int, name: str = "王秀英") -> Neighbour:
        """Somebody at home behind a door of the building."""
        return await self.at_home(self.building.household_ids[door], name)

    async def at_home(self, household_id: UUID, name: str = "王秀英") -> Neighbour:
        account = (await make_account(self.database, name)).account_id
        await grant(self.database, account, self.community_id, "resident")
        await move_in(self.database, self.community_id, account, household_id)
        return Neighbour(await self._phone(account), account, household_id)

    async def representative(self, door: int, name: str = "郑国平") -> Neighbour:
        """Somebody at home here who also holds the role for this building."""
        made = await self.neighbour(door, name)
        place = (self.community_id, "representative", Scope.BUILDING, self.building.id)
        await grant(self.database, made.account_id, *place)
        return made

    async def again(self, person: Neighbour) -> httpx.AsyncClient:
        """The same person signed in on another phone."""
        return await self._phone(person.account_id)

    async def _phone(self, account_id: UUID) -> httpx.AsyncClient:
        signed_in = signed_in_client(self.app, AccountMade(account_id, "", ""))
        client = await self.stack.enter_async_context(signed_in)
        client.base_url = httpx.URL(f"https://linli.test/api/v1/communities/{self.community_id}/")
        return client


async def move_in(
    database: Database, community_id: UUID, account_id: UUID, household_id: UUID
) -> None:
    """Have an account at home in a household."""
    row: dict[str, Any] = {
        "community_id": community_id,
        "id": new_id(),
        "body_digest": b"",
        "created_by": new_id(),
        "created_at": MOMENT,
        "household_id": household_id,
        "account_id": account_id,
        "relation": "family",
        "verified_how": "known to the lead",
    }
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(table(HouseholdMember)).values(row))


@asynccontextmanager
async def housed(database: Database, config: Settings, floors: int = 3) -> AsyncIterator[House]:
    """A building of two doors a floor."""
    async with AsyncExitStack() as stack:
        community_id = await make_community(database)
        building = await make_building(database, community_id, floors)
        yield House(database, serving(config, database), stack, community_id, building)


async def act(
    client: httpx.AsyncClient, path: str, body: dict[str, Any], key: str | None = None
) -> httpx.Response:
    """Do what has no id of its own; a new attempt unless its key is given."""
    headers = {"Idempotency-Key": key or str(new_id())}
    return await client.post(path, json=body, headers=headers)


def told(answer: httpx.Response) -> Any:
    """What an answer says, which must not be a refusal."""
    assert answer.is_success, answer.text
    return answer.json()


def refused(answer: httpx.Response) -> tuple[int, str]:
    """Status and code; for an invalid field, the field's code."""
    body = answer.json()
    errors = body.get("errors") or []
    return answer.status_code, errors[0]["code"] if errors else body["code"]
