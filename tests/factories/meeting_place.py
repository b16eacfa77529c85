"""A community whose neighbours can sign in and deliberate, for tests of the routes."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from sqlalchemy import insert, select

from factories.community import MOMENT, MadeBuilding, make_building, make_community
from factories.identity import grant, make_account, serving, signed_in_client
from linli.community.models import HouseholdMember
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id
from linli.kernel.work.worker import do_all
from linli.main import parts


@dataclass
class Neighbour:
    """Somebody who is signed in."""

    account_id: UUID
    client: httpx.AsyncClient

    async def get(self, path: str, **more: Any) -> httpx.Response:
        return await self.client.get(path, **more)

    async def post(self, path: str, body: Mapping[str, Any] | None = None) -> httpx.Response:
        """Create something by its own id, or do something once."""
        headers = {"Idempotency-Key": str(new_id())}
        return await self.client.post(path, json=body or {}, headers=headers)

    async def done(self, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """Like ``post``, for what must not be refused."""
        answer = await self.post(path, body)
        assert answer.is_success, answer.text
        return answer.json()

    async def told(self, path: str) -> Any:
        answer = await self.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def sync(self, *items: Mapping[str, Any]) -> list[dict[str, Any]]:
        """What a phone recorded, sent in one batch; the verdicts."""
        now = clock.now().isoformat()
        head = {"device_id": str(new_id()), "app_version": "test", "device_time": now}
        answer = await self.client.post("sync", json={**head, "items": list(items)})
        assert answer.status_code == 200, answer.text
        results: list[dict[str, Any]] = answer.json()["results"]
        return results


def item(kind: str, payload: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """An item as a phone sends it."""
    moment = clock.now().isoformat()
    head = {"id": str(new_id()), "kind": kind, "recorded_at": moment, "attachments": []}
    return {**head, "payload": dict(payload), **more}


@dataclass
class MeetingPlace:
    """One building whose neighbours meet."""

    community_id: UUID
    building: MadeBuilding
    database: Database
    app: FastAPI
    stack: AsyncExitStack

    async def neighbour(
        self, role: str, name: str = "王秀英", *, home: int | None = None
    ) -> Neighbour:
        """Somebody with a role; representatives and leads hold it on the building."""
        account = await make_account(self.database, name)
        of_building = role in {"representative", "building_lead"}
        scope = (Scope.BUILDING, self.building.id) if of_building else (Scope.COMMUNITY, None)
        await grant(self.database, account.account_id, self.community_id, role, *scope)
        if home is not None:
            await self.move_in(account.account_id, home)
        client = await self.stack.enter_async_context(signed_in_client(self.app, account))
        client.base_url = f"https://linli.test/api/v1/communities/{self.community_id}/"
        return Neighbour(account.account_id, client)

    async def move_in(self, account_id: UUID, home: int) -> None:
        row = {
            "community_id": self.community_id,
            "id": new_id(),
            "body_digest": b"",
            "created_by": account_id,
            "created_at": MOMENT,
            "household_id": self.building.household_ids[home],
            "account_id": account_id,
            "relation": "family",
            "owner_id": None,
            "verified_how": "known to the lead",
            "ended_at": None,
            "ended_by": None,
        }
        async with self.database.transaction(write=True) as tx:
            await tx.enter(self.community_id)
            await tx.execute(insert(table(HouseholdMember)).values(row))

    async def work(self) -> int:
        """Do what is due now, as the worker would."""
        return await do_all(self.database, parts().handlers)

    async def facts(self, kind: str) -> list[dict[str, Any]]:
        """The facts of a kind, the oldest first."""
        c = table(Fact).c
        asks = select(c.leaf, c.actor_id, c.subject_id)
        mine = (c.community_id == self.community_id, c.kind == kind)
        async with self.database.transaction(write=False) as tx:
            await tx.enter(self.community_id)
            return await tx.rows(asks.where(*mine).order_by(c.seq))


@asynccontextmanager
async def meeting_place(database: Database, config: Settings) -> AsyncIterator[MeetingPlace]:
    async with AsyncExitStack() as stack:
        community_id = await make_community(database)
        building = await make_building(database, community_id)
        app = serving(config, database)
        yield MeetingPlace(community_id, building, database, app, stack)


def code(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]
